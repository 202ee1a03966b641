// What a guide is made from: what the record knows of this patient and this hospital, no name and no number of a person.
// Decision: everything that may be unknown says so, and what only the surgeon may order (weight bearing, precautions,
// bending exercises) is off until it is given.

import type { Answer, CalendarDate, FractureSite, Sex, Side, VertebralLevel } from '@breekpunt/core';
import type { Recorded } from '@breekpunt/investigate';
import type { Country, GuideLanguage, MedicineKind, OperationKind } from '@breekpunt/knowledge';
import type { OpioidNotes } from '../medicines/opioid-standing.ts';

export interface GuideInput {
  readonly today: CalendarDate;
  readonly language: GuideLanguage;
  readonly country: Country;
  readonly diagnosis: Diagnosis;
  /** Another bone broke with this one or later: the guide is not about it, and says so. */
  readonly alsoBroken: boolean;
  readonly treatment: Treatment;
  readonly side: Recorded<Side>;
  /** Day of the fracture or of the diagnosis. */
  readonly eventOn: Recorded<CalendarDate>;
  readonly age: Recorded<number>;
  readonly sex: Recorded<Sex>;
  readonly home: HomeSituation;
  /** Answers to the check of home and aids, by question; a question that is absent was not answered. */
  readonly homeAnswers: Readonly<Record<string, Answer>>;
  readonly medication: Medication;
  /** What the patient wrote about a strong painkiller. */
  readonly opioidNotes: OpioidNotes;
  readonly hospital: HospitalDirectory;
  readonly appointments: readonly Appointment[];
  readonly given: GivenByTeam;
  /** The last injection into the hip. */
  readonly lastHipInjection: Recorded<CalendarDate> | 'never';
  /** Sections shown on request alone. */
  readonly asked: { readonly mortality: boolean };
}

export type HipSite = 'femoral-neck' | 'trochanteric' | 'subtrochanteric';

export type Diagnosis =
  | { readonly kind: 'hip-fracture'; readonly site: Recorded<HipSite> }
  | {
      readonly kind: 'vertebral-fracture';
      readonly levels: Recorded<readonly VertebralLevel[]>;
      readonly cause: Recorded<'fragility' | 'accident'>;
    }
  | {
      readonly kind: 'avascular-necrosis';
      readonly stage: Recorded<'before-collapse' | 'collapse' | 'worn'>;
    }
  | { readonly kind: 'hip-osteoarthritis' }
  | { readonly kind: 'other-fracture'; readonly site: FractureSite };

export type Treatment =
  | { readonly kind: 'operation'; readonly operation: OperationKind; readonly on: Recorded<CalendarDate> }
  | { readonly kind: 'conservative' }
  | 'not-recorded';

export interface HomeSituation {
  readonly place: Recorded<'hospital' | 'home' | 'rehabilitation' | 'care-home'>;
  readonly livesAlone: Answer;
  readonly stairs: Answer;
  readonly carer: Answer;
}

/** Drugs of the current list; a list that was never taken up is `not-recorded`, not empty. */
export type Medication = Recorded<readonly Medicine[]>;

export interface Medicine {
  readonly kind: MedicineKind;
  /** As the prescription has it; shown whole. */
  readonly name: Recorded<string>;
  /** As the prescription has it, such as "1 g, 3 times a day". */
  readonly dose: Recorded<string>;
  /** Clock times, HH:MM. */
  readonly times: readonly string[];
  readonly stopOn: Recorded<CalendarDate>;
  /** For injections: the day the next one is due. */
  readonly nextOn: Recorded<CalendarDate>;
}

export const serviceRoles = [
  'fracture-service',
  'ward',
  'orthopaedics',
  'emergency',
  'physiotherapy',
  'bone-density',
  'social-work',
  'complaints',
  'general-practitioner',
  'out-of-hours',
  'home-care',
] as const;
export type ServiceRole = (typeof serviceRoles)[number];

/** The hospital's own list; a role that is absent is a number nobody gave, and the guide says so. */
export interface HospitalDirectory {
  readonly name: Recorded<string>;
  readonly services: readonly HospitalService[];
}

export interface HospitalService {
  readonly role: ServiceRole;
  readonly name: Recorded<string>;
  readonly phone: Recorded<string>;
  /** As people say it: "maandag tot vrijdag, 9 tot 17 uur". */
  readonly hours: Recorded<string>;
  /** Site, route, entrance. */
  readonly place: Recorded<string>;
}

export const appointmentKinds = [
  'wound',
  'x-ray',
  'surgeon',
  'bone-density',
  'blood-test',
  'fracture-service',
  'physiotherapist',
  'general-practitioner',
  'dentist',
  'injection',
  'other',
] as const;
export type AppointmentKind = (typeof appointmentKinds)[number];

export interface Appointment {
  readonly id: string;
  readonly kind: AppointmentKind;
  readonly on: CalendarDate;
  /** HH:MM. */
  readonly at: Recorded<string>;
  readonly place: Recorded<string>;
}

/** What only the team can order or open; nothing of it is ever assumed. */
export interface GivenByTeam {
  readonly weightBearing: Recorded<'full' | 'partial' | 'none'>;
  /** Movements the surgeon forbids, in the surgeon's words; empty when none were given. */
  readonly precautions: readonly string[];
  readonly brace: Answer;
  /** The bending and turning exercises sitting up. */
  readonly physiotherapistAllowsBending: Answer;
  readonly surgeonAllowsStrength: Answer;
  readonly xRayStable: Answer;
  readonly walksTenMinutes: Answer;
  /** 0 to 10, the latest of the diary. */
  readonly pain: Recorded<number>;
  /** Levels the plan was set back because pain stayed up. */
  readonly stepsBack: number;
}
