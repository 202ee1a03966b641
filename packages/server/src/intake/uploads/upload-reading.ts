// How an uploaded table is to be read: how it is cut, which column holds what, and whose patient numbers are in it.
// Decision: numbers without an authority are those of the one authority the hospital's messages use, when there is only
// one; remembered-reading.ts keeps what a person said about a table.

import {
  type ColumnMapping,
  columnFields,
  type ReadEvent,
  type ReadOptions,
  readReports,
} from '@breekpunt/integrate';
import { z } from 'zod';
import type { SiteTransaction } from '../../database/site-transaction.ts';

const column = z.union([z.string().min(1).max(300), z.number().int().min(1).max(500)]);

export const mappingForm: z.ZodType<ColumnMapping> = z.strictObject(
  Object.fromEntries(columnFields.map((field) => [field, column.optional()])),
) as unknown as z.ZodType<ColumnMapping>;

/** What a person may say about a file that its bytes do not; what is absent is detected. */
export type FileShape = Pick<ReadOptions, 'delimiter' | 'encoding' | 'sheet' | 'headerRow'>;

export const shapeForm: z.ZodType<FileShape> = z.strictObject({
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  encoding: z.enum(['utf-8', 'windows-1252', 'iso-8859-15', 'utf-16le', 'macintosh']).optional(),
  sheet: z.string().max(100).optional(),
  headerRow: z.boolean().optional(),
}) as unknown as z.ZodType<FileShape>;

export interface UploadReading {
  readonly name: string;
  readonly mapping: ColumnMapping | null;
  readonly shape: FileShape;
  /** Who gives the patients' numbers out. */
  readonly assigner: string;
}

export const readingForm: z.ZodType<UploadReading> = z.strictObject({
  name: z.string(),
  mapping: mappingForm.nullable(),
  shape: shapeForm.default({}),
  assigner: z.string(),
});

async function* inOnePiece(raw: Uint8Array): AsyncGenerator<Uint8Array> {
  yield raw;
}

/** Hospitals call tables .txt too; a letter alone would name no patient and be of no use here. */
export function tableName(name: string): string {
  return name.replace(/\.txt$/i, '.csv');
}

/** The events of a file, all of them; each report with its row. */
export async function* eventsOf(
  raw: Uint8Array,
  { name, mapping, shape }: Omit<UploadReading, 'assigner'>,
): AsyncGenerator<ReadEvent> {
  const mapped = mapping === null ? {} : { mapping };
  const batches = readReports(inOnePiece(raw), {
    name: tableName(name),
    ...shape,
    ...mapped,
    keepSource: true,
  });
  for await (const batch of batches) yield* batch;
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
