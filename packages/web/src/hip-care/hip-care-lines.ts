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

export const emptyHipCare: HipCare = {
  arrivedOn: null,
  arrivedClock: null,
  operated: 'not-recorded',
  operatedOn: null,
  operatedClock: null,
  operationAsAdvised: 'not-recorded',
  geriatrician: 'not-recorded',
  geriatricianOn: null,
  geriatricianClock: null,
  mobilised: 'not-recorded',
  mobilisedOn: null,
  deliriumTested: 'not-recorded',
  delirium: 'not-recorded',
  nutritionAssessed: 'not-recorded',
  dischargedOn: null,
  dischargedTo: null,
  homeAt120Days: 'not-recorded',
  medicineAt120Days: 'not-recorded',
};

/** How many lines say something. */
export function filledLines(care: HipCare): number {
  return hipCareLines.filter(({ answer, day }) =>
    answer === undefined ? day !== undefined && care[day] !== null : care[answer] !== 'not-recorded',
  ).length;
}

/**
 * One answer changed. What hangs on it goes along: without an operation there is no day of it, and a day that is filled in says that
 * it happened.
 */
export function changed(care: HipCare, change: Partial<HipCare>): HipCare {
  const next = { ...care, ...change };
  if (next.operated !== 'yes') Object.assign(next, { operatedOn: null, operatedClock: null });
  if (next.geriatrician !== 'yes') Object.assign(next, { geriatricianOn: null, geriatricianClock: null });
  if (next.mobilised !== 'yes') Object.assign(next, { mobilisedOn: null });
  if (next.deliriumTested !== 'yes') Object.assign(next, { delirium: 'not-recorded' });
  return next;
}
