// What cannot be in the acute care of a hip: something before the patient came, after today, or a day of what did not happen.
// Decision: said by the name of the answer and what was expected of it, never by what was written.

import type { CalendarDate } from '@breekpunt/core';
import type { HipCare } from './hip-care.ts';

export interface HipCareProblem {
  readonly field: keyof HipCare;
  readonly expected:
    | 'a-day-not-to-come'
    | 'not-before-arrival'
    | 'not-before-operation'
    | 'yes-with-its-day'
    | 'a-day-with-its-time'
    | 'tested-first';
}

/** Null when all of it can be. */
export function hipCareProblem(care: HipCare, today: CalendarDate): HipCareProblem | null {
  for (const field of ['arrivedOn', 'operatedOn', 'geriatricianOn', 'mobilisedOn', 'dischargedOn'] as const) {
    const on = care[field];
    if (on === null) continue;
    if (on > today) return { field, expected: 'a-day-not-to-come' };
    if (care.arrivedOn !== null && on < care.arrivedOn) return { field, expected: 'not-before-arrival' };
  }
  for (const [field, day] of [
    ['operated', 'operatedOn'],
    ['geriatrician', 'geriatricianOn'],
    ['mobilised', 'mobilisedOn'],
  ] as const)
    if (care[day] !== null && care[field] !== 'yes') return { field, expected: 'yes-with-its-day' };
  for (const [clock, day] of [
    ['arrivedClock', 'arrivedOn'],
    ['operatedClock', 'operatedOn'],
    ['geriatricianClock', 'geriatricianOn'],
  ] as const)
    if (care[clock] !== null && care[day] === null) return { field: day, expected: 'a-day-with-its-time' };
  if (momentBefore(care.operatedOn, care.operatedClock, care.arrivedOn, care.arrivedClock))
    return { field: 'operatedClock', expected: 'not-before-arrival' };
  if (momentBefore(care.geriatricianOn, care.geriatricianClock, care.arrivedOn, care.arrivedClock))
    return { field: 'geriatricianClock', expected: 'not-before-arrival' };
  if (care.mobilisedOn !== null && care.operatedOn !== null && care.mobilisedOn < care.operatedOn)
    return { field: 'mobilisedOn', expected: 'not-before-operation' };
  if (care.delirium !== 'not-recorded' && care.deliriumTested !== 'yes')
    return { field: 'deliriumTested', expected: 'tested-first' };
  return null;
}

function momentBefore(
  day: CalendarDate | null,
  clock: string | null,
  firstDay: CalendarDate | null,
  firstClock: string | null,
): boolean {
  return day !== null && day === firstDay && clock !== null && firstClock !== null && clock < firstClock;
}
