// The shape of knowledge/codes/*.yaml once compiled: which codes of a coding system mean which fracture.
// Decision: an entry says only what its code states; whatever the code leaves open is left out, never guessed.
// Looking a code up is identify's work, not this file's.

import type { CodeSystem, FractureSite, Side, VertebralLevel } from '@breekpunt/core';
import type { Checked, ValueSource } from './dated-value.ts';

/** What is coded. `not-a-fracture` marks codes inside a matched range that must not count (dental, hernia …). */
export const codeKinds = [
  'fracture',
  'vertebral-deformity',
  'treated-fracture',
  'non-union',
  'device-failure',
  'history-of-fracture',
  'sequela-of-fracture',
  'osteoporosis',
  'avascular-necrosis',
  'osteoarthritis',
  'fall',
  'not-a-fracture',
] as const;
export type CodeKind = (typeof codeKinds)[number];

export const codeTimes = ['acute', 'subacute', 'old', 'undetermined'] as const;
export type CodeTime = (typeof codeTimes)[number];

/** Which contact the code belongs to: only `initial` reports a new fracture (ICD-10-CM 7th character A, B, C). */
export const codeEncounters = ['initial', 'subsequent', 'sequela'] as const;
export type CodeEncounter = (typeof codeEncounters)[number];

export const codeFlags = [
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
export type CodeFlag = (typeof codeFlags)[number];

/** What one code states. Absent keys are things the code does not say. */
export interface CodeMeaning {
  readonly kind: CodeKind;
  readonly site?: FractureSite;
  readonly side?: Side;
  readonly levels?: readonly VertebralLevel[];
  readonly time?: CodeTime;
  readonly encounter?: CodeEncounter;
  readonly flags?: readonly CodeFlag[];
}

interface CodeEntryBase {
  /** Own-words label, for a person to read; never the classification's copyrighted text. */
  readonly display: string;
  readonly means: CodeMeaning;
  /** Place in the set's source, when it differs per entry. */
  readonly where?: string;
  readonly confirmed?: boolean;
}

/**
 * One row, matched in one of three ways. Codes are compared in the system's own spelling, upper case, dots kept.
 * Precedence when several match: `code`, then the longest `prefix`, then the first `pattern` in file order.
 */
export type CodeEntry =
  | (CodeEntryBase & { readonly code: string })
  | (CodeEntryBase & { readonly prefix: string })
  /** A regular expression for the whole code (anchors are implied); for 7th characters and the like. */
  | (CodeEntryBase & { readonly pattern: string });

export interface CodeValueSet {
  readonly id: string;
  readonly meaning: string;
  readonly system: CodeSystem;
  readonly source: ValueSource;
  readonly status: 'draft' | 'confirmed';
  readonly checked: Checked;
  readonly entries: readonly CodeEntry[];
  /**
   * Modifiers applied after an entry matched, e.g. the ICD-10-CM 7th character: each whose pattern matches the
   * whole code adds or overrides its keys of `means`.
   */
  readonly modifiers: readonly CodeModifier[];
}

export interface CodeModifier {
  readonly pattern: string;
  readonly display: string;
  readonly means: Partial<CodeMeaning>;
}
