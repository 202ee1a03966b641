// What another system says of the acute care of a broken hip: when the patient came and left, and what was done or found. Decision:
// only days, moments and a plain yes or no are read here; which code means which answer, and of which case, the hospital knows.

import type { CalendarDate } from '@breekpunt/core';
import type { RecordedCode } from '../report-record.ts';

/** The code system under which the answers go out and are understood everywhere. */
export const hipCareSystem = 'urn:breekpunt:acute-hip-care';

/** Each answer of the block, by the code under which it goes out. */
export const hipCareItems = [
  'operation',
  'operation-as-advised',
  'geriatrician',
  'mobilised',
  'delirium-tested',
  'delirium',
  'nutrition-assessed',
  'home-at-120-days',
  'medicine-at-120-days',
] as const;

export type HipCareItem = (typeof hipCareItems)[number];

export const dischargePlaces = [
  'home',
  'rehabilitation',
  'care-home',
  'other-hospital',
  'died',
  'other',
] as const;

export type DischargePlace = (typeof dischargePlaces)[number];

export interface StatedMoment {
  /** As it was written. */
  readonly on: CalendarDate;
  /** When the time of day was given. */
  readonly at?: Date;
}

/** Something that was done or found, or was not. */
export interface StatedFact {
  readonly codes: readonly RecordedCode[];
  readonly answer: 'yes' | 'no';
  readonly moment?: StatedMoment;
}

export interface StatedStay {
  /** Said to be the stay of the hip itself, by our own code; else any stay of the patient. */
  readonly isOfHip: boolean;
  readonly arrived?: StatedMoment;
  /** Of an admission; a visit to the emergency department ends otherwise. */
  readonly discharged?: StatedMoment;
  readonly dischargedTo?: DischargePlace;
}

export interface StatedCare {
  readonly facts: readonly StatedFact[];
  readonly stay?: StatedStay;
}

export function isHipCareCode({ system, systemName, code }: RecordedCode): boolean {
  return system === 'unknown' && systemName === hipCareSystem && code !== '';
}

/** Nothing was said. */
export function isSilent({ facts, stay }: StatedCare): boolean {
  return facts.length === 0 && stay === undefined;
}
