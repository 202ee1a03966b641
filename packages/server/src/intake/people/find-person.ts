// Whose message is it? The numbers in it lead to one person, to nobody yet, or to trouble that a human must settle.
// Decision: one number that leads to one person is enough, and numbers that lead to two people stop the message: a
// report in the wrong record is worse than a report in quarantine. A national number with a wrong check digit is kept
// and flagged, and is not trusted to tell who somebody is while another number does.

import { earliestDay, failure, precisionOf, type Result, success } from '@breekpunt/core';
import type { PatientDetails, RecordedIdentifier } from '@breekpunt/integrate';
import { sql } from 'kysely';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import { addPerson, type Person, personById } from '../../records/person.ts';
import { addIdentifier, checkOf, identifierIndex } from '../../records/person-identifier.ts';
import { folded } from '../../records/search-name.ts';
import type { Keys } from '../../secrets/keys.ts';
import { holdNumbers } from './hold-patients.ts';
import { firstPhone, keepPhone } from './keep-phone.ts';
import { detailsOfNew, updateDetails } from './person-details.ts';

export type PersonProblem =
  | { readonly kind: 'no-patient-number' }
  | { readonly kind: 'numbers-of-two-people' }
  | { readonly kind: 'another-person-under-this-number' };

export interface PersonWarning {
  readonly kind: 'wrong-check-digit' | 'malformed-number' | 'number-of-another-person';
  readonly system: RecordedIdentifier['system'];
}

export interface FoundPerson {
  readonly person: number;
  /** The record that holds the number, when it was merged into `person` since. */
  readonly heldBy: number;
  /** A birth date or a death became known or changed: what it means for cases must be looked at again. */
  readonly factsChanged: boolean;
  readonly warnings: readonly PersonWarning[];
}

export interface WhoSays {
  /** The sender keeps the hospital's register; others only fill in what nobody knows. */
  readonly authoritative: boolean;
  readonly sentAt: Date | null;
  readonly now: Date;
}

export async function findOrAddPerson(
  tx: SiteTransaction,
  keys: Keys,
  details: PatientDetails,
  who: WhoSays,
): Promise<Result<FoundPerson, PersonProblem>> {
  const { identifiers } = details;
  if (identifiers.length === 0) return failure({ kind: 'no-patient-number' });
  await holdNumbers(tx, keys, identifiers);
  const warnings = identifiers.flatMap(warningOf);
  const holders = await holdersOf(tx, keys, trusted(identifiers));
  const people = new Set(holders.map(({ person }) => person));
  if (people.size > 1) return failure({ kind: 'numbers-of-two-people' });
  const [holder] = holders;
  if (holder === undefined) {
    const person = await addPerson(tx, detailsOfNew(details));
    if (who.sentAt !== null) await updateDetails(tx, person, {}, who);
    await firstPhone(tx, person, details.phone, who);
    warnings.push(...(await addNumbers(tx, keys, person, identifiers)));
    return success({ person, heldBy: person, factsChanged: false, warnings });
  }
  const known = await personById(tx, holder.person);
  if (known === null) throw new Error('A number is held by a person who is not there');
  if (!who.authoritative && isSomebodyElse(known, details))
    return failure({ kind: 'another-person-under-this-number' });
  const factsChanged = await updateDetails(tx, known.id, details, who, known);
  await keepPhone(tx, known.id, details.phone, who);
  warnings.push(...(await addNumbers(tx, keys, holder.heldBy, identifiers)));
  return success({ person: known.id, heldBy: holder.heldBy, factsChanged, warnings });
}

/** Who is meant, when the numbers lead to one record that is not somebody else's; nothing is added. */
export async function knownPerson(
  tx: SiteTransaction,
  keys: Keys,
  details: PatientDetails,
): Promise<number | null> {
  const holders = await holdersOf(tx, keys, trusted(details.identifiers));
  const [person, ...others] = new Set(holders.map((holder) => holder.person));
  if (person === undefined || others.length > 0) return null;
  const known = await personById(tx, person);
  return known === null || isSomebodyElse(known, details) ? null : person;
}

/** Who holds these numbers, merged records followed; nothing is added. */
export async function holdersOf(
  tx: SiteTransaction,
  keys: Pick<Keys, 'index'>,
  identifiers: readonly RecordedIdentifier[],
): Promise<{ readonly person: number; readonly heldBy: number }[]> {
  if (identifiers.length === 0) return [];
  const rows = await tx.db
    .selectFrom('person_identifier')
    .select('person_id')
    .distinct()
    .where('site_id', '=', tx.site)
    .where('ended_at', 'is', null)
    .where(
      'blind_index',
      'in',
      identifiers.map((one) => identifierIndex(keys, tx.site, one)),
    )
    .orderBy('person_id')
    .execute();
  const found: { person: number; heldBy: number }[] = [];
  for (const { person_id: heldBy } of rows) found.push({ person: await survivorOf(tx, heldBy), heldBy });
  return found;
}

/** The record into which this one was merged, directly or in steps; itself when it was not. */
export async function survivorOf(tx: SiteTransaction, person: number): Promise<number> {
  const found = await sql<{ id: number }>`
    with recursive chain(id, next, steps) as (
      select person_id, merged_into_id, 0 from person where site_id = ${tx.site} and person_id = ${person}
      union all
      select p.person_id, p.merged_into_id, chain.steps + 1 from chain
        join person p on p.site_id = ${tx.site} and p.person_id = chain.next
       where chain.steps < 50)
    select id from chain order by steps desc limit 1`.execute(tx.db);
  return found.rows[0]?.id ?? person;
}

function trusted(identifiers: readonly RecordedIdentifier[]): readonly RecordedIdentifier[] {
  const sound = identifiers.filter((one) => ['valid', 'not-applicable'].includes(checkOf(one)));
  return sound.length > 0 ? sound : identifiers;
}

function warningOf(identifier: RecordedIdentifier): PersonWarning[] {
  const { system } = identifier;
  switch (checkOf(identifier)) {
    case 'invalid-check-digit':
      return [{ kind: 'wrong-check-digit', system }];
    case 'malformed':
      return [{ kind: 'malformed-number', system }];
    case 'valid':
    case 'not-applicable':
      return [];
  }
}

async function addNumbers(
  tx: SiteTransaction,
  keys: Keys,
  person: number,
  identifiers: readonly RecordedIdentifier[],
): Promise<PersonWarning[]> {
  const warnings: PersonWarning[] = [];
  for (const identifier of identifiers) {
    const added = await addIdentifier(tx, keys, person, identifier);
    if (added.ok || (await survivorOf(tx, added.error.person)) === (await survivorOf(tx, person))) continue;
    warnings.push({ kind: 'number-of-another-person', system: identifier.system });
  }
  return warnings;
}

/** Another birthday and another family name together: the number was given to somebody else, or mistyped. */
function isSomebodyElse(known: Person, { birthDate, familyName }: PatientDetails): boolean {
  if (birthDate === undefined || familyName === undefined) return false;
  if (known.birthDate === null || known.familyName === null) return false;
  const sameDay =
    precisionOf(birthDate) !== 'day' ||
    precisionOf(known.birthDate) !== 'day' ||
    earliestDay(birthDate) === earliestDay(known.birthDate);
  return !sameDay && folded(familyName) !== folded(known.familyName);
}
