// The exports that were asked for. A request is all that is kept, and it ends after a day.

import type { SiteTransaction } from '../../database/site-transaction.ts';

export interface NewExport {
  readonly level: 'system' | 'patient' | 'group';
  /** Of a group: which list of the worklist. */
  readonly list: string | null;
  readonly types: readonly string[];
  readonly since: Date | null;
  readonly by: number;
  readonly at: Date;
}

export interface ExportRequest extends NewExport {
  readonly id: number;
}

const hoursOpen = 24;

export async function addExport(tx: SiteTransaction, asked: NewExport): Promise<number> {
  const row = await tx.db
    .insertInto('fhir_export')
    .values({
      site_id: tx.site,
      reach: asked.level,
      list: asked.list,
      types: [...asked.types],
      since_at: asked.since,
      asked_by: asked.by,
      asked_at: asked.at,
      until: new Date(asked.at.getTime() + hoursOpen * 3_600_000),
    })
    .returning('fhir_export_id')
    .executeTakeFirstOrThrow();
  return row.fhir_export_id;
}

/** Null when there is none, it ended, or somebody else asked for it. */
export async function exportById(
  tx: SiteTransaction,
  id: number,
  by: number,
  at: Date,
): Promise<ExportRequest | null> {
  const row = await tx.db
    .selectFrom('fhir_export')
    .selectAll()
    .where('site_id', '=', tx.site)
    .where('fhir_export_id', '=', id)
    .where('asked_by', '=', by)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined || row.until <= at) return null;
  return {
    id: row.fhir_export_id,
    level: row.reach,
    list: row.list,
    types: row.types,
    since: row.since_at,
    by: row.asked_by,
    at: row.asked_at,
  };
}

/** Whether there was one to end. */
export async function endExport(tx: SiteTransaction, id: number, by: number, at: Date): Promise<boolean> {
  const ended = await tx.db
    .updateTable('fhir_export')
    .set({ ended_at: at })
    .where('site_id', '=', tx.site)
    .where('fhir_export_id', '=', id)
    .where('asked_by', '=', by)
    .where('ended_at', 'is', null)
    .returning('fhir_export_id')
    .executeTakeFirst();
  return ended !== undefined;
}
