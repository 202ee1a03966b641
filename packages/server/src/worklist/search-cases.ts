// Finds patients by name, day of birth or number, with their cases. One box: what was typed tells which it is.
// Decision: a number is looked up whole through the blind index, never by its beginning, and is sought as every kind of
// number it could be. Who was shown goes into the log; what was typed does not.

import { type CalendarDate, calendarDateOf, parseCalendarDate } from '@breekpunt/core';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { type IdentifierSystem, personByIdentifier } from '../records/person-identifier.ts';
import { type PersonQuery, searchPersons } from '../records/search-persons.ts';
import type { Keys } from '../secrets/keys.ts';
import { readRows, type WorklistRow } from './worklist-row.ts';

export interface CaseSearch {
  readonly rows: readonly WorklistRow[];
  /** People found who have no case. */
  readonly withoutCase: number;
  readonly persons: readonly number[];
}

const mostPersons = 20;

export async function searchCases(
  tx: SiteTransaction,
  keys: Keys,
  today: CalendarDate,
  typed: string,
): Promise<CaseSearch> {
  const text = typed.trim();
  const persons = /\d/.test(text) ? await byNumber(tx, keys, text) : [];
  const query = queryFrom(text);
  if (query !== null && persons.length === 0)
    persons.push(...(await searchPersons(tx, query, mostPersons)).map(({ id }) => id));
  if (persons.length === 0) return { rows: [], withoutCase: 0, persons: [] };
  const cases = await tx.db
    .selectFrom('fls_case')
    .select(['fls_case_id', 'person_id'])
    .where('site_id', '=', tx.site)
    .where('person_id', 'in', persons)
    .orderBy('urgency', 'desc')
    .orderBy('fls_case_id')
    .execute();
  const withCase = new Set(cases.map(({ person_id: person }) => person));
  return {
    rows: await readRows(
      tx,
      today,
      cases.map(({ fls_case_id: id }) => id),
    ),
    withoutCase: persons.filter((person) => !withCase.has(person)).length,
    persons,
  };
}

async function byNumber(tx: SiteTransaction, keys: Keys, value: string): Promise<number[]> {
  const systems: readonly IdentifierSystem[] = ['be-insz', 'nl-bsn', 'local'];
  const assigners = await tx.db
    .selectFrom('person_identifier')
    .select('assigner')
    .distinct()
    .where('site_id', '=', tx.site)
    .execute();
  const found = new Set<number>();
  for (const system of systems)
    for (const assigner of system === 'local' ? assigners.map((row) => row.assigner) : ['']) {
      const person = await personByIdentifier(tx, keys, { system, assigner, value });
      if (person !== null) found.add(person);
    }
  return [...found];
}

/** "12/3/1941", "12 3 1941" and "1941-03-12" are days; other text with digits is a number and nothing else. */
function queryFrom(text: string): PersonQuery | null {
  const day = dayFrom(text);
  if (day !== null) return { name: null, birthDate: day };
  return text === '' || /\d/.test(text) ? null : { name: text, birthDate: null };
}

function dayFrom(text: string): CalendarDate | null {
  const iso = parseCalendarDate(text);
  if (iso.ok) return iso.value;
  const parts = /^(\d{1,2})[\s./-](\d{1,2})[\s./-](\d{4})$/.exec(text);
  if (parts === null) return null;
  const day = calendarDateOf(Number(parts[3]), Number(parts[2]), Number(parts[1]));
  return day.ok ? day.value : null;
}
