// What a person once said about a table, remembered by the words of its first row, so that next month's file needs
// nothing. Decision: the first row is taken as the file shows it unasked, so a table that is cut wrongly every month is
// known again every month; and columns are remembered by header, because an export may change their order.

import type { ColumnMapping } from '@breekpunt/integrate';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import { type FileShape, mappingForm, shapeForm } from './upload-reading.ts';

export interface SaidOfTable {
  readonly mapping: ColumnMapping;
  readonly shape: FileShape;
}

export async function rememberedReading(
  tx: SiteTransaction,
  headers: readonly string[],
): Promise<SaidOfTable | null> {
  const row = await tx.db
    .selectFrom('column_mapping')
    .select(['mapping', 'shape'])
    .where('site_id', '=', tx.site)
    .where('headers', '=', signatureOf(headers))
    .executeTakeFirst();
  if (row === undefined) return null;
  return { mapping: mappingForm.parse(row.mapping), shape: shapeForm.parse(row.shape) };
}

export async function rememberReading(
  tx: SiteTransaction,
  headers: readonly string[],
  { mapping, shape }: SaidOfTable,
  by: number,
  at: Date,
): Promise<void> {
  const said = {
    mapping: JSON.stringify(shape.headerRow === false ? mapping : byHeader(mapping, headers)),
    shape: JSON.stringify(shape),
    changed_by: by,
    changed_at: at,
  };
  await tx.db
    .insertInto('column_mapping')
    .values({ site_id: tx.site, headers: signatureOf(headers), ...said })
    .onConflict((conflict) => conflict.columns(['site_id', 'headers']).doUpdateSet(said))
    .execute();
}

/** A column keeps its number when its header is empty, or is also another's. */
function byHeader(mapping: ColumnMapping, headers: readonly string[]): ColumnMapping {
  const named = Object.entries(mapping).map(([field, column]) => {
    const header = typeof column === 'number' ? (headers[column - 1]?.trim() ?? '') : '';
    const alone = header !== '' && headers.filter((other) => other.trim() === header).length === 1;
    return [field, alone ? header : column];
  });
  return Object.fromEntries(named) as ColumnMapping;
}

function signatureOf(headers: readonly string[]): string {
  return JSON.stringify(headers.map((header) => header.trim()).toSorted());
}
