// The revisions of reports: which one speaks now, and whether what comes in takes its place.
// Decision: a message that its sender sent before the known revision changes nothing, and neither does a preliminary
// report after a final one; otherwise messages that arrive out of order would bring back what was taken back.

import type { SiteTransaction } from '../../database/site-transaction.ts';
import type { ReportStatus } from '../../records/report.ts';
import { type IncomingReport, nameOf, type ReportOutcome, speaks, statusOf } from './incoming-report.ts';

export interface KnownRevision {
  readonly id: number;
  readonly first: number;
  readonly person: number;
  readonly revision: number;
  readonly status: ReportStatus;
  readonly contentHash: Buffer | null;
  readonly sentAt: Date | null;
}

/** The revision that speaks now, by the name of the report. */
export async function knownRevisions(
  tx: SiteTransaction,
  incoming: readonly Pick<IncomingReport, 'sourceSystem' | 'record'>[],
): Promise<Map<string, KnownRevision>> {
  if (incoming.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('report')
    .select(['report_id', 'person_id', 'source_system', 'source_id', 'revision', 'status'])
    .select(['content_hash', 'sent_at', 'first_revision_id'])
    .where('site_id', '=', tx.site)
    .where('superseded', '=', false)
    .where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('source_system', 'source_id'),
        'in',
        incoming.map(({ sourceSystem, record }) => tuple(sourceSystem, record.id)),
      ),
    )
    .execute();
  return new Map(
    rows.map((row) => [
      nameOf(row.source_system, row.source_id),
      {
        id: row.report_id,
        first: row.first_revision_id ?? row.report_id,
        person: row.person_id,
        revision: row.revision,
        status: row.status,
        contentHash: row.content_hash,
        sentAt: row.sent_at,
      },
    ]),
  );
}

export function outcomeOf(
  incoming: IncomingReport,
  hash: Buffer,
  known: KnownRevision | undefined,
): ReportOutcome {
  const status = statusOf(incoming.record);
  if (known === undefined) return speaks(status) ? 'stored' : 'withdrawn';
  if (known.contentHash?.equals(hash) === true) return 'unchanged';
  if (isOlder(incoming, status, known)) return 'older-than-known';
  return speaks(status) ? 'revised' : 'withdrawn';
}

function isOlder({ sentAt }: IncomingReport, status: ReportStatus, known: KnownRevision): boolean {
  if (sentAt !== undefined && known.sentAt !== null && sentAt.getTime() !== known.sentAt.getTime())
    return sentAt < known.sentAt;
  if (status === 'preliminary') return known.status !== 'preliminary';
  return status === 'final' && known.status === 'corrected';
}

/** The ids of the new rows, in the order of the reports. */
export async function addRevisions(
  tx: SiteTransaction,
  revisions: readonly NewRevision[],
): Promise<number[]> {
  const replaced = revisions.flatMap(({ known }) => (known === undefined ? [] : [known.id]));
  if (replaced.length > 0)
    await tx.db
      .updateTable('report')
      .set({ superseded: true })
      .where('site_id', '=', tx.site)
      .where('report_id', 'in', replaced)
      .execute();
  const rows = await tx.db
    .insertInto('report')
    .values(revisions.map((revision) => rowOf(tx.site, revision)))
    .returning(['report_id', 'source_system', 'source_id'])
    .execute();
  const idOf = new Map(rows.map((row) => [nameOf(row.source_system, row.source_id), row.report_id]));
  return revisions.map(({ incoming: { sourceSystem, record } }) => {
    const id = idOf.get(nameOf(sourceSystem, record.id));
    if (id === undefined) throw new Error('A report was added and is not there');
    return id;
  });
}

export interface NewRevision {
  readonly incoming: IncomingReport;
  readonly hash: Buffer;
  readonly known: KnownRevision | undefined;
  readonly scan: Scan;
}

export interface Scan {
  readonly language: 'nl' | 'fr' | 'de' | 'en';
  readonly triage: 'fracture' | 'prevalent-vertebral' | 'possible' | 'none';
  readonly limitations: readonly string[];
  readonly knowledgeVersion: string;
  readonly at: Date;
}

function rowOf(site: string, { incoming, hash, known, scan }: NewRevision) {
  const { record } = incoming;
  return {
    site_id: site,
    person_id: incoming.person,
    source_system: incoming.sourceSystem,
    source_id: record.id,
    revision: (known?.revision ?? 0) + 1,
    first_revision_id: known?.first ?? null,
    inbox_message_id: incoming.inboxMessage ?? null,
    kind: record.kind ?? null,
    reported_on: record.date ?? null,
    language: scan.language,
    body: record.text,
    status: statusOf(record),
    triage: scan.triage,
    limitations: [...scan.limitations],
    knowledge_version: scan.knowledgeVersion,
    scanned_at: scan.at,
    content_hash: hash,
    sent_at: incoming.sentAt ?? null,
  };
}
