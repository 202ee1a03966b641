// A patient's codes → the fractures they state, and a word about every other code.
// Decision: the mapping is knowledge and only its keys are read here; what a code leaves open stays open. Every code
// that came leaves in exactly one of the three lists, so nothing is dropped unseen.

import { type CalendarDate, type CodeSystem, codeSystems, parseCode, unreachable } from '@breekpunt/core';
import type { CodeKind, CodeMeaning } from '@breekpunt/knowledge';
import type { ClinicalFracture } from '../episodes/clinical-fracture.ts';
import type { FindingKind } from '../finding.ts';
import { type CodeIndex, type CodeMatch, matchCode, rowName } from './code-index.ts';
import type { CodedFinding } from './coded-finding.ts';

export interface PatientCode {
  readonly system: string;
  readonly code: string;
  readonly id?: string;
  readonly date?: CalendarDate;
  /** The day the fracture happened, when the sender states it apart from the registration. */
  readonly onset?: CalendarDate;
}

/** A code that bears on the patient but states no fracture: osteoporosis, a fall, a code inside a fracture range. */
export interface OtherCode {
  readonly index: number;
  readonly kind: CodeKind;
  readonly because: readonly string[];
}

/** `index` is the place in the list that came. A malformed code is not repeated: free text ends up in code columns. */
export type CodeProblem =
  | { readonly kind: 'unknown-system'; readonly index: number }
  | {
      readonly kind: 'malformed-code';
      readonly index: number;
      readonly system: CodeSystem;
      readonly expected: string;
    }
  | { readonly kind: 'not-in-value-set'; readonly index: number; readonly system: CodeSystem }
  /** Counted, but its contact is not known: an injury code of ICD-10-BE without a 7th character we know. */
  | { readonly kind: 'contact-not-stated'; readonly index: number; readonly system: CodeSystem };

export interface CodeReading {
  readonly findings: readonly CodedFinding[];
  readonly others: readonly OtherCode[];
  readonly problems: readonly CodeProblem[];
}

export function findingsFromCodes(codes: readonly PatientCode[], index: CodeIndex): CodeReading {
  const findings: CodedFinding[] = [];
  const others: OtherCode[] = [];
  const problems: CodeProblem[] = [];
  codes.forEach((given, place) => {
    const system = codeSystems.find((name) => name === given.system);
    if (system === undefined) {
      problems.push({ kind: 'unknown-system', index: place });
      return;
    }
    const parsed = parseCode(system, given.code);
    if (!parsed.ok) {
      problems.push({ kind: 'malformed-code', index: place, system, expected: parsed.error.expected });
      return;
    }
    const match = matchCode(index, system, parsed.value.code);
    if (match === undefined) {
      problems.push({ kind: 'not-in-value-set', index: place, system });
      return;
    }
    const means = meaningOf(match);
    const because = reasonsOf(match);
    const kind = fractureKind(means.kind);
    if (kind === null) {
      others.push({ index: place, kind: means.kind, because });
      return;
    }
    if (contactIsMissing(match, means)) problems.push({ kind: 'contact-not-stated', index: place, system });
    findings.push({
      system,
      code: parsed.value.code,
      id: given.id ?? null,
      date: given.date ?? null,
      onset: given.onset ?? null,
      display: match.entry.display,
      encounter: means.encounter ?? null,
      because,
      draft: match.entry.confirmed === false || match.set.status === 'draft',
      fracture: fractureOf(kind, means),
    });
  });
  return { findings, others, problems };
}

// "Not grown together" turns a fracture into a non-union, but never a broken tooth into a fracture.
function meaningOf(match: CodeMatch): CodeMeaning {
  const own = match.entry.means;
  const means: CodeMeaning = Object.assign({}, own, ...match.modifiers.map((row) => row.means));
  return own.kind === 'fracture' ? means : { ...means, kind: own.kind };
}

function reasonsOf(match: CodeMatch): readonly string[] {
  return [
    `${match.set.id} ${rowName(match.entry)}`,
    ...match.modifiers.map((row) => `${match.set.id} modifier:${row.pattern}`),
  ];
}

// A set whose modifiers tell contacts apart promises one for every injury code; without it nobody may say "new".
function contactIsMissing(match: CodeMatch, means: CodeMeaning): boolean {
  const setTellsContacts = match.set.modifiers.some((row) => row.means.encounter === 'initial');
  return (
    setTellsContacts && means.encounter === undefined && means.time === undefined && means.kind === 'fracture'
  );
}

function fractureOf(kind: FindingKind, means: CodeMeaning): ClinicalFracture {
  return {
    kind,
    site: means.site ?? 'unspecified',
    side: means.side ?? null,
    levels: means.levels ?? [],
    presence: 'present',
    absentScope: null,
    experiencer: 'patient',
    time: means.time ?? 'undetermined',
    flags: means.flags ?? [],
    year: null,
    genant: null,
    heightLossPercent: null,
    progressive: false,
    aftercare: means.encounter === 'subsequent',
    conflict: false,
  };
}

/** The finding kind a code stands for; null when it states no fracture. */
function fractureKind(kind: CodeKind): FindingKind | null {
  switch (kind) {
    case 'fracture':
    case 'vertebral-deformity':
    case 'treated-fracture':
    case 'non-union':
    case 'device-failure':
      return kind;
    case 'history-of-fracture':
    case 'sequela-of-fracture':
      return 'fracture';
    case 'osteoporosis':
    case 'avascular-necrosis':
    case 'osteoarthritis':
    case 'fall':
    case 'not-a-fracture':
      return null;
    default:
      return unreachable(kind);
  }
}
