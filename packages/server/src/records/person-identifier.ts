// The numbers by which a person is known: kept sealed, found by a blind index, checked by their digits.
// Decision: one number in use belongs to one person of a hospital; the database refuses a second. A wrong check digit
// is recorded, not refused: whether that is an error depends on who gave the number, a machine or a person typing.

import {
  checkBsn,
  checkInsz,
  failure,
  type IdentifierCheck,
  normaliseBsn,
  normaliseInsz,
  type Result,
  success,
  unreachable,
} from '@breekpunt/core';
import type { SiteTransaction } from '../database/site-transaction.ts';
import type { Keys } from '../secrets/keys.ts';
import { blindIndex, openText, sealText } from '../secrets/sealed-text.ts';
import { inPortions } from './in-portions.ts';

export type IdentifierSystem = 'be-insz' | 'nl-bsn' | 'local';

export interface Identifier {
  readonly system: IdentifierSystem;
  /** Who gives local numbers out; empty for national numbers. */
  readonly assigner: string;
  readonly value: string;
}

export interface KnownIdentifier extends Identifier {
  readonly id: number;
  readonly check: IdentifierCheck | 'not-applicable';
}

export interface IdentifierTaken {
  readonly kind: 'identifier-of-another-person';
  readonly person: number;
}

/** Adds a number; one that the person already has changes nothing. */
export async function addIdentifier(
  tx: SiteTransaction,
  keys: Keys,
  person: number,
  given: Identifier,
): Promise<Result<IdentifierCheck | 'not-applicable', IdentifierTaken>> {
  const added = await insertFree(tx, keys, [{ person, identifier: given }]);
  if (added > 0) return success(checkOf(given));
  const holder = await holderOf(tx, keys, given);
  if (holder === person) return success(checkOf(given));
  if (holder === null) throw new Error('An identifier was refused as taken, and nobody has it');
  return failure({ kind: 'identifier-of-another-person', person: holder });
}

export interface GivenIdentifier {
  readonly person: number;
  readonly identifier: Identifier;
}

/** Numbers of people who are new here. How many were added; those that are in use already stay with their person. */
export async function addIdentifiers(
  tx: SiteTransaction,
  keys: Keys,
  given: readonly GivenIdentifier[],
): Promise<number> {
  let added = 0;
  await inPortions(given, async (portion) => {
    added += await insertFree(tx, keys, portion);
  });
  return added;
}

async function insertFree(
  tx: SiteTransaction,
  keys: Keys,
  given: readonly GivenIdentifier[],
): Promise<number> {
  const rows = await tx.db
    .insertInto('person_identifier')
    .values(
      given.map(({ person, identifier }) => {
        const value = normalised(identifier);
        const place = placeOf(tx.site, identifier);
        return {
          site_id: tx.site,
          person_id: person,
          system: identifier.system,
          assigner: identifier.assigner,
          sealed: sealText(keys.sealing, place, value),
          blind_index: blindIndex(keys.index, place, value),
          check_digit: checkOf(identifier),
        };
      }),
    )
    .onConflict((conflict) =>
      conflict.columns(['site_id', 'blind_index']).where('ended_at', 'is', null).doNothing(),
    )
    .returning('person_identifier_id')
    .execute();
  return rows.length;
}

/** Who has each of the numbers now, in their order; null when nobody. Records that were merged are not followed. */
export async function holdersOf(
  tx: SiteTransaction,
  keys: Keys,
  given: readonly Identifier[],
): Promise<(number | null)[]> {
  if (given.length === 0) return [];
  const indexes = given.map((one) => identifierIndex(keys, tx.site, one));
  const rows = await tx.db
    .selectFrom('person_identifier')
    .select(['person_id', 'blind_index'])
    .where('site_id', '=', tx.site)
    .where('blind_index', 'in', indexes)
    .where('ended_at', 'is', null)
    .execute();
  const holders = new Map(rows.map((row) => [row.blind_index.toString('hex'), row.person_id]));
  return indexes.map((index) => holders.get(index.toString('hex')) ?? null);
}

/** Equal for equal numbers of one hospital, however they are written; tells nothing to who has no key. */
export function identifierIndex(keys: Pick<Keys, 'index'>, site: string, given: Identifier): Buffer {
  return blindIndex(keys.index, placeOf(site, given), normalised(given));
}

/** Who has the number now; null when nobody. A record that was merged leads to the one it was merged into. */
export async function personByIdentifier(
  tx: SiteTransaction,
  keys: Keys,
  given: Identifier,
): Promise<number | null> {
  let person = await holderOf(tx, keys, given);
  const seen = new Set<number>();
  while (person !== null && !seen.has(person)) {
    seen.add(person);
    const row = await tx.db
      .selectFrom('person')
      .select('merged_into_id')
      .where('site_id', '=', tx.site)
      .where('person_id', '=', person)
      .executeTakeFirst();
    if (row === undefined || row.merged_into_id === null) return person;
    person = row.merged_into_id;
  }
  return person;
}

/** Opens every seal: only for showing one person's record. */
export async function identifiersOf(
  tx: SiteTransaction,
  keys: Keys,
  person: number,
): Promise<KnownIdentifier[]> {
  const rows = await tx.db
    .selectFrom('person_identifier')
    .select(['person_identifier_id', 'system', 'assigner', 'sealed', 'check_digit'])
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .orderBy('person_identifier_id')
    .execute();
  return rows.map(({ person_identifier_id: id, system, assigner, sealed, check_digit: check }) => ({
    id,
    system,
    assigner,
    value: openText(keys.sealing, placeOf(tx.site, { system, assigner }), sealed),
    check,
  }));
}

/** As a query brings it along: the sealed bytes in hexadecimal. */
export interface SealedIdentifier extends Omit<Identifier, 'value'> {
  readonly sealed: string;
}

/** For writing whole records out. */
export function openedIdentifier(
  keys: Pick<Keys, 'sealing'>,
  site: string,
  { system, assigner, sealed }: SealedIdentifier,
): Identifier {
  const place = placeOf(site, { system, assigner });
  return { system, assigner, value: openText(keys.sealing, place, Buffer.from(sealed, 'hex')) };
}

async function holderOf(tx: SiteTransaction, keys: Keys, given: Identifier): Promise<number | null> {
  const [holder] = await holdersOf(tx, keys, [given]);
  return holder ?? null;
}

function normalised({ system, value }: Identifier): string {
  switch (system) {
    case 'be-insz':
      return normaliseInsz(value);
    case 'nl-bsn':
      return normaliseBsn(value);
    case 'local':
      return value.trim();
    default:
      return unreachable(system);
  }
}

export function checkOf({ system, value }: Identifier): IdentifierCheck | 'not-applicable' {
  switch (system) {
    case 'be-insz':
      return checkInsz(value);
    case 'nl-bsn':
      return checkBsn(value);
    case 'local':
      return 'not-applicable';
    default:
      return unreachable(system);
  }
}

/** The hospital is part of it, so that two hospitals' rows for one patient cannot be matched. */
function placeOf(site: string, { system, assigner }: Pick<Identifier, 'system' | 'assigner'>): string[] {
  return [site, system, assigner];
}
