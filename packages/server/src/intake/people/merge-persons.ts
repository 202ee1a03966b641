// Two records of one person become one, and can be taken apart again.
// Decision: what belongs to the retired record is moved to the survivor, and each moved row is remembered, as is every
// row that arrives for the retired record afterwards; so undoing gives each record back exactly what was its own. The
// retired record keeps its numbers: they lead to the survivor as long as the merge holds.

import { failure, type Result, success } from '@breekpunt/core';
import { type RawBuilder, sql } from 'kysely';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import { isCopied, keepCopies, keepCopyOf } from '../../records/keep-copies.ts';
import type { CaseFinding } from '../reports/case-finding.ts';
import { type CaseEvent, type Moment, tellCasesOf } from '../reports/keep-cases.ts';
import { holdPersons, refreshPersons } from '../reports/refresh-persons.ts';
import { survivorOf } from './find-person.ts';

/** Tables whose rows belong to a person, with their own key. */
const ownedBy = [
  'report',
  'finding',
  'fracture_episode',
  'fls_case',
  'verdict',
  'task',
  'assessment',
  'dxa_scan',
  'vertebra_reading',
  'spine_image',
  'lab_result',
  'falls_assessment',
  'acute_hip_care',
  'risk_result',
  'decision',
  'contact',
  'injection',
  'treatment_stop',
  'case_transfer',
  'letter',
  'guide_link',
  'diary_entry',
  'appointment',
  'care_event',
] as const;

export type OwnedTable = (typeof ownedBy)[number];

export interface MergeOf {
  readonly retired: number;
  readonly survivor: number;
  readonly inboxMessage?: number;
  readonly by?: number;
}

export interface MergeRefused {
  readonly kind: 'same-person' | 'already-merged';
}

export async function mergePersons(
  tx: SiteTransaction,
  finding: CaseFinding,
  { retired, survivor: named, inboxMessage, by }: MergeOf,
  moment: Moment,
): Promise<Result<readonly CaseEvent[], MergeRefused>> {
  const survivor = await heldSurvivor(tx, retired, named);
  if ((await survivorOf(tx, retired)) === survivor) return failure({ kind: 'same-person' });
  await keepCopyOf(tx, 'person', retired);
  const taken = await tx.db
    .updateTable('person')
    .set({ merged_into_id: survivor, changed_at: moment.now, version: sql<number>`version + 1` })
    .where('site_id', '=', tx.site)
    .where('person_id', '=', retired)
    .where('merged_into_id', 'is', null)
    .returning('person_id')
    .executeTakeFirst();
  if (taken === undefined) return failure({ kind: 'already-merged' });
  const merge = await tx.db
    .insertInto('person_merge')
    .values({
      site_id: tx.site,
      retired_id: retired,
      survivor_id: survivor,
      inbox_message_id: inboxMessage ?? null,
      merged_by: by ?? null,
      merged_at: moment.now,
    })
    .returning('person_merge_id')
    .executeTakeFirstOrThrow();
  await keepNamesApart(tx, retired);
  for (const table of ownedBy) await moveAll(tx, table, retired, survivor, merge.person_merge_id);
  const events = await refreshPersons(tx, finding, [survivor], moment);
  const told = await tellCasesOf(tx, survivor, 'person-merged', moment.now);
  return success([...events, ...told]);
}

/** Both records are held; whoever was merged while one waited for them is the other record from then on. */
async function heldSurvivor(tx: SiteTransaction, retired: number, named: number): Promise<number> {
  for (let survivor = await survivorOf(tx, named); ; ) {
    await holdPersons(tx, [retired, survivor]);
    const now = await survivorOf(tx, survivor);
    if (now === survivor) return survivor;
    survivor = now;
  }
}

