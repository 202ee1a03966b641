// A gold report: a text with the fractures a person found in it. The format is the open corpus' own
// (data dictionary in the corpus' README). Reading one line gives the report or says what is wrong;
// deciding what counts as an error is not done here.

import {
  type FractureSite,
  failure,
  fractureSites,
  type Language,
  languages,
  type Result,
  type Side,
  success,
  type VertebralLevel,
  vertebralLevels,
} from '@breekpunt/core';
import type { Experiencer, FindingFlag, FractureTime, Presence, Triage } from '@breekpunt/identify';
import { findingFlags } from '@breekpunt/identify';

export interface GoldFracture {
  /** The annotator's own words from the text: the shortest phrase that names the fracture. */
  readonly evidence: string;
  readonly site: FractureSite;
  readonly side: Side | null;
  readonly levels: readonly VertebralLevel[];
  readonly presence: Presence;
  readonly experiencer: Experiencer;
  readonly time: FractureTime;
  readonly flags: readonly FindingFlag[];
}

export interface GoldReport {
  readonly id: string;
  readonly lang: Language;
  /** xray, ct, mri … ; 'not-recorded' when the line has none. */
  readonly kind: string;
  readonly date: string | null;
  readonly text: string;
  readonly triage: Triage;
  readonly fractures: readonly GoldFracture[];
}

export interface GoldError {
  readonly kind: 'not-json' | 'missing-field' | 'unexpected-value' | 'evidence-not-in-text';
  /** Where in the line, in words: the field, never its content. */
  readonly field: string;
}

const sides = ['left', 'right', 'both', null] as const;
const presences = ['present', 'possible', 'absent'] as const;
const experiencers = ['patient', 'family', 'other'] as const;
const times = ['acute', 'subacute', 'old', 'undetermined'] as const;
const triages = ['fracture', 'prevalent-vertebral', 'possible', 'none'] as const;

class Unreadable {
  readonly error: GoldError;
  constructor(error: GoldError) {
    this.error = error;
  }
}

/** One line of a gold file; the first thing that is wrong with it otherwise. */
export function parseGoldLine(line: string): Result<GoldReport, GoldError> {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    return failure({ kind: 'not-json', field: 'line' });
  }
  try {
    return success(reportFrom(raw));
  } catch (thrown) {
    if (thrown instanceof Unreadable) return failure(thrown.error);
    throw thrown;
  }
}

function reportFrom(raw: unknown): GoldReport {
  const fields = objectOf(raw, 'line');
  const text = stringOf(fields['text'], 'text');
  const fractures = arrayOf(fields['fractures'], 'fractures');
  return {
    id: stringOf(fields['id'], 'id'),
    lang: oneOf(fields['lang'], languages, 'lang'),
    kind: fields['kind'] === undefined ? 'not-recorded' : stringOf(fields['kind'], 'kind'),
    date: (fields['date'] ?? null) === null ? null : stringOf(fields['date'], 'date'),
    text,
    triage: oneOf(fields['triage'], triages, 'triage'),
    fractures: fractures.map((entry, index) => fractureFrom(entry, `fractures[${index}]`, text)),
  };
}

function fractureFrom(raw: unknown, place: string, text: string): GoldFracture {
  const fields = objectOf(raw, place);
  const evidence = stringOf(fields['evidence'], `${place}.evidence`);
  if (!text.includes(evidence)) {
    throw new Unreadable({ kind: 'evidence-not-in-text', field: `${place}.evidence` });
  }
  return {
    evidence,
    site: oneOf(fields['site'], fractureSites, `${place}.site`),
    side: oneOf(fields['side'] ?? null, sides, `${place}.side`),
    levels: arrayOf(fields['levels'] ?? [], `${place}.levels`).map((level) =>
      oneOf(level, vertebralLevels, `${place}.levels`),
    ),
    presence: oneOf(fields['presence'], presences, `${place}.presence`),
    experiencer: oneOf(fields['experiencer'], experiencers, `${place}.experiencer`),
    time: oneOf(fields['time'], times, `${place}.time`),
    flags: arrayOf(fields['flags'] ?? [], `${place}.flags`).map((flag) =>
      oneOf(flag, findingFlags, `${place}.flags`),
    ),
  };
}

function objectOf(value: unknown, field: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new Unreadable({ kind: 'unexpected-value', field });
}

function arrayOf(value: unknown, field: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Unreadable({ kind: value === undefined ? 'missing-field' : 'unexpected-value', field });
}

function stringOf(value: unknown, field: string): string {
  if (typeof value === 'string') return value;
  throw new Unreadable({ kind: value === undefined ? 'missing-field' : 'unexpected-value', field });
}

function oneOf<T>(value: unknown, allowed: readonly T[], field: string): T {
  const found = allowed.find((each) => each === value);
  if (found !== undefined) return found;
  throw new Unreadable({ kind: value === undefined ? 'missing-field' : 'unexpected-value', field });
}
