// What the hospital says about itself for its figures. Decision: nothing said is null and "not recorded"; a default caseload would
// colour a figure that nobody vouches for.

import type { Answer } from '@breekpunt/core';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';

export interface QualityChoices {
  /** Fragility fractures that the hospital expects in a year; null when nobody said. */
  readonly patientsPerYear: number | null;
  readonly spinePercent: number | null;
  /** Whether other hospitals of this installation see its counts, never its patients. */
  readonly shareFigures: boolean;
  readonly organisation: Readonly<Record<string, Answer>>;
}

export async function qualityChoices(tx: SiteTransaction): Promise<QualityChoices> {
  const row = await tx.db
    .selectFrom('quality_choice')
    .selectAll()
    .where('site_id', '=', tx.site)
    .executeTakeFirst();
  return {
    patientsPerYear: row?.patients_per_year ?? null,
    spinePercent: row?.spine_percent ?? null,
    shareFigures: row?.share_figures ?? false,
    organisation: (row?.organisation ?? {}) as Readonly<Record<string, Answer>>,
  };
}

export async function saveQualityChoices(tx: SiteTransaction, choices: QualityChoices): Promise<void> {
  const values = {
    patients_per_year: choices.patientsPerYear,
    spine_percent: choices.spinePercent,
    share_figures: choices.shareFigures,
    organisation: JSON.stringify(choices.organisation),
  };
  await tx.db
    .insertInto('quality_choice')
    .values({ site_id: tx.site, ...values })
    .onConflict((conflict) =>
      conflict.column('site_id').doUpdateSet({ ...values, version: sql<number>`quality_choice.version + 1` }),
    )
    .execute();
}
