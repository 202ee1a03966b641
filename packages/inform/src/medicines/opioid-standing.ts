// Where somebody stands with a strong painkiller: days left, past its last day, no last day, or stopped. Decision: the day
// of the team goes before the day the patient wrote down, and "stopped" is what the patient said, nothing else.

import { type CalendarDate, daysBetween } from '@breekpunt/core';
import type { Recorded } from '@breekpunt/investigate';

export type OpioidStanding =
  | { readonly kind: 'days-left'; readonly on: CalendarDate; readonly days: number; readonly own: boolean }
  | { readonly kind: 'over'; readonly on: CalendarDate; readonly own: boolean }
  /** Nobody knows when it ends. */
  | { readonly kind: 'no-day' }
  | { readonly kind: 'stopped'; readonly on: CalendarDate };

/** What the patient wrote about it. */
export interface OpioidNotes {
  readonly stopOn: Recorded<CalendarDate>;
  readonly stoppedOn: Recorded<CalendarDate>;
}

/** `stopOn` is the day of the team. 0 days left: the last day is today. */
export function opioidStanding(
  stopOn: Recorded<CalendarDate>,
  notes: OpioidNotes,
  today: CalendarDate,
): OpioidStanding {
  if (notes.stoppedOn !== 'not-recorded') return { kind: 'stopped', on: notes.stoppedOn };
  const on = stopOn === 'not-recorded' ? notes.stopOn : stopOn;
  if (on === 'not-recorded') return { kind: 'no-day' };
  const own = stopOn === 'not-recorded';
  const days = daysBetween(today, on);
  return days < 0 ? { kind: 'over', on, own } : { kind: 'days-left', on, days, own };
}
