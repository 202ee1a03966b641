// One statement about one fracture, with where and when it was made: the grain that episodes are built of.
// Decision: a statement is known by its source (report and finding, or code and day), so the same statement sent
// twice is one statement.

import type { CalendarDate, CodeSystem } from '@breekpunt/core';
import type { CodedFinding } from '../codes/coded-finding.ts';
import type { Finding } from '../finding.ts';
import { type ClinicalFracture, clinicalFractureFrom } from './clinical-fracture.ts';

export type EvidenceSource =
  | { readonly kind: 'report'; readonly report: string; readonly finding: number }
  | {
      readonly kind: 'code';
      readonly system: CodeSystem;
      readonly code: string;
      readonly date: CalendarDate | null;
      readonly id: string | null;
    };

export interface FractureEvidence {
  readonly source: EvidenceSource;
  /** The day the source speaks; null when unknown. */
  readonly date: CalendarDate | null;
  /** The day of the fracture itself, when the source states it apart. */
  readonly onset: CalendarDate | null;
  /** xray, ct, mri, dxa, ed …, as the report's sender names it; null for codes and unnamed reports. */
  readonly reportKind: string | null;
  readonly fracture: ClinicalFracture;
}

export interface ReportFacts {
  readonly id: string;
  readonly date: CalendarDate | null;
  readonly kind: string | null;
}

/** The findings of one report, in the order the engine gave them. */
export function evidenceFromReport(report: ReportFacts, findings: readonly Finding[]): FractureEvidence[] {
  return findings.map((finding, index) => ({
    source: { kind: 'report', report: report.id, finding: index },
    date: report.date,
    onset: null,
    reportKind: report.kind,
    fracture: clinicalFractureFrom(finding),
  }));
}

export function evidenceFromCodes(findings: readonly CodedFinding[]): FractureEvidence[] {
  return findings.map(({ system, code, date, id, onset, fracture }) => ({
    source: { kind: 'code', system, code, date, id },
    date,
    onset,
    reportKind: null,
    fracture,
  }));
}

/** One text per source, the same for the same source: the name of a statement and, of the first one, of an episode. */
export function sourceKey(source: EvidenceSource): string {
  if (source.kind === 'report') return `report:${source.report}#${source.finding}`;
  return `code:${source.system}:${source.code}@${source.date ?? 'undated'}${source.id === null ? '' : `#${source.id}`}`;
}
