// What a composed text says about fractures, known because we composed it. A statement follows the words
// of the report; what is true of the patient is an episode (see patient.ts).

import type { FractureSite, Side, VertebralLevel } from '@breekpunt/core';
import type { Experiencer, FindingFlag, FractureTime, Presence, Triage } from '@breekpunt/identify';

export interface Statement {
  /** Verbatim part of the report's text. */
  readonly evidence: string;
  readonly site: FractureSite;
  readonly side: Side | null;
  readonly levels: readonly VertebralLevel[];
  readonly presence: Presence;
  readonly experiencer: Experiencer;
  readonly time: FractureTime;
  readonly flags: readonly FindingFlag[];
  /** The patient's true episode this speaks of; null for denials, doubts that proved false, and relatives. */
  readonly episode: string | null;
}

/** All of a statement but its words: what the writer of a sentence intends. */
export type Intent = Omit<Statement, 'evidence'>;

export function intent(site: FractureSite, given: Partial<Intent> = {}): Intent {
  return {
    site,
    side: null,
    levels: [],
    presence: 'present',
    experiencer: 'patient',
    time: 'undetermined',
    flags: [],
    episode: null,
    ...given,
  };
}

const uncounted: readonly FractureSite[] = ['skull-face', 'finger', 'toe'];

/** The label of a report, by the precedence written in the open corpus' guideline. */
export function triageOf(statements: readonly Statement[]): Triage {
  const own = statements.filter((s) => s.experiencer === 'patient' && !uncounted.includes(s.site));
  const isOldVertebral = (s: Statement): boolean => s.time === 'old' && s.site.startsWith('vertebra.');
  if (own.some((s) => s.presence === 'present' && s.time !== 'old')) return 'fracture';
  if (own.some((s) => s.presence === 'present' && isOldVertebral(s))) return 'prevalent-vertebral';
  if (own.some((s) => s.presence === 'possible' && (s.time !== 'old' || isOldVertebral(s))))
    return 'possible';
  return 'none';
}
