// What a hospital chose for all its people, kept in site.choices; whatever else stands there is left alone.

import { z } from 'zod';
import type { SiteTransaction } from '../database/site-transaction.ts';

export interface SiteChoices {
  /** Whether everybody with a password needs a second factor, or may have one. */
  readonly secondFactor: 'required' | 'offered';
  /** Whether calendars outside this program may name patients. */
  readonly calendarNames: boolean;
}

const form = z.object({
  secondFactor: z.enum(['required', 'offered']).catch('required'),
  calendarNames: z.boolean().catch(false),
});

/** Strict where nothing, or nonsense, was kept. */
export function siteChoicesFrom(kept: unknown): SiteChoices {
  const read = form.safeParse(kept);
  return read.success ? read.data : { secondFactor: 'required', calendarNames: false };
}

export async function siteChoices({ db, site }: SiteTransaction): Promise<SiteChoices> {
  const { choices } = await db
    .selectFrom('site')
    .select('choices')
    .where('site_id', '=', site)
    .executeTakeFirstOrThrow();
  return siteChoicesFrom(choices);
}

export async function keepSiteChoice(
  { db, site }: SiteTransaction,
  choice: Partial<SiteChoices>,
): Promise<void> {
  const { choices } = await db
    .selectFrom('site')
    .select('choices')
    .where('site_id', '=', site)
    .forUpdate()
    .executeTakeFirstOrThrow();
  await db
    .updateTable('site')
    .set({ choices: JSON.stringify({ ...(choices as object), ...choice }) })
    .where('site_id', '=', site)
    .execute();
}
