// Who comes to this hospital and how its service works, as the simulation needs to know: read from its own last year, so that a
// "what if" begins where the hospital stands. Kept by month when it is counted.

import type { CalendarDate } from '@breekpunt/core';
import { type Cascade, leastShown, letters, type MixCell, type SiteGroup } from '@breekpunt/quality';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { type Months, twelveMonths } from './period.ts';
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
    .orderBy('kind')
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
  starts: Starts,
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
    ...starts,
  };
}

type Starts = Readonly<Record<'startedWithContact' | 'startedWithout', number | null>>;

/**
 * Who started of those who were spoken to by 16 weeks, and of those who were not. Of patients of whom it is known: a start that nobody
 * asked about is no "not started". Null below the number of patients that says anything.
 */
export async function startsByContact(
  tx: SiteTransaction,
  { months, indicators }: { readonly months: Months; readonly indicators: readonly string[] },
): Promise<Starts> {
  const letter = (id: string) => sql<string>`substr(standings, ${indicators.indexOf(id) + 1}, 1)`;
  const rows = await tx.db
    .selectFrom('indicator_case')
    .select([
      sql<boolean>`${letter('iof.7')} = ${letters.achieved}`.as('contacted'),
      sql<number>`count(*) filter (where ${letter('iof.8')} = ${letters.achieved})`.as('started'),
      sql<number>`count(*)`.as('known'),
    ])
    .where('site_id', '=', tx.site)
    .where('month', '>=', months.from)
    .where('month', '<=', months.to)
    .where(sql<boolean>`${letter('iof.8')} in (${letters.achieved}, ${letters.missed})`)
    .groupBy('contacted')
    .execute();
  const share = (contacted: boolean): number | null => {
    const row = rows.find((one) => one.contacted === contacted);
    return row === undefined || row.known < leastShown ? null : row.started / row.known;
  };
  return { startedWithContact: share(true), startedWithout: share(false) };
}
