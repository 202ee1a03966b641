// From which day the plan counts: the operation when there was one, otherwise the event. An operation without its day
// leaves the count open; the day of the fracture does not stand in for it.

import { type CalendarDate, daysBetween } from '@breekpunt/core';
import type { Recorded } from '@breekpunt/investigate';
import type { GuideInput } from '../input/guide-input.ts';

export function countedFrom({
  treatment,
  eventOn,
}: Pick<GuideInput, 'treatment' | 'eventOn'>): Recorded<CalendarDate> {
  return treatment !== 'not-recorded' && treatment.kind === 'operation' ? treatment.on : eventOn;
}

/** Whole days; 0 on the day itself. */
export function daysSince(input: Pick<GuideInput, 'treatment' | 'eventOn' | 'today'>): Recorded<number> {
  const from = countedFrom(input);
  return from === 'not-recorded' ? 'not-recorded' : daysBetween(from, input.today);
}
