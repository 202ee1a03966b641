// How a Fracture Liaison Service took care of one fracture, as its records will hold it. What did not happen is null;
// what is planned and not done has a planned day only. Who did it is a place in the staff.

import type { Answer, CalendarDate, VertebralLevel } from '@breekpunt/core';
import type { StaffRole } from './staff.ts';

export type ReviewVerdict = 'confirmed' | 'rejected' | 'not-useful' | 'snoozed';

/** Why a case is not, or no longer, on the list; the first ten are given with a judgement. */
export type EndReason =
  | 'no-fracture'
  | 'old-fracture'
  | 'other-site'
  | 'high-energy'
  | 'pathological'
  | 'already-known'
  | 'too-young'
  | 'life-expectancy'
  | 'already-treated'
  | 'treated-elsewhere'
  | 'declined'
  | 'unreachable'
  | 'deceased'
  | 'lost-to-follow-up'
  | 'new-fracture'
  | 'completed';

export interface Review {
  readonly on: CalendarDate;
  readonly by: StaffRole;
  readonly verdict: ReviewVerdict;
  readonly reason: EndReason | 'awaits-imaging' | null;
}

export interface Assessment {
  readonly on: CalendarDate;
  readonly by: StaffRole;
  readonly outcome: 'done' | 'declined' | 'unreachable' | 'deceased-before';
  readonly mode: 'clinic' | 'ward' | 'phone' | null;
  readonly weightKg: number | null;
  readonly heightCm: number | null;
  readonly heightAt25Cm: number | null;
  readonly answers: RiskAnswers;
}

export const riskQuestions = [
  'parentHipFracture',
  'smokes',
  'glucocorticoids',
  'rheumatoidArthritis',
  'diabetes',
  'kidneyDisease',
  'cardiovascularEvent',
  'venousThromboembolism',
  'upperGutDisease',
  'dentalWorkPlanned',
] as const;
export type RiskAnswers = Readonly<Record<(typeof riskQuestions)[number], Answer>>;

export interface ScannedRegion {
  readonly region: 'lumbar-spine' | 'femoral-neck' | 'total-hip';
  readonly side: 'left' | 'right' | null;
  readonly bmd: number;
  readonly tScore: number;
  readonly vertebraeUsed: readonly VertebralLevel[] | null;
}

export interface DensityScan {
  readonly orderedOn: CalendarDate;
  readonly plannedOn: CalendarDate | null;
  readonly status: 'ordered' | 'planned' | 'done' | 'not-done';
  readonly scannedOn: CalendarDate | null;
  readonly notDoneReason: 'declined' | 'cannot-lie-down' | 'two-hip-prostheses' | null;
  readonly regions: readonly ScannedRegion[];
}

export interface VertebraGrade {
  readonly on: CalendarDate;
  readonly level: VertebralLevel;
  readonly readable: Answer;
  readonly genant: 0 | 1 | 2 | 3 | null;
  readonly shape: 'normal' | 'wedge' | 'biconcave' | null;
}

export interface LabValue {
  readonly on: CalendarDate;
  /** A test of `investigate`. */
  readonly test: string;
  readonly value: number;
  readonly unit: string;
  readonly low: number | null;
  readonly high: number | null;
}

export interface FallsAssessment {
  readonly on: CalendarDate;
  readonly by: StaffRole;
  readonly outcome: 'done' | 'referred';
  readonly fallsLastYear: number | null;
  readonly feelsUnsteady: Answer;
  readonly worriesAboutFalling: Answer;
  readonly gaitSpeed: number | null;
  readonly timedUpAndGo: number | null;
  readonly riskClass: 'low' | 'intermediate' | 'high';
  readonly exerciseStarted: Answer;
  readonly exerciseStartedOn: CalendarDate | null;
}

export interface Decision {
  readonly on: CalendarDate;
  readonly by: StaffRole;
  readonly outcome: 'medicine' | 'not-indicated' | 'declined' | 'contraindicated' | 'referred' | 'postponed';
  /** ATC code, when it is a medicine. */
  readonly medicine: string | null;
  readonly startPlannedOn: CalendarDate | null;
}

export interface Letter {
  readonly on: CalendarDate;
  readonly by: StaffRole;
  readonly kind: 'patient-information' | 'general-practitioner-advice';
  readonly recipient: 'patient' | 'general-practitioner';
}

export interface Contact {
  readonly moment: '16-weeks' | '52-weeks' | 'yearly';
  readonly plannedOn: CalendarDate;
  readonly doneOn: CalendarDate | null;
  readonly by: StaffRole;
  readonly outcome: 'reached' | 'not-reached' | null;
  readonly medicineStarted: Answer;
  readonly medicineStartedOn: CalendarDate | null;
  readonly stillPrescribed: Answer;
  readonly exerciseStarted: Answer;
  readonly sideEffects: Answer;
  readonly thighOrGroinPain: Answer;
  readonly dentalEvent: Answer;
  readonly newFall: Answer;
  readonly newFracture: Answer;
  readonly hasQuestions: Answer;
}

export interface Injection {
  readonly medicine: string;
  readonly dueOn: CalendarDate;
  readonly givenOn: CalendarDate | null;
  readonly nextDueOn: CalendarDate | null;
  readonly notGivenReason: 'stopped' | null;
}

/** A medicine given by injection or infusion that the patient told to have stopped, and what was arranged to follow. */
export interface TreatmentStop {
  /** ATC code. */
  readonly medicine: string;
  readonly on: CalendarDate;
  readonly because: 'side-effects' | 'patient-wish' | 'other';
  readonly plan: 'drug' | 'specialist' | 'none';
  readonly nextMedicine: string | null;
  readonly nextOn: CalendarDate | null;
}

export const taskKinds = [
  'assessment',
  'scan',
  'information',
  'decision',
  'letter',
  'call',
  'injection',
] as const;
export type TaskKind = (typeof taskKinds)[number];

export interface Task {
  readonly kind: TaskKind;
  readonly createdOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly doneOn: CalendarDate | null;
  readonly owner: StaffRole;
}

/** Where the case stands today. */
export interface Standing {
  readonly stage: 'identify' | 'investigate' | 'inform' | 'intervene' | 'integrate' | 'follow-up';
  readonly state: 'to-review' | 'open' | 'snoozed' | 'rejected' | 'closed';
  readonly dueOn: CalendarDate | null;
  readonly snoozedUntil: CalendarDate | null;
  readonly reason: EndReason | 'awaits-imaging' | null;
  /** The day on which it came to stand there. */
  readonly since: CalendarDate;
}

export interface CarePath {
  /** Key of the true episode of the same patient. */
  readonly episode: string;
  /** The day of the first report that names the fracture. */
  readonly foundOn: CalendarDate;
  readonly owner: StaffRole | null;
  readonly review: Review | null;
  readonly assessment: Assessment | null;
  readonly scan: DensityScan | null;
  readonly vertebrae: readonly VertebraGrade[];
  readonly labs: readonly LabValue[];
  readonly falls: FallsAssessment | null;
  readonly decision: Decision | null;
  readonly letters: readonly Letter[];
  readonly contacts: readonly Contact[];
  readonly injections: readonly Injection[];
  readonly stops: readonly TreatmentStop[];
  readonly tasks: readonly Task[];
  readonly standing: Standing;
}
