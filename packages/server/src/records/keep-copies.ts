// Keeps how rows were before they change, so that their earlier versions can still be shown. Called by whoever changes them,
// just before; there are no triggers in this database. A copy that turns out equal to what follows is not counted as a
// version by who reads them.

import { type RawBuilder, sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';

const keys = {
  person: 'person_id',
  fracture_episode: 'fracture_episode_id',
  fls_case: 'fls_case_id',
  task: 'task_id',
  contact: 'contact_id',
  injection: 'injection_id',
  treatment_stop: 'treatment_stop_id',
  guide_facts: 'fls_case_id',
  lab_result: 'lab_result_id',
  dxa_scan: 'dxa_scan_id',
  care_event: 'care_event_id',
  appointment: 'appointment_id',
} as const;

export type CopiedTable = keyof typeof keys;

export function isCopied(table: string): table is CopiedTable {
  return Object.hasOwn(keys, table);
}

/** `which` is asked of the table's own columns. */
export async function keepCopies(
  tx: SiteTransaction,
  table: CopiedTable,
  which: RawBuilder<boolean>,
): Promise<void> {
  await copiesKept(tx, table, which).execute(tx.db);
}

/** The same as a part ("with") of the statement that changes the rows: what it copies is how they were before. */
export function copiesKept(
  { site }: SiteTransaction,
  table: CopiedTable,
  which: RawBuilder<boolean>,
): RawBuilder<unknown> {
  const from = sql.table(table);
  return sql`
    insert into row_copy (site_id, copied_from, row_id, content)
    select site_id, ${table}, ${sql.ref(keys[table])}, to_jsonb(${from})
      from ${from} where site_id = ${site} and ${which}`;
}

export function keepCopyOf(tx: SiteTransaction, table: CopiedTable, id: number): Promise<void> {
  return keepCopies(tx, table, sql<boolean>`${sql.ref(keys[table])} = ${id}`);
}

/** Of rows that come again under their sender's names. */
export async function keepCopiesNamed(
  tx: SiteTransaction,
  table: 'lab_result' | 'dxa_scan' | 'care_event' | 'appointment',
  named: readonly {
    readonly source_system?: string | null | undefined;
    readonly source_id?: string | null | undefined;
  }[],
): Promise<void> {
  const known = named.filter(({ source_id: id }) => id !== null && id !== undefined);
  if (known.length === 0) return;
  const systems = known.map(({ source_system: system }) => system ?? '');
  const ids = known.map(({ source_id: id }) => id);
  await keepCopies(
    tx,
    table,
    sql<boolean>`(source_system, source_id) in
      (select * from unnest(${systems}::text[], ${ids}::text[]))`,
  );
}
