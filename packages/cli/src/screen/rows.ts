// One report as rows of an output file: a line of NDJSON, or a CSV row for each finding. The NDJSON line
// is the program's contract with other programs; fields are only ever added to it.

import {
  type CodedFinding,
  type Finding,
  type ReportResult,
  sentenceAround,
  type Triage,
} from '@breekpunt/identify';
import { type Cell, csvRow } from '@breekpunt/integrate';
import type { BatchRecord } from './batch.ts';

export function ndjsonLine(
  record: BatchRecord,
  result: ReportResult,
  codes: readonly CodedFinding[],
  triage: Triage,
): string {
  return `${JSON.stringify({
    id: record.id,
    patient: record.patient,
    date: record.date,
    kind: record.kind,
    lang: result.language,
    triage,
    findings: result.findings,
    codes: codes.length === 0 ? undefined : codes.map(codeInOutput),
    limitations: result.limitations,
  })}\n`;
}

function codeInOutput({ system, code, date, display, because, draft, fracture }: CodedFinding): object {
  const { kind, site, side, levels, presence, experiencer, time, flags, aftercare } = fracture;
  return {
    system,
    code,
    date,
    display,
    kind,
    site,
    side,
    levels,
    presence,
    experiencer,
    time,
    flags,
    aftercare,
    because,
    draft,
  };
}

export const findingColumns = [
  'report_id',
  'patient',
  'report_date',
  'report_kind',
  'lang',
  'triage',
  'source',
  'kind',
  'site',
  'side',
  'levels',
  'presence',
  'absent_scope',
  'experiencer',
  'time',
  'year',
  'flags',
  'genant',
  'height_loss_percent',
  'displaced',
  'section',
  'conflict',
  'start',
  'end',
  'words',
  'sentence',
] as const;

export function findingRows(
  record: BatchRecord,
  result: ReportResult,
  codes: readonly CodedFinding[],
  triage: Triage,
): string {
  const report = [record.id, record.patient, record.date, record.kind, result.language, triage];
  const fromText = result.findings.map((finding) =>
    csvRow([...report, ...findingCells(finding, record.text)]),
  );
  const fromCodes = codes.map((code) => csvRow([...report, ...codeCells(code)]));
  return fromText.join('') + fromCodes.join('');
}

export function findingCells(finding: Finding, text: string): Cell[] {
  const sentence = sentenceAround(text, finding);
  return [
    'text',
    ...clinicalCells(finding),
    finding.displaced,
    finding.section,
    finding.conflict,
    finding.start,
    finding.end,
    finding.text,
    text.slice(sentence.start, sentence.end),
  ];
}

function codeCells({ system, code, fracture, display }: CodedFinding): Cell[] {
  return [
    `${system} ${code}`,
    ...clinicalCells(fracture),
    null,
    null,
    fracture.conflict,
    null,
    null,
    null,
    display,
  ];
}

function clinicalCells(fracture: CodedFinding['fracture'] | Finding): Cell[] {
  return [
    fracture.kind,
    fracture.site,
    fracture.side,
    fracture.levels.join(' '),
    fracture.presence,
    fracture.absentScope,
    fracture.experiencer,
    fracture.time,
    fracture.year,
    fracture.flags.join(' '),
    fracture.genant,
    fracture.heightLossPercent,
  ];
}
