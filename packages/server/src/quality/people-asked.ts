// Whose rows are read: a stretch of numbers when all are counted, or the people of one page. One condition serves
// every table.

import { type RawBuilder, sql } from 'kysely';

/** People with this number or a higher one, up to and with the second. */
export interface PersonRange {
  readonly from: number;
  readonly to: number;
}

export type PeopleAsked = PersonRange | readonly number[];

export function ofPeople(asked: PeopleAsked, column: 'person_id' | 'c.person_id'): RawBuilder<boolean> {
  const person = sql.ref(column);
  return 'from' in asked
    ? sql<boolean>`${person} between ${asked.from} and ${asked.to}`
    : sql<boolean>`${person} = any(${[...asked]})`;
}
