// What became of a message in the inbox.
// Decision: reasons are codes and sentences of this program, never words of the message: they stand in lists and logs.

import type { RejectReason } from '@breekpunt/integrate';
import type { ImpossibleDensity } from '../care/densities.ts';
import type { CaseEvent } from '../reports/keep-cases.ts';

export interface Counts {
  readonly reports: number;
  readonly measurements: number;
  readonly appointments: number;
  readonly others: number;
  readonly rejects: number;
  /** Rows of a table that another row says in every cell: read, and not kept twice. */
  readonly repeated: number;
}

export const noCounts: Counts = {
  reports: 0,
  measurements: 0,
  appointments: 0,
  others: 0,
  rejects: 0,
  repeated: 0,
};

export interface QuarantineReason {
  /** A stable code: no-patient-number, numbers-of-two-people, not-readable … */
  readonly code: string;
  /** What was expected, what came, what to do. */
  readonly sentence: string;
  /** Segment, element or row. */
  readonly place: string | null;
  /** Of an impossible value. */
  readonly expected?: ImpossibleDensity;
  /** Of what could not be read. */
  readonly unread?: RejectReason;
}

export type MessageOutcome = {
  readonly counts: Counts;
  readonly warnings: readonly string[];
  /** The person it was about; null for several or none. */
  readonly person: number | null;
  readonly events: readonly CaseEvent[];
} & (
  | { readonly state: 'processed' }
  /** Sound, and of a kind nothing is done with. */
  | { readonly state: 'set-aside' }
  /** What could be used was; the rest waits for a person. */
  | { readonly state: 'quarantined'; readonly reason: QuarantineReason }
);

export function quarantined(reason: QuarantineReason): MessageOutcome {
  return { state: 'quarantined', reason, counts: noCounts, warnings: [], person: null, events: [] };
}

const sentences: Readonly<Record<string, string>> = {
  'no-patient-number':
    'There is no number of the patient in it that names a person. Let the sender fill PID-3 (or Patient.identifier).',
  'numbers-of-two-people':
    'Its patient numbers belong to two people here. Merge their records if they are one person, or let the sender correct the numbers; then try again.',
  'another-person-under-this-number':
    'Birth date and family name are both other than those of the person with this number. Let the register correct the person or the sender the number; then try again.',
  'impossible-value':
    'A bone density or a score in it cannot be true; the rest was taken. Let the sender correct the value.',
  'same-person': 'Both numbers of the merge already lead to one person.',
  'already-merged': 'The record to retire is merged already into another one.',
  'nobody-to-merge': 'Nobody here has the numbers that are merged away.',
  'control-id-used-before': 'Its sender used the same control number before for another message.',
  'program-error': 'The program failed on it, several times. Try again after an update, and report it.',
};

export function reasonOf(code: string, place: string | null = null): QuarantineReason {
  return { code, sentence: sentences[code] ?? code, place };
}

/** The sentence for a stored code; what was stored when it is a sentence itself. */
export function sentenceOf(stored: string): string {
  return sentences[stored] ?? stored;
}
