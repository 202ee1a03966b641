// A question of the assessment, as data: what kind of answer it takes, which range is believed, and where the answer also
// stands in the record. Decision: every question has three answers (a value, "no", not recorded) in one form, so that the
// page, the saving and the compiling of a decision need no case for each of them.

import type { MedicalFact } from '@breekpunt/intervene';
import type { MeasuredTest, StagingSystem } from '@breekpunt/investigate';
import type { AssessmentTable, FallsAssessmentTable } from '../database/generated/tables.ts';

export const sections = [
  'visit',
  'fracture',
  'density',
  'blood',
  'falls',
  'risk',
  'medicines',
  'hip',
  'vertebra',
  'joint',
  'pain',
  'scores',
] as const;
export type Section = (typeof sections)[number];

/** What an answer looks like when it is neither "no" nor absent. */
export type FieldKind =
  /** True. */
  | { readonly kind: 'yes-no' }
  /** A number in the range of a parameter of knowledge. "no": it was not measured, or there is none. */
  | { readonly kind: 'number'; readonly range: string }
  /** A calendar day, not to come. */
  | { readonly kind: 'day' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  /** Some of them; "no": none. */
  | { readonly kind: 'choices'; readonly choices: readonly string[] }
  /** { outcome, on, reason }: what became of an appointment or a step of care. */
  | { readonly kind: 'event'; readonly outcomes: readonly EventOutcome[] }
  /** { value, unit, on }. */
  | { readonly kind: 'lab'; readonly test: MeasuredTest }
  /** { on, maker, scores }. */
  | { readonly kind: 'scan' }
  /** { on, imaging, whole, broken }. */
  | { readonly kind: 'spine' }
  /** { major, withBoneDensity, on }. */
  | { readonly kind: 'frax' }
  /** { mgPerDay, months }. */
  | { readonly kind: 'glucocorticoid' }
  /** A list of { site, on }. */
  | { readonly kind: 'fractures' }
  /** { system, stage }: a stage never stands without its system. "no": images show no necrosis. */
  | { readonly kind: 'stage'; readonly systems: readonly StagingSystem[] };

export interface EventOutcome {
  readonly outcome: string;
  readonly needs: 'day' | 'reason' | 'nothing';
}

/** Where the answer also stands, for whoever counts and writes letters. */
export type FieldColumn =
  | { readonly table: 'assessment'; readonly column: keyof AssessmentTable }
  | { readonly table: 'falls_assessment'; readonly column: keyof FallsAssessmentTable };

export interface Field {
  readonly id: string;
  readonly section: Section;
  readonly kind: FieldKind;
  readonly column?: FieldColumn;
  /** The fact on which drugs depend that this question answers. */
  readonly fact?: MedicalFact;
  /** "No" is no answer to it: everybody has one. */
  readonly withoutNo?: true;
  /** Asked only when one of these holds. */
  readonly only?: readonly AskedOf[];
}

/** Whom a question is about: what broke, or what somebody answered that opens further questions. */
export type AskedOf =
  | 'woman'
  | 'hip-fracture'
  | 'vertebral-fracture'
  | 'asthma-or-copd'
  | 'copd'
  | 'necrosis'
  | 'osteoarthritis'
  | 'paracetamol'
  | 'anti-inflammatory'
  | 'opioid'
  | 'diabetes';
