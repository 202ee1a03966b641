// What is kept of a report until the end of the run, so that the statements about one patient can be
// merged: the findings, and either the whole text (for the page) or only the sentences that prove them.
// A report that only denies is kept without text: it may settle a suspicion, and is never shown.

import type { CodedFinding, Finding, ReportResult, Triage } from '@breekpunt/identify';
import { clinicalFractureFrom, sentenceAround } from '@breekpunt/identify';
import type { RecordedSex } from '@breekpunt/integrate';
import type { BatchRecord, ReadingSettings } from './batch.ts';
import type { FoundReport } from './found-patient.ts';

export interface KeptReport extends Omit<FoundReport, 'codes'> {
  readonly patient: string | null;
  readonly birthDate: string | null;
  readonly birthYear: number | null;
  readonly sex: RecordedSex | null;
  readonly codes: readonly CodedFinding[];
}

/** What is worth keeping of this report; null when no fracture of the patient is stated, doubted or denied. */
export function keptReportFrom(
  record: BatchRecord,
  result: ReportResult,
  codes: readonly CodedFinding[],
  triage: Triage,
  settings: Pick<ReadingSettings, 'keep'>,
): KeptReport | null {
  if (settings.keep === 'nothing') return null;
  const own = result.findings.filter((finding) => finding.experiencer === 'patient');
  if (own.length + codes.length === 0) return null;
  const stated = statesSomething(result, codes);
  // Without a number nothing else can be about the same patient: a denial alone has nothing to settle.
  if (!stated && record.patient === undefined) return null;
  const complete = stated && settings.keep === 'whole-text';
  const shown = complete ? { text: record.text, findings: result.findings } : excerptsOf(record.text, own);
  return {
    id: record.id,
    patient: record.patient ?? null,
    birthDate: record.birthDate ?? null,
    birthYear: record.birthYear ?? null,
    sex: record.sex ?? null,
    date: record.date ?? null,
    kind: record.kind ?? null,
    lang: result.language,
    triage,
    limitations: result.limitations,
    text: shown.text,
    complete,
    findings: shown.findings,
    codes,
  };
}

/** Whether the report states or doubts a fracture of the patient, rather than only denying. */
export function statesSomething(
  result: Pick<ReportResult, 'findings'>,
  codes: readonly CodedFinding[],
): boolean {
  return (
    codes.length > 0 ||
    result.findings.some((finding) => finding.experiencer === 'patient' && finding.presence !== 'absent')
  );
}

/** The sentences of the findings one after the other, and the findings with their places in that. */
function excerptsOf(text: string, findings: readonly Finding[]): { text: string; findings: Finding[] } {
  let excerpts = '';
  const moved = findings.map((finding) => {
    if (finding.presence === 'absent') return { ...finding, ...without, start: 0, end: 0, text: '' };
    const sentence = sentenceAround(text, finding);
    const offset = excerpts.length - sentence.start;
    excerpts += `${text.slice(sentence.start, sentence.end)}\n`;
    return {
      ...finding,
      ...without,
      start: finding.start + offset,
      end: finding.end + offset,
      evidence: cuesForMerging(finding),
    };
  });
  return { text: excerpts, findings: moved };
}

/** The cues that merging asks about, without their places, which no longer hold: they tell a new event. */
function cuesForMerging(finding: Finding): Finding['evidence'] {
  return finding.evidence
    .filter((cue) => clinicalFractureFrom({ ...finding, evidence: [cue] }).progressive)
    .map(({ role }) => ({ role, rule: '', start: 0, end: 0 }));
}

const without: Pick<Finding, 'mentions' | 'evidence'> = { mentions: [], evidence: [] };
