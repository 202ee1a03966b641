// The case finder's output: what one report says about fractures, and which words said so.
// Positions are half-open ranges of UTF-16 offsets into the report exactly as received.

import type { Answer, FractureSite, Language, Side, VertebralLevel } from '@breekpunt/core';

export interface Span {
  readonly start: number;
  readonly end: number;
}

export type FindingKind =
  | 'fracture'
  | 'vertebral-deformity'
  | 'treated-fracture'
  | 'non-union'
  | 'device-failure';

/** What the report states of the fracture itself. Displacement never enters here. */
export type Presence = 'present' | 'possible' | 'absent';

/** How much an absent finding denies: "no recent fracture" says nothing about old ones. */
export type AbsentScope = 'any' | 'acute' | 'displaced';

export type Experiencer = 'patient' | 'family' | 'other';

/** acute: under 6 weeks; subacute: 6 weeks to 12 months; old: longer, or called so. */
export type FractureTime = 'acute' | 'subacute' | 'old' | 'undetermined';

export const findingFlags = [
  'high-energy',
  'low-energy',
  'pathological',
  'stress',
  'insufficiency',
  'atypical-femur',
  'periprosthetic',
  'osteoporotic',
  'healed',
] as const;

export type FindingFlag = (typeof findingFlags)[number];

export type ReportSection = 'request' | 'history' | 'technique' | 'findings' | 'conclusion' | 'plan' | 'none';

/** One cue that decided something: where it stands, what it did, and the vocabulary row that knows it. */
export interface Evidence extends Span {
  readonly rule: string;
  readonly role: string;
}

export interface Finding extends Span {
  readonly kind: FindingKind;
  /** The report's own words between start and end. */
  readonly text: string;
  readonly site: FractureSite;
  readonly side: Side | null;
  readonly levels: readonly VertebralLevel[];
  readonly presence: Presence;
  readonly absentScope: AbsentScope | null;
  readonly experiencer: Experiencer;
  readonly time: FractureTime;
  readonly flags: readonly FindingFlag[];
  /** Genant grade as written; null when the report gives none. */
  readonly genant: 0 | 1 | 2 | 3 | null;
  /** Loss of vertebral height in percent as written (the larger end of a range). */
  readonly heightLossPercent: number | null;
  readonly displaced: Answer;
  readonly section: ReportSection;
  /** The year the report gives for this fracture, e.g. 2016 in "polsfractuur 2016". */
  readonly year: number | null;
  /** Other places in the report that speak of the same fracture. */
  readonly mentions: readonly Span[];
  /** The report contradicts itself about this fracture; a person must look. */
  readonly conflict: boolean;
  readonly evidence: readonly Evidence[];
}

export type Triage = 'fracture' | 'prevalent-vertebral' | 'possible' | 'none';

/** Why the report may hide a fracture this reading cannot see, e.g. a template's own caveat. */
export type Limitation =
  | 'template-caveat'
  | 'vertebral-shape-without-grade'
  | 'spine-partly-unreadable'
  | 'language-uncertain'
  | 'text-truncated';

export interface ReportResult {
  readonly language: Language;
  readonly findings: readonly Finding[];
  readonly triage: Triage;
  readonly limitations: readonly Limitation[];
}

/** What the caller knows beside the text; every field may be missing. */
export interface ReportContext {
  readonly language?: Language;
  /** ISO calendar date of the report, to tell how long ago a stated year or date is. */
  readonly date?: string;
  /** xray, ct, mri, dxa, ed, discharge, ortho, gp … as the source names it. */
  readonly kind?: string;
}
