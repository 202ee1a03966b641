// One page of the worklist, by keyset: the next page begins after the last row of this one, however long the list is and
// whatever arrives meanwhile.
// Decision: the place in the list travels as text that the screen gives back unread. A page never counts; see count-cases.

import { failure, type Result, success } from '@breekpunt/core';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { type Asker, type WorklistCases, worklistCases } from './worklist-cases.ts';
import type { WorklistFilter, WorklistOrder } from './worklist-filter.ts';
import { readRows, type WorklistRow } from './worklist-row.ts';

export interface WorklistPage {
  readonly rows: readonly WorklistRow[];
  /** Give it back to get the next page; null at the end. */
  readonly next: string | null;
}

export interface NotAPlace {
  readonly kind: 'not-a-place-in-the-list';
}

const urgency = sql<number>`fls_case.urgency`;
const fractureDay = sql<string>`coalesce(fls_case.fracture_on, 'infinity'::date)`;
const dueDay = sql<string>`coalesce(fls_case.due_on, 'infinity'::date)`;
const openingDay = sql<string>`fls_case.opened_on`;
const id = sql<number>`fls_case.fls_case_id`;

/** Each order ends with the id, so that no two rows share a place; the same columns as the indexes. */
const orders: Readonly<Record<WorklistOrder, { keys: readonly RawBuilder<unknown>[]; to: 'asc' | 'desc' }>> =
  {
    urgency: { keys: [urgency, fractureDay, id], to: 'desc' },
    due: { keys: [dueDay, id], to: 'asc' },
    newest: { keys: [openingDay, id], to: 'desc' },
  };

export async function worklistPage(
  tx: SiteTransaction,
  asker: Asker,
  filter: WorklistFilter,
  after: string | null,
  size: number,
): Promise<Result<WorklistPage, NotAPlace>> {
  const { keys, to } = orders[filter.order];
  let query = worklistCases(tx, asker, filter);
  if (after !== null) {
    const place = readPlace(after, keys.length);
    if (place === null) return failure({ kind: 'not-a-place-in-the-list' });
    query = query.where(isAfter(keys, to, place));
  }
  const found = await idsOf(query, keys, to, size + 1);
  const page = found.slice(0, size);
  const last = page.at(-1);
  return success({
    rows: await readRows(
      tx,
      asker.today,
      page.map(({ id: found }) => found),
    ),
    next: found.length > size && last !== undefined ? writePlace(last.place) : null,
  });
}

async function idsOf(
  query: WorklistCases,
  keys: readonly RawBuilder<unknown>[],
  to: 'asc' | 'desc',
  limit: number,
): Promise<{ readonly id: number; readonly place: readonly string[] }[]> {
  let ordered = query
    .select('fls_case.fls_case_id')
    .select(sql<string[]>`array[${sql.join(keys.map((key) => sql`(${key})::text`))}]`.as('place'));
  for (const key of keys) ordered = ordered.orderBy(key, to);
  const rows = await ordered.limit(limit).execute();
  return rows.map(({ fls_case_id: found, place }) => ({ id: found, place }));
}

/** A row comparison: PostgreSQL starts reading its index at that place. */
function isAfter(
  keys: readonly RawBuilder<unknown>[],
  to: 'asc' | 'desc',
  place: readonly string[],
): RawBuilder<boolean> {
  const types = keys.map((key) => (key === urgency ? 'integer' : key === id ? 'bigint' : 'date'));
  const values = place.map((value, at) => sql`${value}::${sql.raw(types[at] ?? 'text')}`);
  return sql<boolean>`(${sql.join(keys)}) ${sql.raw(to === 'asc' ? '>' : '<')} (${sql.join(values)})`;
}

function writePlace(place: readonly string[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

const places = z.array(z.string().regex(/^(?:-?\d{1,18}|\d{4}-\d{2}-\d{2}|infinity)$/));

function readPlace(text: string, length: number): readonly string[] | null {
  try {
    const place = places.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return place.length === length ? place : null;
  } catch {
    return null;
  }
}
