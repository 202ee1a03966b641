// A report with everything the case finder read in it: each finding, and each cue with what it did and by which rule.
// Decision: the text goes to the screen whole and untouched; marks are ranges of it, and the screen cuts it. What a person
// marked as missed or wrong stands among the marks.

import type { CalendarDate, FractureSite, Side, VertebralLevel } from '@breekpunt/core';
import { type CueClass, cueClassOf, type Evidence, type Span } from '@breekpunt/identify';
import type { Tables } from '../database/generated/tables.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import type { ReportStatus } from '../records/report.ts';

type FindingTable = Tables['finding'];

export interface ReportMark extends Span {
  readonly cue: CueClass;
  /** What the word did: head, site, absent, possible, acute … */
  readonly role: string;
  /** The row of the vocabulary, or the rule, that knows the word. */
  readonly rule: string;
}

export interface ReportFinding extends Span {
  readonly id: number;
  readonly episode: number | null;
  readonly site: FractureSite;
  readonly side: Side | null;
  readonly levels: readonly VertebralLevel[];
  readonly presence: FindingTable['presence'];
  readonly time: FindingTable['fracture_time'];
  readonly experiencer: FindingTable['experiencer'];
  readonly flags: readonly string[];
  readonly conflict: boolean;
  readonly marks: readonly ReportMark[];
  /** Somebody said that this finding is wrong. */
  readonly refused: boolean;
}

/** Words in which somebody saw a fracture that the case finder did not. */
export interface MissedMark extends Span {
  readonly site: FractureSite | null;
}

export interface MarkedReport {
  readonly id: number;
  readonly kind: string | null;
  readonly title: string | null;
  readonly reportedOn: CalendarDate | null;
  readonly language: string | null;
  readonly status: ReportStatus;
  readonly revision: number;
  readonly superseded: boolean;
  readonly triage: string | null;
  readonly limitations: readonly string[];
  readonly body: string;
  readonly findings: readonly ReportFinding[];
  readonly missed: readonly MissedMark[];
}

/** Newest first; undated ones last. */
export async function markedReports(tx: SiteTransaction, person: number): Promise<MarkedReport[]> {
  const reports = await tx.db
    .selectFrom('report')
    .selectAll()
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .orderBy('reported_on', (order) => order.desc().nullsLast())
    .orderBy('report_id', 'desc')
    .execute();
  const findings = await tx.db
    .selectFrom('finding')
    .selectAll()
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .where('source', '=', 'report')
    .where('withdrawn_at', 'is', null)
    .orderBy('report_id')
    .orderBy('ordinal')
    .execute();
  const verdicts = await tx.db
    .selectFrom('verdict')
    .select(['finding_id', 'report_id', 'verdict', 'correction'])
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .where('undone_by_id', 'is', null)
    .where((is) => is.or([is('finding_id', 'is not', null), is('verdict', '=', 'missed')]))
    .execute();
  const refused = new Set(
    verdicts.filter(({ verdict }) => verdict === 'rejected').map(({ finding_id: id }) => id),
  );
  return reports.map((report) => ({
    id: report.report_id,
    kind: report.kind,
    title: report.title,
    reportedOn: report.reported_on,
    language: report.language,
    status: report.status,
    revision: report.revision,
    superseded: report.superseded,
    triage: report.triage,
    limitations: report.limitations,
    body: report.body,
    findings: findings
      .filter((each) => each.report_id === report.report_id)
      .map((each) => ({
        id: each.finding_id,
        episode: each.fracture_episode_id,
        start: each.span_start ?? 0,
        end: each.span_end ?? 0,
        site: each.fracture_site,
        side: each.side,
        levels: each.levels,
        presence: each.presence,
        time: each.fracture_time,
        experiencer: each.experiencer,
        flags: each.flags,
        conflict: each.conflict,
        marks: marksOf(each.span_start ?? 0, each.span_end ?? 0, each.mentions, each.evidence),
        refused: refused.has(each.finding_id),
      })),
    missed: verdicts
      .filter(({ report_id: id, verdict }) => id === report.report_id && verdict === 'missed')
      .flatMap(({ correction }) => (correction === null ? [] : [correction as MissedMark])),
  }));
}

function marksOf(start: number, end: number, mentions: unknown, evidence: unknown): ReportMark[] {
  const named = [{ start, end }, ...(mentions as readonly Span[])].map((span) => ({
    start: span.start,
    end: span.end,
    cue: 'fracture' as const,
    role: 'head',
    rule: '',
  }));
  const cues = (evidence as readonly Evidence[]).map((each) => ({
    start: each.start,
    end: each.end,
    cue: cueClassOf(each),
    role: each.role,
    rule: each.rule,
  }));
  return [...named, ...cues];
}
