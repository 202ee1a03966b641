// What a decision about the bones is made on, as it was recorded. Decision: plain data without methods, so that it can
// be stored with the decision and asked again; an empty list says that somebody looked and found nothing.

import type { Answer, CalendarDate, FractureSite, Sex, VertebralLevel } from '@breekpunt/core';
import type { DxaScan, MeasuredVertebra, Recorded } from '@breekpunt/investigate';
import type { Drug } from './drug.ts';

export const ruleSets = ['BE', 'NL', 'NICE'] as const;
/** Whose rules: Belgium, the Netherlands, or NICE beside them to compare with. */
export type RuleSet = (typeof ruleSets)[number];

/** Facts of the history and the examination that some drug depends on. */
export const medicalFacts = [
  'oesophageal-disorder',
  'cannot-stay-upright',
  'pregnancy',
  'acute-kidney-injury',
  'zoledronate-for-cancer',
  'metabolic-bone-disease',
  'skeletal-radiotherapy',
  'bone-malignancy',
  'teriparatide-course-had',
  'heart-attack-or-stroke',
  'stroke',
  'venous-thrombosis',
  'liver-impairment',
  'unexplained-uterine-bleeding',
  'endometrial-cancer',
  'breast-cancer',
  'immobilised',
  'raised-alkaline-phosphatase',
  'heart-not-checked',
  'dental-problem',
  'diuretics',
  'skin-infection',
  'kidney-stones',
  'accelerated-bone-loss',
  'institutionalised',
  'tablets-not-tolerated',
  'tablets-not-taken',
  'oral-bisphosphonate-paid-before',
  'other-bone-drug-now',
] as const;
export type MedicalFact = (typeof medicalFacts)[number];

/** A fracture after childhood. */
export interface KnownFracture {
  readonly site: FractureSite;
  readonly on: Recorded<CalendarDate>;
  /** After a fall from standing height or less. */
  readonly fragility: Answer;
  /** Seen on an image. */
  readonly seenOnImage: Answer;
}

/** A vertebra that an image of the spine showed to be broken. */
export interface BrokenVertebra {
  readonly level: VertebralLevel;
  readonly grade: Recorded<1 | 2 | 3>;
  readonly on: Recorded<CalendarDate>;
  readonly measured: Recorded<Pick<MeasuredVertebra, 'losses' | 'atLeast'>>;
}

export interface SpineFindings {
  readonly broken: readonly BrokenVertebra[];
  /** Every vertebra from T4 to L4 could be judged. */
  readonly complete: boolean;
}

export interface Glucocorticoid {
  /** Prednisolone equivalent. */
  readonly mgPerDay: number;
  readonly months: number;
}

export interface BonePatient {
  readonly sex: Sex;
  readonly birthDate: Recorded<CalendarDate>;
  /** Of women; men are left 'no'. */
  readonly postmenopausal: Answer;
  readonly fractures: Recorded<readonly KnownFracture[]>;
  /** no: whether there were other fractures was not asked, so that a fracture that is not listed is not excluded. */
  readonly fracturesComplete?: 'yes' | 'no';
  /** not-made: no image of the spine was made, and none is asked for now. */
  readonly spine: SpineFindings | 'not-made' | 'not-recorded';
  /** none: not made. */
  readonly scan: DxaScan | 'none' | 'not-recorded';
  /** FRAX of the patient's own country, as entered: major fractures, percent in ten years. */
  readonly fraxMajor: Recorded<number>;
  readonly glucocorticoid: Glucocorticoid | 'none' | 'not-recorded';
  /** Creatinine clearance by Cockcroft and Gault, mL/min. */
  readonly clearance: Recorded<number>;
  /** Calcium corrected for albumin, by the laboratory's range. */
  readonly calcium: Recorded<'low' | 'within' | 'high'>;
  /** 25-hydroxyvitamin D, nmol/L. */
  readonly vitaminD: Recorded<number>;
  /** Repair of a broken hip. */
  readonly hipSurgery: CalendarDate | 'none' | 'not-recorded';
  readonly allergies: Recorded<readonly Drug[]>;
  /** An absent fact was not asked. */
  readonly facts: Readonly<Partial<Record<MedicalFact, Answer>>>;
}
