// The hospital's own row, and the proof that this program holds its key.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { failure, type Language, type Result, success } from '@breekpunt/core';
import type { SiteTransaction } from '../database/site-transaction.ts';
import type { Keys } from '../secrets/keys.ts';

export interface NewSite {
  readonly name: string;
  readonly country: 'BE' | 'NL';
  readonly language: Language;
  /** Invented patients; false when absent. */
  readonly synthetic?: boolean;
}

/** Identifiers of this hospital were sealed with another key. */
export interface WrongKey {
  readonly kind: 'wrong-key';
}

/** Makes the row when it is not there, and never changes one that is. */
export async function ensureSite(
  { db, site }: SiteTransaction,
  keys: Keys,
  { name, country, language, synthetic = false }: NewSite,
): Promise<Result<'made' | 'known', WrongKey>> {
  const proof = proofOf(keys, site);
  const made = await db
    .insertInto('site')
    .values({ site_id: site, name, country, language, synthetic, key_check: proof })
    .onConflict((conflict) => conflict.column('site_id').doNothing())
    .returning('site_id')
    .executeTakeFirst();
  if (made !== undefined) return success('made');
  const row = await db
    .selectFrom('site')
    .select('key_check')
    .where('site_id', '=', site)
    .executeTakeFirstOrThrow();
  return timingSafeEqual(row.key_check, proof) ? success('known') : failure({ kind: 'wrong-key' });
}

function proofOf(keys: Keys, site: string): Buffer {
  return createHmac('sha256', keys.check).update(site).digest();
}
