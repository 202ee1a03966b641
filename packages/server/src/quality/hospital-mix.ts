// Who comes to this hospital and how its service works, as the simulation needs to know: read from its own last year, so that a
// "what if" begins where the hospital stands.

import type { CalendarDate } from '@breekpunt/core';
import type { Cascade, MixCell, SiteGroup } from '@breekpunt/quality';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { twelveMonths } from './period.ts';
import type { QualityFigures } from './quality-figures.ts';

export interface HospitalMix {
  readonly patients: number;
  readonly mix: readonly MixCell[];
}

/** The fracture patients of 50 and older of the twelve months before; empty when there were none. */
export async function hospitalMix(tx: SiteTransaction, cut: CalendarDate): Promise<HospitalMix> {
  const { from, to } = twelveMonths(cut, 0);
  const group = sql<SiteGroup>`case when e.fracture_site like 'hip.%' then 'hip'
    when e.fracture_site like 'vertebra.%' then 'vertebra'
    when e.fracture_site like 'wrist.%' then 'wrist' else 'other' end`;
  const age = sql<number>`least(97, (extract(year from age(c.opened_on, p.birth_date))::int / 5) * 5 + 2)`;
  const rows = await tx.db
    .selectFrom('indicator_case as i')
    .innerJoin('fls_case as c', (join) =>
      join.onRef('c.site_id', '=', 'i.site_id').onRef('c.fls_case_id', '=', 'i.fls_case_id'),
    )
    .innerJoin('fracture_episode as e', (join) =>
      join.onRef('e.site_id', '=', 'c.site_id').onRef('e.fracture_episode_id', '=', 'c.fracture_episode_id'),
    )
    .innerJoin('person as p', (join) =>
      join.onRef('p.site_id', '=', 'c.site_id').onRef('p.person_id', '=', 'c.person_id'),
    )
    .select(['p.sex', group.as('group'), age.as('age'), sql<number>`count(*)`.as('weight')])
    .where('i.site_id', '=', tx.site)
    .where('i.set_id', '=', 'iof-2020')
    .where('i.month', '>=', from)
    .where('i.month', '<=', to)
    .where(sql<boolean>`substr(i.standings, 1, 1) <> 'x'`)
    .where('p.sex', 'in', ['female', 'male'])
    .groupBy(['p.sex', group, age])
    .execute();
  const mix = rows.flatMap(({ sex, ...cell }): MixCell[] =>
    sex === 'female' || sex === 'male' ? [{ sex, ...cell }] : [],
  );
  return { patients: mix.reduce((sum, { weight }) => sum + weight, 0), mix };
}

/**
 * Shares as the figures of IOF-2020 have them; null where nothing could be counted. A scan and a recommendation are counted among all
 * who were found; the simulation asks for them among those assessed.
 */
export function cascadeNow(
  figures: QualityFigures['figures'],
): Partial<Record<keyof Cascade, number | null>> {
  const share = (id: string): number | null =>
    figures.find(({ indicator }) => indicator.id === id)?.figure.ofAll.share ?? null;
  const amongAssessed = (id: string): number | null => {
    const [part, assessed] = [share(id), share('iof.3')];
    return part === null || assessed === null || assessed === 0 ? null : Math.min(1, part / assessed);
  };
  return {
    assessed: share('iof.3'),
    scanned: amongAssessed('iof.4'),
    recommended: amongAssessed('iof.6'),
    contacted: share('iof.7'),
    startedWithContact: share('iof.8'),
  };
}
