// Measure, MeasureReport and Group: the sets of indicators, what was counted of them month by month, and the lists of
// patients that can be exported. All are few, and are looked through in memory.

import { addDays, addMonths, type CalendarDate } from '@breekpunt/core';
import { measureReportResource, measureResource, measureUrl } from '@breekpunt/integrate';
import { type IndicatorSet, loadKnowledge } from '@breekpunt/knowledge';
import type { Tally } from '@breekpunt/quality';
import type { Group, Measure, MeasureReport, Resource } from '@medplum/fhirtypes';
import { sql } from 'kysely';
import { lastRun } from '../../quality/quality-figures.ts';
import { shownSets } from '../../quality/shown-sets.ts';
import { type Worklist, worklists } from '../../worklist/worklist-filter.ts';
import { isWithin } from '../search/search-list.ts';
import type { ReadContext, ServedType } from '../search/source.ts';

const knowledge = loadKnowledge();
const sets: readonly IndicatorSet[] = shownSets(knowledge);

/** Knowledge comes with the program; its own day of change is not known. */
const withProgram = new Date(0);

export const measureType: ServedType = {
  type: 'Measure',
  says: 'A set of quality indicators, one group for each indicator that is counted in patients',
  parameters: {
    url: { type: 'string', says: 'The canonical name of the set' },
    status: { type: 'token', says: 'active, draft' },
  },
  includes: {},
  source: {
    kind: 'list',
    all: () => Promise.resolve(sets.map((set) => ({ resource: measureResource(set), changed: withProgram }))),
    matches: {
      url: (resource, value) => value.kind === 'string' && (resource as Measure).url === value.text,
      status: (resource, value) => value.kind === 'token' && (resource as Measure).status === value.code,
    },
  },
};

export const measureReportType: ServedType = {
  type: 'MeasureReport',
  says: 'The counts of a set of indicators over the patients found in one month, as they were last counted',
  parameters: {
    measure: { type: 'string', says: 'The canonical name of the set, or its id' },
    date: { type: 'date', says: 'When it was counted' },
    period: { type: 'date', says: 'The first day of the month' },
  },
  includes: {},
  source: {
    kind: 'list',
    all: measureReports,
    matches: {
      measure: (resource, value) =>
        value.kind === 'string' &&
        [value.text, measureUrl(value.text)].includes(
          (resource as MeasureReport).measure.split('|')[0] ?? '',
        ),
      date: (resource, value) =>
        value.kind === 'date' && isWithin((resource as MeasureReport).date ?? '', value),
      period: (resource, value) =>
        value.kind === 'date' && isWithin((resource as MeasureReport).period.start ?? '', value),
    },
  },
};

interface MonthRow {
  readonly set: string;
  readonly month: CalendarDate;
  readonly counts: readonly ({ readonly indicator: string } & Tally)[];
}

async function measureReports({
  tx,
  hospital,
}: ReadContext): Promise<{ resource: Resource; changed: Date }[]> {
  const run = await lastRun(tx);
  if (run === null) return [];
  const rows = await sql<MonthRow>`
    select set_id as set, month, jsonb_agg(jsonb_build_object('indicator', indicator_id, 'achieved', achieved,
             'missed', missed, 'not-recorded', not_recorded, 'too-early', too_early, 'outside', outside,
             'left-out', left_out)) as counts
      from indicator_month where site_id = ${tx.site} group by 1, 2 order by 1, 2`.execute(tx.db);
  return rows.rows.flatMap(({ set: id, month, counts }) => {
    const set = sets.find((each) => each.id === id);
    if (set === undefined) return [];
    const resource = measureReportResource({
      set,
      month,
      lastDay: addDays(addMonths(month, 1), -1),
      countedAt: run.countedAt,
      hospital,
      tallies: new Map(counts.map(({ indicator, ...tally }) => [indicator, tally])),
    });
    return [{ resource, changed: run.countedAt }];
  });
}

/** The lists of the worklist, and all of them together. */
export const groupLists: readonly ('all-cases' | Worklist)[] = ['all-cases', ...worklists];

export const groupType: ServedType = {
  type: 'Group',
  says: 'The patients of a list of the service, for $export',
  parameters: {},
  includes: {},
  source: {
    kind: 'list',
    all: async ({ tx }) => {
      const rows = await sql<{ list: string; n: number }>`
        select list, count(distinct person_id) as n from fls_case where site_id = ${tx.site} group by 1
        union all select 'all-cases', count(distinct person_id) from fls_case where site_id = ${tx.site}`.execute(
        tx.db,
      );
      const counts = new Map(rows.rows.map(({ list, n }) => [list, n]));
      return groupLists.map((list) => {
        const resource: Group = {
          resourceType: 'Group',
          id: list,
          type: 'person',
          actual: true,
          name: list,
          quantity: counts.get(list) ?? 0,
        };
        return { resource, changed: withProgram };
      });
    },
    matches: {},
  },
};
