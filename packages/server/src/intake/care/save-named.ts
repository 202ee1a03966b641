// Rows of other systems that come again under their sender's names: the newest counts, and how they were before is kept. Decision: one
// way for every table of them, a thousand rows a statement; a row without a name is always a new one.

import { type Insertable, sql } from 'kysely';
import type { CareEventTable, DxaScanTable, LabResultTable } from '../../database/generated/tables.ts';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import { keepCopiesNamed } from '../../records/keep-copies.ts';
import type { SavedRow } from './care-source.ts';

interface NamedRows {
  readonly dxa_scan: Insertable<DxaScanTable>;
  readonly lab_result: Insertable<LabResultTable>;
  readonly care_event: Insertable<CareEventTable>;
}

type NamedTable = keyof NamedRows;

interface Naming {
  readonly key: string;
  /** What makes a name, beside the hospital. */
  readonly name: readonly string[];
  /** A row may have no name. */
  readonly mayBeUnnamed: boolean;
  /** What the newest replaces. */
  readonly replaced: readonly string[];
  /** Whether it may replace at all. */
  readonly unless: string | null;
}

const namings: Readonly<Record<NamedTable, Naming>> = {
  dxa_scan: {
    key: 'dxa_scan_id',
    name: ['source_system', 'source_id'],
    mayBeUnnamed: true,
    replaced: [
      'person_id',
      'scanned_on',
      'region',
      'side',
      'bmd_g_cm2',
      't_score',
      'z_score',
      'vertebrae_used',
      'vertebrae_excluded',
      'reference_database',
      'reference_sex',
      'device_maker',
      'device_model',
      'device_serial',
      'withdrawn_at',
      'inbox_message_id',
    ],
    unless: null,
  },
  lab_result: {
    key: 'lab_result_id',
    name: ['source_system', 'source_id'],
    mayBeUnnamed: true,
    replaced: [
      'person_id',
      'loinc',
      'local_code',
      'name',
      'sampled_on',
      'comparator',
      'value',
      'value_text',
      'unit',
      'reference_low',
      'reference_high',
      'status',
      'inbox_message_id',
    ],
    // A late preliminary value never replaces a final one.
    unless: "excluded.status = 'preliminary' and lab_result.status <> 'preliminary'",
  },
  care_event: {
    key: 'care_event_id',
    name: ['kind', 'source_system', 'source_id'],
    mayBeUnnamed: false,
    replaced: [
      'person_id',
      'code_system',
      'code',
      'name',
      'status',
      'started_on',
      'ended_on',
      'inbox_message_id',
    ],
    unless: null,
  },
};

const rowsAtOnce = 1_000;

export async function saveNamed<T extends NamedTable>(
  tx: SiteTransaction,
  table: T,
  rows: readonly NamedRows[T][],
): Promise<SavedRow[]> {
  const { key, name, mayBeUnnamed, replaced, unless } = namings[table];
  const saved: SavedRow[] = [];
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce);
    await keepCopiesNamed(tx, table, some);
    const found = await tx.db
      // The columns are those of the table that was named; the compiler follows one of the three.
      .insertInto(table as 'care_event')
      .values(some as readonly Insertable<CareEventTable>[])
      .onConflict((conflict) => {
        const named = conflict.columns(['site_id', ...name] as 'site_id'[]);
        const change = (mayBeUnnamed ? named.where('source_id', 'is not', null) : named).doUpdateSet(
          ({ ref }) => ({
            ...Object.fromEntries(
              replaced.map((column) => [column, ref(`excluded.${column}` as 'excluded.name')]),
            ),
            changed_at: sql<Date>`now()`,
          }),
        );
        return unless === null ? change : change.where(sql<boolean>`not (${sql.raw(unless)})`);
      })
      .returning(sql<number>`${sql.ref(key)}`.as('id'))
      .execute();
    saved.push(...found.map(({ id }) => ({ table, id })));
  }
  return saved;
}
