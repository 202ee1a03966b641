// The laboratory tests that a complete panel holds in the hospital's country; none when knowledge has no list.

import type { CalendarDate } from '@breekpunt/core';
import { type Knowledge, listOn } from '@breekpunt/knowledge';
import type { SiteTransaction } from '../database/site-transaction.ts';

export async function panelOf(
  tx: SiteTransaction,
  { knowledge, cut }: { readonly knowledge: Knowledge; readonly cut: CalendarDate },
): Promise<readonly string[]> {
  const { country } = await tx.db
    .selectFrom('site')
    .select('country')
    .where('site_id', '=', tx.site)
    .executeTakeFirstOrThrow();
  const found = listOn(knowledge, `labs.${country.toLowerCase()}-panel`, cut);
  return found.ok ? found.value.map(String) : [];
}
