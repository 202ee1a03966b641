// Searching for people, with the search and everybody it showed in the log.

import type { SiteTransaction } from '../database/site-transaction.ts';
import { type FoundPerson, type PersonQuery, searchPersons } from '../records/search-persons.ts';
import type { Keys } from '../secrets/keys.ts';
import type { LogReader } from './read-audit.ts';
import { recordAudit } from './record-audit.ts';

export async function loggedSearch(
  tx: SiteTransaction,
  keys: Pick<Keys, 'audit'>,
  { actor, address, at }: LogReader,
  query: PersonQuery,
  limit: number,
): Promise<FoundPerson[]> {
  const found = await searchPersons(tx, query, limit);
  await recordAudit(tx, keys, [
    {
      at,
      actor,
      action: 'search',
      outcome: 'done',
      person: null,
      shown: found.map(({ id }) => id),
      object: null,
      // Which fields were asked, not what for: a name in the log would be patient data.
      detail: { byName: query.name !== null, byBirthDate: query.birthDate !== null, found: found.length },
      breakGlass: null,
      address,
    },
  ]);
  return found;
}
