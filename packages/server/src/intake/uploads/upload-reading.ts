// How an uploaded table is to be read: which column holds what, and whose patient numbers are in it.
// Decision: what a person said once about a table is remembered by its headers, so next month's file needs nothing; and
// numbers without an authority are those of the one authority the hospital's messages use, when there is only one.

import { type ColumnMapping, columnFields, type ReadEvent, readReports } from '@breekpunt/integrate';
import { z } from 'zod';
import type { SiteTransaction } from '../../database/site-transaction.ts';

const column = z.union([z.string().min(1).max(300), z.number().int().min(1).max(500)]);

export const mappingForm: z.ZodType<ColumnMapping> = z.strictObject(
  Object.fromEntries(columnFields.map((field) => [field, column.optional()])),
) as unknown as z.ZodType<ColumnMapping>;

export interface UploadReading {
  readonly name: string;
  readonly mapping: ColumnMapping | null;
  /** Who gives the patients' numbers out. */
  readonly assigner: string;
}

export const readingForm: z.ZodType<UploadReading> = z.strictObject({
  name: z.string(),
  mapping: mappingForm.nullable(),
  assigner: z.string(),
});

async function* inOnePiece(raw: Uint8Array): AsyncGenerator<Uint8Array> {
  yield raw;
}

/** The events of a file, all of them. */
export async function* eventsOf(
  raw: Uint8Array,
  reading: Omit<UploadReading, 'assigner'>,
): AsyncGenerator<ReadEvent> {
  const { name, mapping } = reading;
  const batches = readReports(inOnePiece(raw), { name, ...(mapping === null ? {} : { mapping }) });
  for await (const batch of batches) yield* batch;
}

export async function rememberedMapping(
  tx: SiteTransaction,
  headers: readonly string[],
): Promise<ColumnMapping | null> {
  const row = await tx.db
    .selectFrom('column_mapping')
    .select('mapping')
    .where('site_id', '=', tx.site)
    .where('headers', '=', nameOfTable(headers))
    .executeTakeFirst();
  return row === undefined ? null : mappingForm.parse(row.mapping);
}

export async function rememberMapping(
  tx: SiteTransaction,
  headers: readonly string[],
  mapping: ColumnMapping,
  by: number,
  at: Date,
): Promise<void> {
  const said = { mapping: JSON.stringify(mapping), changed_by: by, changed_at: at };
  await tx.db
    .insertInto('column_mapping')
    .values({ site_id: tx.site, headers: nameOfTable(headers), ...said })
    .onConflict((conflict) => conflict.columns(['site_id', 'headers']).doUpdateSet(said))
    .execute();
}

/** The order of columns may change from one export to the next. */
function nameOfTable(headers: readonly string[]): string {
  return JSON.stringify([...headers].toSorted());
}

/** The one authority of local numbers at this hospital; "upload" when there is none or several. */
export async function usualAssigner(tx: SiteTransaction): Promise<string> {
  const rows = await tx.db
    .selectFrom('person_identifier')
    .select('assigner')
    .distinct()
    .where('site_id', '=', tx.site)
    .where('system', '=', 'local')
    .where('assigner', 'not in', ['fhir', 'upload'])
    .limit(2)
    .execute();
  return rows.length === 1 ? (rows[0]?.assigner ?? 'upload') : 'upload';
}
