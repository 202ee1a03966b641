// The lines of the block of acute hip care, in the order of a stay: an answer, its day and its time, as far as a line has them.

import type { HipCare } from '@breekpunt/server';

type AnswerField =
  | 'operated'
  | 'operationAsAdvised'
  | 'geriatrician'
  | 'mobilised'
  | 'deliriumTested'
  | 'delirium'
  | 'nutritionAssessed'
  | 'homeAt120Days'
  | 'medicineAt120Days';

export interface HipCareLine {
  readonly word: 'arrived' | 'discharged' | AnswerField;
  readonly answer?: AnswerField;
  readonly day?: 'arrivedOn' | 'operatedOn' | 'geriatricianOn' | 'mobilisedOn' | 'dischargedOn';
  readonly clock?: 'arrivedClock' | 'operatedClock' | 'geriatricianClock';
}

export const hipCareLines: readonly HipCareLine[] = [
  { word: 'arrived', day: 'arrivedOn', clock: 'arrivedClock' },
  { word: 'geriatrician', answer: 'geriatrician', day: 'geriatricianOn', clock: 'geriatricianClock' },
  { word: 'operated', answer: 'operated', day: 'operatedOn', clock: 'operatedClock' },
  { word: 'operationAsAdvised', answer: 'operationAsAdvised' },
  { word: 'mobilised', answer: 'mobilised', day: 'mobilisedOn' },
  { word: 'deliriumTested', answer: 'deliriumTested' },
  { word: 'delirium', answer: 'delirium' },
  { word: 'nutritionAssessed', answer: 'nutritionAssessed' },
  { word: 'discharged', day: 'dischargedOn' },
  { word: 'homeAt120Days', answer: 'homeAt120Days' },
  { word: 'medicineAt120Days', answer: 'medicineAt120Days' },
];

/** How many lines say something. */
export function filledLines(care: HipCare): number {
  return hipCareLines.filter(({ answer, day }) =>
    answer === undefined ? day !== undefined && care[day] !== null : care[answer] !== 'not-recorded',
  ).length;
}

/** What hangs on an answer goes along: without an operation there is no day of it, and no result without a test. */
export function consistent(care: HipCare): HipCare {
  return {
    ...care,
    ...(care.operated !== 'yes' && { operatedOn: null, operatedClock: null }),
    ...(care.geriatrician !== 'yes' && { geriatricianOn: null, geriatricianClock: null }),
    ...(care.mobilised !== 'yes' && { mobilisedOn: null }),
    ...(care.deliriumTested !== 'yes' && { delirium: 'not-recorded' }),
  };
}
