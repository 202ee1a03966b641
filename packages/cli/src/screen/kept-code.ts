// Kept reports as short JSON: lists instead of named fields, and nothing that is empty by rule. A year of
// reports must fit in memory until the end of the run, and field names would be most of it. Only this
// module knows the order of the lists; what goes in comes out.

import type { Finding } from '@breekpunt/identify';
import type { KeptReport } from './kept-report.ts';

type PackedFinding = readonly unknown[];

export function packKept(report: KeptReport): string {
  return JSON.stringify([
    report.id,
    report.patient,
    report.birthDate,
    report.birthYear,
    report.sex,
    report.date,
    report.kind,
    report.lang,
    report.triage,
    report.limitations,
    report.text,
    report.complete ? 1 : 0,
    report.findings.map(packFinding),
    report.codes,
  ]);
}

export function unpackKept(json: string): KeptReport {
  const list = JSON.parse(json) as readonly unknown[];
  const text = list[10] as string;
  return {
    id: list[0],
    patient: list[1],
    birthDate: list[2],
    birthYear: list[3],
    sex: list[4],
    date: list[5],
    kind: list[6],
    lang: list[7],
    triage: list[8],
    limitations: list[9],
    text,
    complete: list[11] === 1,
    findings: (list[12] as readonly PackedFinding[]).map((packed) => unpackFinding(packed, text)),
    codes: list[13],
  } as KeptReport;
}

function packFinding(finding: Finding): PackedFinding {
  return [
    finding.kind,
    finding.start,
    finding.end,
    finding.site,
    finding.side,
    finding.levels,
    finding.presence,
    finding.absentScope,
    finding.experiencer,
    finding.time,
    finding.flags,
    finding.genant,
    finding.heightLossPercent,
    finding.displaced,
    finding.section,
    finding.year,
    finding.mentions.map(({ start, end }) => [start, end]),
    finding.conflict ? 1 : 0,
    finding.evidence.map(({ rule, role, start, end }) => [rule, role, start, end]),
  ];
}

function unpackFinding(list: PackedFinding, text: string): Finding {
  const start = list[1] as number;
  const end = list[2] as number;
  const spans = list[16] as readonly (readonly [number, number])[];
  const cues = list[18] as readonly (readonly [string, string, number, number])[];
  return {
    kind: list[0],
    start,
    end,
    text: text.slice(start, end),
    site: list[3],
    side: list[4],
    levels: list[5],
    presence: list[6],
    absentScope: list[7],
    experiencer: list[8],
    time: list[9],
    flags: list[10],
    genant: list[11],
    heightLossPercent: list[12],
    displaced: list[13],
    section: list[14],
    year: list[15],
    mentions: spans.map((span) => ({ start: span[0], end: span[1] })),
    conflict: list[17] === 1,
    evidence: cues.map((cue) => ({ rule: cue[0], role: cue[1], start: cue[2], end: cue[3] })),
  } as Finding;
}
