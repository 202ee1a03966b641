// The hospital that a door of the whole installation is for: the one it was set for, or the only one there is.

import type { Kysely } from 'kysely';
import type { Tables } from '../database/generated/tables.ts';
import { listSites } from './site-directory.ts';

/** Null while there are several and none was named, or none at all. */
export function siteOrOnly(db: Kysely<Tables>, named: string | null): () => Promise<string | null> {
  let only: string | null = named;
  return async () => {
    if (only !== null) return only;
    // Once found it stays: a second hospital that is added later needs the setting from the next start on.
    const sites = await listSites(db);
    if (sites.length === 1) only = sites[0]?.id ?? null;
    return only;
  };
}
