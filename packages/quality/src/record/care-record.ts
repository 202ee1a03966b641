// What the indicators look at: one fracture of one person with the care that was recorded for it. Decision: days and answers as
// they were recorded, nothing worked out; a list is empty when nothing was recorded, which is not the same as "did not happen".

import type { Answer, CalendarDate, FractureSite, Sex } from '@breekpunt/core';

/** A day on which something happened, or was said not to happen (then `happened` is no and the day may be unknown). */
export interface Seen {
  readonly on: CalendarDate | null;
  readonly happened: 'yes' | 'no';
}

export interface ScanSeen {
  readonly status: 'ordered' | 'planned' | 'done' | 'not-done';
  readonly scannedOn: CalendarDate | null;
}

export interface FallsSeen {
  readonly outcome: 'done' | 'referred' | 'not-done';
  readonly on: CalendarDate | null;
  readonly riskClass: 'low' | 'intermediate' | 'high' | null;
  readonly exerciseStarted: Answer;
  readonly exerciseStartedOn: CalendarDate | null;
}

export type DecisionOutcome =
  | 'medicine'
  | 'not-indicated'
  | 'contraindicated'
  | 'declined'
  | 'referred'
  | 'postponed';

export interface ContactSeen {
  /** Null: planned, not done. */
  readonly on: CalendarDate | null;
  readonly reached: boolean;
  readonly medicineStarted: Answer;
  readonly medicineStartedOn: CalendarDate | null;
  readonly stillPrescribed: Answer;
  readonly exerciseStarted: Answer;
}

export interface InjectionSeen {
  /** ATC code. */
  readonly medicine: string;
  readonly dueOn: CalendarDate | null;
  readonly givenOn: CalendarDate | null;
  /** A reason not to give it was written down. */
  readonly refused: boolean;
}

/** Acute care of a hip; null on the record when none of it is kept. A yes may stand without its day. */
export interface HipSeen {
  readonly admittedOn: CalendarDate | null;
  readonly operated: Answer;
  readonly operatedOn: CalendarDate | null;
  readonly geriatrician: Answer;
  readonly hoursToOrthogeriatrician: number | null;
  readonly operationAsAdvised: Answer;
  readonly mobilised: Answer;
  readonly mobilisedOn: CalendarDate | null;
  readonly noDelirium: Answer;
  readonly homeAt120Days: Answer;
  readonly medicineAt120Days: Answer;
}

export interface CareRecord {
  readonly case: number;
  readonly person: number;
  readonly birthDate: CalendarDate | null;
  readonly sex: Sex;
  readonly residenceKnown: boolean;
  readonly site: FractureSite;
  readonly mechanism: 'low-energy' | 'high-energy' | 'contradictory' | 'not-recorded';
  /** A vertebral fracture that complaints brought to light; not recorded when nobody said. */
  readonly clinical: Answer;
  readonly fractureOn: CalendarDate | null;
  /** The day the case was found: the month in which it counts, and the clock's zero when the day of the fracture is unknown. */
  readonly foundOn: CalendarDate;
  readonly deceased: Answer;
  readonly deathOn: CalendarDate | null;
  readonly assessments: readonly Seen[];
  /** Whether smoking, alcohol and exercise or diet were asked about. */
  readonly lifestyleAsked: Answer;
  readonly scans: readonly ScanSeen[];
  readonly spineImages: readonly CalendarDate[];
  /** The day on which the panel of the country was complete. */
  readonly labs: readonly Seen[];
  readonly falls: readonly FallsSeen[];
  readonly decisions: readonly { readonly outcome: DecisionOutcome; readonly on: CalendarDate }[];
  readonly letters: readonly CalendarDate[];
  readonly contacts: readonly ContactSeen[];
  readonly injections: readonly InjectionSeen[];
  readonly hip: HipSeen | null;
}
