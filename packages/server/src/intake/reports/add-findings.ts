// What the case finder read in reports and codes, stored beside the report it came with.
// Decision: a code keeps the report it came with, so that it is withdrawn with it.

import type { CodedFinding, Finding } from '@breekpunt/identify';
import type { Insertable } from 'kysely';
import type { FindingTable } from '../../database/generated/tables.ts';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import { findingColumns } from '../../records/finding.ts';

export interface ReadReport {
  readonly report: number;
  readonly person: number;
  readonly findings: readonly Finding[];
  readonly coded: readonly CodedFinding[];
}

export async function addReadFindings(
  tx: SiteTransaction,
  reports: readonly ReadReport[],
  knowledgeVersion: string,
): Promise<void> {
  const rows = reports.flatMap(({ report, person, findings, coded }): Insertable<FindingTable>[] => {
    const where = {
      site_id: tx.site,
      person_id: person,
      report_id: report,
      knowledge_version: knowledgeVersion,
    };
    return [
      ...findings.map((finding, ordinal) => ({ ...where, ...findingColumns(finding, ordinal) })),
      ...coded.map((finding) => ({ ...where, ...codedColumns(finding) })),
    ];
  });
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await tx.db
      .insertInto('finding')
      .values(rows.slice(from, from + rowsAtOnce))
      .execute();
}

/** PostgreSQL takes 65,535 parameters in one statement. */
const rowsAtOnce = 1_000;

function codedColumns({ system, code, id, date, onset, encounter, because, fracture }: CodedFinding) {
  return {
    source: 'code' as const,
    code_system: system,
    code,
    code_entry_id: id,
    code_encounter: encounter,
    stated_on: date,
    onset_on: onset,
    kind: fracture.kind,
    fracture_site: fracture.site,
    side: fracture.side,
    levels: [...fracture.levels],
    presence: fracture.presence,
    absent_scope: fracture.absentScope,
    experiencer: fracture.experiencer,
    fracture_time: fracture.time,
    flags: [...fracture.flags],
    genant: fracture.genant,
    height_loss_percent: fracture.heightLossPercent,
    fracture_year: fracture.year,
    conflict: fracture.conflict,
    evidence: JSON.stringify(because.map((rule) => ({ rule, role: 'code' }))),
  };
}

/** What these reports stated stays on record and speaks no more. */
export async function withdrawReadFindings(
  tx: SiteTransaction,
  reports: readonly number[],
  reason: 'report-corrected' | 'report-withdrawn',
  at: Date,
): Promise<void> {
  if (reports.length === 0) return;
  await tx.db
    .updateTable('finding')
    .set({ withdrawn_at: at, withdrawn_reason: reason, fracture_episode_id: null })
    .where('site_id', '=', tx.site)
    .where('report_id', 'in', reports)
    .where('withdrawn_at', 'is', null)
    .execute();
}