/** Takes the newest merge of this record apart; null when it is not merged. */
export async function unmergePersons(
  tx: SiteTransaction,
  finding: CaseFinding,
  { retired, by }: Pick<MergeOf, 'retired' | 'by'>,
  moment: Moment,
): Promise<readonly CaseEvent[] | null> {
  const merge = await tx.db
    .updateTable('person_merge')
    .set({ undone_at: moment.now, undone_by: by ?? null })
    .where('site_id', '=', tx.site)
    .where('retired_id', '=', retired)
    .where('undone_at', 'is', null)
    .returning(['person_merge_id', 'survivor_id'])
    .executeTakeFirst();
  if (merge === undefined) return null;
  const survivor = await survivorOf(tx, merge.survivor_id);
  await holdPersons(tx, [retired, survivor]);
  await keepCopyOf(tx, 'person', retired);
  await tx.db
    .updateTable('person')
    .set({ merged_into_id: null, changed_at: moment.now, version: sql<number>`version + 1` })
    .where('site_id', '=', tx.site)
    .where('person_id', '=', retired)
    .execute();
  for (const table of ownedBy) await moveBack(tx, table, survivor, retired, merge.person_merge_id);
  await leaveForeignCases(tx, [retired, survivor]);
  const events = await refreshPersons(tx, finding, [retired, survivor], moment);
  const told = [
    ...(await tellCasesOf(tx, retired, 'person-unmerged', moment.now)),
    ...(await tellCasesOf(tx, survivor, 'person-unmerged', moment.now)),
  ];
  return [...events, ...told];
}

/** A row arrived for a record that is merged: it goes along when the merge is undone. */
export async function noteForRetired(
  tx: SiteTransaction,
  retired: number,
  rows: readonly { readonly table: OwnedTable; readonly id: number }[],
): Promise<void> {
  if (rows.length === 0) return;
  const merge = await tx.db
    .selectFrom('person_merge')
    .select('person_merge_id')
    .where('site_id', '=', tx.site)
    .where('retired_id', '=', retired)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  if (merge === undefined) return;
  await tx.db
    .insertInto('person_merge_row')
    .values(
      rows.map(({ table, id }) => ({
        site_id: tx.site,
        person_merge_id: merge.person_merge_id,
        moved_from: table,
        row_id: id,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Both records may have an episode of one name, such as a code of one day; names are unique within a person. */
async function keepNamesApart(tx: SiteTransaction, retired: number): Promise<void> {
  await sql`update fracture_episode set episode_key = episode_key || ' (of ' || person_id || ')'
    where site_id = ${tx.site} and person_id = ${retired}`.execute(tx.db);
}

/** Rows that people edit: whoever has one open is told that it is another person's now. Not contacts: theirs counts what was written. */
const edited: ReadonlySet<OwnedTable> = new Set([
  'fracture_episode',
  'fls_case',
  'task',
  'assessment',
  'injection',
  'letter',
]);

function raised(table: OwnedTable): RawBuilder<unknown> {
  return edited.has(table) ? sql`, version = version + 1` : sql``;
}

async function moveAll(
  tx: SiteTransaction,
  table: OwnedTable,
  from: number,
  to: number,
  merge: number,
): Promise<void> {
  const key = sql.ref(`${table}_id`);
  if (isCopied(table)) await keepCopies(tx, table, sql<boolean>`person_id = ${from}`);
  await sql`
    with moved as (
      update ${sql.table(table)} set person_id = ${to}${raised(table)}
       where site_id = ${tx.site} and person_id = ${from} returning ${key} as id)
    insert into person_merge_row (site_id, person_merge_id, moved_from, row_id)
    select ${tx.site}, ${merge}::bigint, ${table}::text, id from moved`.execute(tx.db);
}

async function moveBack(
  tx: SiteTransaction,
  table: OwnedTable,
  from: number,
  to: number,
  merge: number,
): Promise<void> {
  const going = sql<boolean>`(person_id = ${from} and ${sql.ref(`${table}_id`)} in (
    select row_id from person_merge_row
     where site_id = ${tx.site} and person_merge_id = ${merge}::bigint and moved_from = ${table}::text))`;
  if (isCopied(table)) await keepCopies(tx, table, going);
  await sql`
    update ${sql.table(table)} set person_id = ${to}${raised(table)}
     where site_id = ${tx.site} and ${going}`.execute(tx.db);
  // Findings follow their report, also those that were read while the records were one.
  if (table === 'report')
    await sql`
      update finding set person_id = ${to}
       where site_id = ${tx.site} and person_id = ${from} and report_id in (
         select row_id from person_merge_row
          where site_id = ${tx.site} and person_merge_id = ${merge}::bigint and moved_from = 'report')`.execute(
      tx.db,
    );
}

/** An episode does not stay in a case of what is another person again, nor a finding in such an episode. */
async function leaveForeignCases(tx: SiteTransaction, persons: readonly number[]): Promise<void> {
  await sql`
    update fracture_episode e set fls_case_id = null
      from fls_case c
     where e.site_id = ${tx.site} and e.person_id = any (${persons}::bigint[]) and c.site_id = e.site_id and c.fls_case_id = e.fls_case_id
       and c.person_id <> e.person_id`.execute(tx.db);
}
