// The language in which a hospital writes to its own team: titles of tasks, and what stands on their lists.

import type { Language } from '@breekpunt/core';
import type { SiteTransaction } from '../database/site-transaction.ts';

export async function siteLanguage({ db, site }: SiteTransaction): Promise<Language> {
  const row = await db
    .selectFrom('site')
    .select('language')
    .where('site_id', '=', site)
    .executeTakeFirstOrThrow();
  return row.language;
}
