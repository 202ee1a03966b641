// Holds everybody whom something that comes in is about, before anything of theirs is read or written: first the numbers, then the
// people, each in one order. Decision: whoever brings several patients at once holds them all at the beginning. Two that speak of
// the same people in different orders then wait for one another; taken one by one, each would hold whom the other waits for, and
// the database would have to undo one of them. People are held before their rows and their cases are touched, by people at
// a screen too.

import type { RecordedIdentifier } from '@breekpunt/integrate';
import { sql } from 'kysely';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import { identifierIndex } from '../../records/person-identifier.ts';
import type { Keys } from '../../secrets/keys.ts';
import { holdPersons } from '../reports/refresh-persons.ts';

export interface WhoIsMeant {
  /** Numbers under which somebody may have to be added. */
  readonly numbers: readonly RecordedIdentifier[];
  /** Numbers that only point at somebody. */
  readonly references?: readonly RecordedIdentifier[];
  /** People who are concerned besides. */
  readonly persons?: readonly number[];
}

/** Until the end of the transaction. */
export async function holdPatients(
  tx: SiteTransaction,
  keys: Pick<Keys, 'index'>,
  { numbers, references = [], persons = [] }: WhoIsMeant,
): Promise<void> {
  await holdNumbers(tx, keys, numbers);
  const meant = [...persons, ...(await behind(tx, keys, [...numbers, ...references]))];
  if (meant.length > 0) await holdPersons(tx, meant);
}

/** Two messages about one new person must not make two people. */
export async function holdNumbers(
  tx: SiteTransaction,
  keys: Pick<Keys, 'index'>,
  identifiers: readonly RecordedIdentifier[],
): Promise<void> {
  const names = indexesOf(tx, keys, identifiers)
    .map((index) => index.toString('hex'))
    .toSorted();
  await sql`select pg_advisory_xact_lock(hashtextextended(name, 1)) from unnest(${names}::text[]) as name`.execute(
    tx.db,
  );
}

/** Who has one of these numbers, and into whom they were merged. */
async function behind(
  tx: SiteTransaction,
  keys: Pick<Keys, 'index'>,
  identifiers: readonly RecordedIdentifier[],
): Promise<number[]> {
  if (identifiers.length === 0) return [];
  const found = await sql<{ id: number }>`
    with recursive chain(id, steps) as (
      select person_id, 0 from person_identifier
       where site_id = ${tx.site} and ended_at is null and blind_index = any (${indexesOf(tx, keys, identifiers)}::bytea[])
      union
      select p.merged_into_id, chain.steps + 1 from chain
        join person p on p.site_id = ${tx.site} and p.person_id = chain.id
       where p.merged_into_id is not null and chain.steps < 50)
    select distinct id from chain`.execute(tx.db);
  return found.rows.map(({ id }) => id);
}

function indexesOf(
  { site }: SiteTransaction,
  keys: Pick<Keys, 'index'>,
  identifiers: readonly RecordedIdentifier[],
): Buffer[] {
  return identifiers.map((one) => identifierIndex(keys, site, one));
}
