// Reports as they arrived. A correction is a new revision under the same name; the earlier ones stay, and speak no more.

import type { CalendarDate, Language } from '@breekpunt/core';
import type { Limitation, Triage } from '@breekpunt/identify';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';

export type ReportStatus = 'preliminary' | 'final' | 'corrected' | 'cancelled' | 'entered-in-error';

export interface NewReport {
  readonly person: number;
  /** Who names the report, and how; both together with the hospital are its identity. */
  readonly sourceSystem: string;
  readonly sourceId: string;
  readonly inboxMessage: number | null;
  readonly kind: string | null;
  readonly title: string | null;
  readonly reportedOn: CalendarDate | null;
  readonly language: Language | null;
  /** Exactly as received. */
  readonly body: string;
  readonly status: ReportStatus;
}

export interface StoredReport extends NewReport {
  readonly id: number;
  readonly revision: number;
  /** A later revision took its place. */
  readonly superseded: boolean;
  readonly triage: Triage | null;
  readonly limitations: readonly Limitation[];
  readonly scannedAt: Date | null;
}

export interface AddedReport {
  readonly id: number;
  readonly revision: number;
  /** The revision that this one replaced; its findings must be withdrawn. */
  readonly replaced: number | null;
}

/** Two revisions of one report that arrive at once are taken one after the other. */
export async function addReport(tx: SiteTransaction, report: NewReport): Promise<AddedReport> {
  const name = JSON.stringify([tx.site, report.sourceSystem, report.sourceId]);
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx.db);
  const before = await tx.db
    .selectFrom('report')
    .select(['report_id', 'revision', 'first_revision_id'])
    .where('site_id', '=', tx.site)
    .where('source_system', '=', report.sourceSystem)
    .where('source_id', '=', report.sourceId)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (before !== undefined)
    await tx.db
      .updateTable('report')
      .set({ superseded: true })
      .where('site_id', '=', tx.site)
      .where('report_id', '=', before.report_id)
      .execute();
  const added = await tx.db
    .insertInto('report')
    .values({
      site_id: tx.site,
      person_id: report.person,
      source_system: report.sourceSystem,
      source_id: report.sourceId,
      revision: (before?.revision ?? 0) + 1,
      first_revision_id: before === undefined ? null : (before.first_revision_id ?? before.report_id),
      inbox_message_id: report.inboxMessage,
      kind: report.kind,
      title: report.title,
      reported_on: report.reportedOn,
      language: report.language,
      body: report.body,
      status: report.status,
    })
    .returning(['report_id', 'revision'])
    .executeTakeFirstOrThrow();
  return { id: added.report_id, revision: added.revision, replaced: before?.report_id ?? null };
}

export async function reportById(tx: SiteTransaction, id: number): Promise<StoredReport | null> {
  const row = await tx.db
    .selectFrom('report')
    .selectAll()
    .where('site_id', '=', tx.site)
    .where('report_id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.report_id,
    person: row.person_id,
    sourceSystem: row.source_system,
    sourceId: row.source_id,
    revision: row.revision,
    inboxMessage: row.inbox_message_id,
    kind: row.kind,
    title: row.title,
    reportedOn: row.reported_on,
    language: row.language,
    body: row.body,
    status: row.status,
    superseded: row.superseded,
    triage: row.triage,
    limitations: row.limitations as readonly Limitation[],
    scannedAt: row.scanned_at,
  };
}

export interface ReportScan {
  readonly triage: Triage;
  readonly limitations: readonly Limitation[];
  readonly language: Language;
  readonly knowledgeVersion: string;
  readonly at: Date;
}

/** What the case finder said of the report as a whole. */
export async function markScanned(tx: SiteTransaction, id: number, scan: ReportScan): Promise<void> {
  await tx.db
    .updateTable('report')
    .set({
      triage: scan.triage,
      limitations: [...scan.limitations],
      language: scan.language,
      knowledge_version: scan.knowledgeVersion,
      scanned_at: scan.at,
    })
    .where('site_id', '=', tx.site)
    .where('report_id', '=', id)
    .execute();
}
