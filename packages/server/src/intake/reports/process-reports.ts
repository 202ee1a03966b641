// From report records to cases: reports are stored, read, merged with what is known of the person, judged by the
// hospital's country, and cases open or change, all in the caller's transaction.
// Decision: many reports at once is the ordinary way and one report a list of one, so that both are the same code.

import { findingsFromCodes, type ReportContext, type ReportResult } from '@breekpunt/identify';
import type { ReportRecord } from '@breekpunt/integrate';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import { addReadFindings, type ReadReport, withdrawReadFindings } from './add-findings.ts';
import type { CaseFinding } from './case-finding.ts';
import {
  contentHash,
  type IncomingReport,
  nameOf,
  type ReportFate,
  type ReportOutcome,
  speaks,
  statusOf,
} from './incoming-report.ts';
import type { CaseEvent, Moment } from './keep-cases.ts';
import { holdPersons, refreshPersons } from './refresh-persons.ts';
import { addRevisions, type KnownRevision, knownRevisions, outcomeOf } from './stored-revisions.ts';

export interface ProcessedReports {
  /** In the order of the reports. */
  readonly fates: readonly ReportFate[];
  readonly events: readonly CaseEvent[];
}

/** Reports of one identity are taken in the order of the list; a few hundred at a time is a good measure. */
export async function processReports(
  tx: SiteTransaction,
  finding: CaseFinding,
  reports: readonly IncomingReport[],
  moment: Moment,
): Promise<ProcessedReports> {
  if (reports.length === 0) return { fates: [], events: [] };
  await holdPersons(
    tx,
    reports.map(({ person }) => person),
  );
  const fates = new Map<IncomingReport, ReportFate>();
  const touched = new Set<number>();
  for (const round of roundsOf(reports)) await store(tx, finding, round, moment, fates, touched);
  const events = await refreshPersons(tx, finding, [...touched], moment);
  return { fates: reports.map((report) => fates.get(report) as ReportFate), events };
}

/** No report identity twice in one round. */
function roundsOf(reports: readonly IncomingReport[]): IncomingReport[][] {
  const rounds: IncomingReport[][] = [];
  const seen = new Map<string, number>();
  for (const report of reports) {
    const name = nameOf(report.sourceSystem, report.record.id);
    const round = seen.get(name) ?? 0;
    seen.set(name, round + 1);
    rounds[round] ??= [];
    rounds[round].push(report);
  }
  return rounds;
}

interface Arrival {
  readonly incoming: IncomingReport;
  readonly hash: Buffer;
  readonly known: KnownRevision | undefined;
  readonly outcome: ReportOutcome;
}

async function store(
  tx: SiteTransaction,
  finding: CaseFinding,
  round: readonly IncomingReport[],
  { now }: Moment,
  fates: Map<IncomingReport, ReportFate>,
  touched: Set<number>,
): Promise<void> {
  const known = await knownRevisions(tx, round);
  const arrivals = round.map((incoming): Arrival => {
    const hash = contentHash(incoming);
    const before = known.get(nameOf(incoming.sourceSystem, incoming.record.id));
    return { incoming, hash, known: before, outcome: outcomeOf(incoming, hash, before) };
  });
  const news: (Arrival & { readonly read: ReportResult })[] = [];
  for (const arrival of arrivals) {
    const { incoming, known: before, outcome } = arrival;
    if (before !== undefined && (outcome === 'unchanged' || outcome === 'older-than-known'))
      fates.set(incoming, { outcome, report: before.id });
    else news.push({ ...arrival, read: readReport(finding, incoming.record) });
  }
  if (news.length === 0) return;
  const others = news.flatMap(({ incoming, known: before }) =>
    before !== undefined && before.person !== incoming.person ? [before.person] : [],
  );
  if (others.length > 0) await holdPersons(tx, others);
  const ids = await addRevisions(
    tx,
    news.map(({ incoming, hash, known: before, read }) => ({
      incoming,
      hash,
      known: before,
      scan: { ...read, knowledgeVersion: finding.knowledgeVersion, at: now },
    })),
  );
  await withdrawReplaced(tx, news, now);
  const readings: ReadReport[] = [];
  news.forEach(({ incoming, known: before, outcome, read }, index) => {
    const report = ids[index] as number;
    const coded = speaks(statusOf(incoming.record)) ? codedOf(finding, incoming.record) : [];
    const { person } = incoming;
    fates.set(incoming, { outcome, report });
    readings.push({ report, person, findings: read.findings, coded });
    if (before !== undefined) touched.add(before.person);
    if (before !== undefined || read.findings.length + coded.length > 0) touched.add(person);
  });
  await addReadFindings(tx, readings, finding.knowledgeVersion);
}

async function withdrawReplaced(tx: SiteTransaction, news: readonly Arrival[], now: Date): Promise<void> {
  const replacedBy = (outcome: ReportOutcome): number[] =>
    news.flatMap((one) => (one.known !== undefined && one.outcome === outcome ? [one.known.id] : []));
  await withdrawReadFindings(tx, replacedBy('revised'), 'report-corrected', now);
  await withdrawReadFindings(tx, replacedBy('withdrawn'), 'report-withdrawn', now);
}

/** A report that was taken back is kept as it came, and says nothing. */
function readReport({ finder }: CaseFinding, record: ReportRecord): ReportResult {
  const { language, date, kind } = record;
  const context: ReportContext = {
    ...(language === undefined ? {} : { language }),
    ...(date === undefined ? {} : { date }),
    ...(kind === undefined ? {} : { kind }),
  };
  const read = finder.read(record.text, context);
  return speaks(statusOf(record)) ? read : { ...read, findings: [], triage: 'none' };
}

function codedOf({ codes: index }: CaseFinding, { codes = [], date }: ReportRecord): ReadReport['coded'] {
  if (codes.length === 0) return [];
  const known = date === undefined ? {} : { date };
  return findingsFromCodes(
    codes.map(({ system, code }) => ({ system, code, ...known })),
    index,
  ).findings;
}
