// The hospitals of this installation by name: for the page where one signs in, and to see whether there are any.

import type { Language } from '@breekpunt/core';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/generated/tables.ts';

export interface ListedSite {
  readonly id: string;
  readonly name: string;
  readonly country: 'BE' | 'NL';
  readonly language: Language;
  readonly synthetic: boolean;
}

export function listSites(db: Kysely<Tables>): Promise<ListedSite[]> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('breekpunt.directory', 'names', true)`.execute(tx);
    const rows = await tx
      .selectFrom('site')
      .select(['site_id', 'name', 'country', 'language', 'synthetic'])
      .orderBy('name')
      .orderBy('site_id')
      .execute();
    return rows.map(({ site_id: id, ...rest }) => ({ id, ...rest }));
  });
}
