// Quality figures: a set of indicators to a Measure, its counts to a MeasureReport. Decision: each indicator is a group of
// its own, with the populations it was counted by; "not recorded" stays in the denominator, as the figures of the program
// count it. Below the least number that is shown, no counts leave.

import type { CalendarDate } from '@breekpunt/core';
import type { Indicator, IndicatorSet } from '@breekpunt/knowledge';
import { leastShown, type Tally } from '@breekpunt/quality';
import type { Measure, MeasureReport, MeasureReportGroup } from '@medplum/fhirtypes';
import { coding, concept, ownCoding, ownSystem, terminology } from './elements.ts';

const populations = `${terminology}/measure-population`;

/** Only what is counted in patients has populations; the rest is counted in doses, fields or verdicts. */
function isCountedInPatients({ counts }: Indicator): boolean {
  return counts === 'share';
}

export function measureUrl(set: string): string {
  return `${ownSystem('measure')}:${set}`;
}

export function measureResource(set: IndicatorSet): Measure {
  return {
    resourceType: 'Measure',
    id: set.id,
    url: measureUrl(set.id),
    version: set.edition,
    name: set.id.replaceAll(/[^A-Za-z0-9]+/g, '_'),
    title: set.name,
    status: set.status === 'draft' ? 'draft' : 'active',
    description: set.meaning,
    scoring: { coding: [coding(`${terminology}/measure-scoring`, 'proportion')] },
    group: set.indicators.filter(isCountedInPatients).map((indicator) => ({
      code: concept([ownCoding('indicator', indicator.id)], indicator.says.en),
      description: `${indicator.number} ${indicator.says.en}`,
      population: (['denominator', 'numerator', 'denominator-exclusion'] as const).map((code) => ({
        code: { coding: [coding(populations, code)] },
        // R4 lets other languages in; the type knows the computable ones only.
        criteria: { language: 'text/plain' as 'text/cql', expression: criteria[code] },
      })),
    })),
  };
}

const criteria = {
  denominator:
    'The set’s cohort, where the indicator applies and can be judged; what is not recorded counts as not achieved',
  numerator: 'Achieved',
  'denominator-exclusion': 'Outside the indicator, left out, or too early to judge',
} as const;

export interface MonthCounts {
  readonly set: IndicatorSet;
  /** First day of the month in which the patients were found. */
  readonly month: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly countedAt: Date;
  readonly hospital: string;
  readonly tallies: ReadonlyMap<string, Tally>;
}

export function measureReportResource(counts: MonthCounts): MeasureReport {
  const { set, month, lastDay, tallies } = counts;
  return {
    resourceType: 'MeasureReport',
    id: `${set.id}.${month.slice(0, 7)}`,
    status: 'complete',
    type: 'summary',
    measure: `${measureUrl(set.id)}|${set.edition}`,
    date: counts.countedAt.toISOString(),
    reporter: { display: counts.hospital },
    period: { start: month, end: lastDay },
    group: set.indicators
      .filter(isCountedInPatients)
      .flatMap((indicator) => groupOf(indicator, tallies.get(indicator.id))),
  };
}

function groupOf(indicator: Indicator, tally: Tally | undefined): MeasureReportGroup[] {
  const code = concept([ownCoding('indicator', indicator.id)], indicator.says.en);
  if (tally === undefined) return [];
  const denominator = tally.achieved + tally.missed + tally['not-recorded'];
  if (denominator < leastShown)
    return [{ code, extension: [{ url: ownSystem('too-few-to-show'), valueBoolean: true }] }];
  const excluded = tally['too-early'] + tally.outside + tally['left-out'];
  return [
    {
      code,
      population: [
        { code: { coding: [coding(populations, 'denominator')] }, count: denominator },
        { code: { coding: [coding(populations, 'numerator')] }, count: tally.achieved },
        { code: { coding: [coding(populations, 'denominator-exclusion')] }, count: excluded },
      ],
      measureScore: { value: Number((tally.achieved / denominator).toFixed(6)) },
      extension: [{ url: ownSystem('not-recorded'), valueInteger: tally['not-recorded'] }],
    },
  ];
}
