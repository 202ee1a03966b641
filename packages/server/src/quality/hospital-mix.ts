// Who comes to this hospital and how its service works, as the simulation needs to know: read from its own last year, so that a
// "what if" begins where the hospital stands. Kept by month when it is counted.

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
  const rows = await tx.db
    .selectFrom('indicator_mix')
    .select(['kind', sql<number>`sum(patients)`.as('weight')])
    .where('site_id', '=', tx.site)
    .where('month', '>=', from)
    .where('month', '<=', to)
    .groupBy('kind')
    .execute();
  const mix = rows.flatMap(({ kind, weight }): MixCell[] => {
    const [sex, age, group] = kind.split('-');
    if (weight <= 0 || (sex !== 'female' && sex !== 'male')) return [];
    return [{ sex, age: Number(age), group: group as SiteGroup, weight }];
  });
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
