// Findings of the case finder, as it gave them, beside the report they stand in.
// Decision: the words of a finding are not stored twice; they are read from the report by their place in it.

import type { Evidence, Finding, FindingFlag, ReportSection, Span } from '@breekpunt/identify';
import type { Insertable } from 'kysely';
import type { FindingTable } from '../database/generated/tables.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';

export interface StoredFinding extends Finding {
  readonly id: number;
  readonly report: number;
  readonly episode: number | null;
  readonly knowledgeVersion: string;
}

export interface ScannedReport {
  readonly report: number;
  readonly person: number;
  readonly knowledgeVersion: string;
}

/** Ids in the order of the findings. */
export async function addFindings(
  tx: SiteTransaction,
  { report, person, knowledgeVersion }: ScannedReport,
  findings: readonly Finding[],
): Promise<number[]> {
  if (findings.length === 0) return [];
  const rows = await tx.db
    .insertInto('finding')
    .values(
      findings.map((finding, ordinal) => ({
        site_id: tx.site,
        person_id: person,
        report_id: report,
        knowledge_version: knowledgeVersion,
        ...findingColumns(finding, ordinal),
      })),
    )
    .returning(['finding_id', 'ordinal'])
    .execute();
  return rows.toSorted((a, b) => (a.ordinal ?? 0) - (b.ordinal ?? 0)).map(({ finding_id: id }) => id);
}

/** A finding of a report as the columns that hold it; `ordinal` is its place among the report's findings, from 0. */
export function findingColumns(finding: Finding, ordinal: number): FindingColumns {
  return {
    source: 'report',
    ordinal,
    kind: finding.kind,
    fracture_site: finding.site,
    side: finding.side,
    levels: [...finding.levels],
    presence: finding.presence,
    absent_scope: finding.absentScope,
    experiencer: finding.experiencer,
    fracture_time: finding.time,
    flags: [...finding.flags],
    genant: finding.genant,
    height_loss_percent: finding.heightLossPercent,
    displaced: finding.displaced,
    section: finding.section,
    fracture_year: finding.year,
    span_start: finding.start,
    span_end: finding.end,
    mentions: JSON.stringify(finding.mentions),
    conflict: finding.conflict,
    evidence: JSON.stringify(finding.evidence),
  };
}

type FindingColumns = Omit<
  Insertable<FindingTable>,
  'site_id' | 'person_id' | 'report_id' | 'knowledge_version'
>;

/** Findings in reports that still speak for this person, by report and place in it. */
export async function findingsOf(tx: SiteTransaction, person: number): Promise<StoredFinding[]> {
  const rows = await tx.db
    .selectFrom('finding')
    .innerJoin('report', (join) =>
      join
        .onRef('report.site_id', '=', 'finding.site_id')
        .onRef('report.report_id', '=', 'finding.report_id'),
    )
    .selectAll('finding')
    .select('report.body')
    .where('finding.site_id', '=', tx.site)
    .where('finding.person_id', '=', person)
    .where('finding.source', '=', 'report')
    .where('finding.withdrawn_at', 'is', null)
    .orderBy('finding.report_id')
    .orderBy('finding.ordinal')
    .execute();
  return rows.map((row) => {
    const [start, end] = [stated(row.span_start), stated(row.span_end)];
    return {
      id: row.finding_id,
      report: stated(row.report_id),
      episode: row.fracture_episode_id,
      knowledgeVersion: row.knowledge_version,
      start,
      end,
      text: row.body.slice(start, end),
      kind: row.kind,
      site: row.fracture_site,
      side: row.side,
      levels: row.levels,
      presence: row.presence,
      absentScope: row.absent_scope,
      experiencer: row.experiencer,
      time: row.fracture_time,
      flags: row.flags as readonly FindingFlag[],
      genant: row.genant as Finding['genant'],
      heightLossPercent: row.height_loss_percent,
      displaced: row.displaced,
      section: stated(row.section) as ReportSection,
      year: row.fracture_year,
      mentions: row.mentions as readonly Span[],
      conflict: row.conflict,
      evidence: row.evidence as readonly Evidence[],
    };
  });
}

/** The report was corrected, cancelled or entered in error: its findings stay on record and speak no more. */
export async function withdrawFindings(
  tx: SiteTransaction,
  report: number,
  reason: string,
  at: Date,
): Promise<number[]> {
  const rows = await tx.db
    .updateTable('finding')
    .set({ withdrawn_at: at, withdrawn_reason: reason })
    .where('site_id', '=', tx.site)
    .where('report_id', '=', report)
    .where('withdrawn_at', 'is', null)
    .returning('finding_id')
    .execute();
  return rows.map(({ finding_id: id }) => id);
}

/** The schema's checks promise it of every finding in a report. */
function stated<T>(value: T | null): T {
  if (value === null) throw new Error('A finding of a report lacks its place in it');
  return value;
}
