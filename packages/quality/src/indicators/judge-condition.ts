// Whether one condition of an indicator holds for one record, in three answers and with the reason.
// Decision: whoever died on the day asked about is not alive at it; whoever is not known to have died counts as alive, so that
// nobody leaves a denominator because nothing was written down.

import { type Answer, ageInYears, type CalendarDate, daysBetween, unreachable } from '@breekpunt/core';
import type { IndicatorCondition } from '@breekpunt/knowledge';
import type { CareRecord } from '../record/care-record.ts';
import { eventsOf } from '../record/events-of.ts';
import { factOf } from '../record/facts-of.ts';
import { clockStart, zeroDay } from '../record/zero-day.ts';
import type { Reason } from './reason.ts';

export interface Judgement {
  readonly holds: Answer;
  readonly reason: Reason;
}

export function judgeCondition(record: CareRecord, condition: IndicatorCondition): Judgement {
  switch (condition.kind) {
    case 'event':
      return judgeEvent(record, condition);
    case 'fact': {
      const known = factOf(record, condition.fact);
      if (known === 'not-recorded') return unknown(condition.fact);
      return {
        holds: known === condition.is ? 'yes' : 'no',
        reason: { kind: 'is', what: condition.fact, answer: known },
      };
    }
    case 'alive-at':
      return judgeAlive(record, condition.day);
    case 'measure':
      return judgeMeasure(record, condition);
    default:
      return unreachable(condition);
  }
}

function unknown(what: Extract<Reason, { kind: 'not-recorded' }>['what']): Judgement {
  return { holds: 'not-recorded', reason: { kind: 'not-recorded', what } };
}

function judgeEvent(
  record: CareRecord,
  { event, since, from, within }: Extract<IndicatorCondition, { kind: 'event' }>,
): Judgement {
  const zero = clockStart(record, since);
  const seen = eventsOf(record, event);
  if (zero === null) return unknown(since === 'admission' ? 'surgery' : event);
  const days = seen.flatMap(({ on, happened }) =>
    happened === 'yes' && on !== null ? [daysBetween(zero, on)] : [],
  );
  if (within === undefined) return judgeEver(event, seen, days);
  const inTime = days.filter((day) => day >= from && day <= within).toSorted((a, b) => a - b)[0];
  if (inTime !== undefined) return { holds: 'yes', reason: { kind: 'happened', what: event, day: inTime } };
  const nearest = days.toSorted((a, b) => distance(a, from, within) - distance(b, from, within))[0];
  if (nearest !== undefined)
    return { holds: 'no', reason: { kind: 'outside-window', what: event, day: nearest, from, within } };
  // A yes without a day cannot be placed; a no says that it did not happen.
  return seen.some(({ happened }) => happened === 'no')
    ? { holds: 'no', reason: { kind: 'did-not-happen', what: event } }
    : unknown(event);
}

function distance(day: number, from: number, within: number): number {
  return day < from ? from - day : day - within;
}

function judgeEver(
  event: Extract<IndicatorCondition, { kind: 'event' }>['event'],
  seen: readonly { readonly happened: 'yes' | 'no' }[],
  days: readonly number[],
): Judgement {
  if (seen.some(({ happened }) => happened === 'yes'))
    return {
      holds: 'yes',
      reason: { kind: 'happened', what: event, day: days.length === 0 ? null : Math.min(...days) },
    };
  return seen.length === 0
    ? unknown(event)
    : { holds: 'no', reason: { kind: 'did-not-happen', what: event } };
}

function judgeAlive(record: CareRecord, day: number): Judgement {
  if (record.deathOn === null)
    return record.deceased === 'yes' ? unknown('day-of-death') : { holds: 'yes', reason: { kind: 'alive' } };
  const died = daysBetween(zeroDay(record), record.deathOn);
  return died <= day
    ? { holds: 'no', reason: { kind: 'died', day: died } }
    : { holds: 'yes', reason: { kind: 'alive' } };
}

function judgeMeasure(
  record: CareRecord,
  { measure, from, atMost }: Extract<IndicatorCondition, { kind: 'measure' }>,
): Judgement {
  const value = measure === 'age' ? ageAt(record, zeroDay(record)) : record.hip?.hoursToOrthogeriatrician;
  if (value === null || value === undefined) return unknown(measure);
  const holds = value >= (from ?? value) && value <= (atMost ?? value);
  return { holds: holds ? 'yes' : 'no', reason: { kind: 'measured', what: measure, value } };
}

/** Completed years; null when the day of birth is not known. */
export function ageAt({ birthDate }: CareRecord, on: CalendarDate): number | null {
  return birthDate === null ? null : ageInYears(birthDate, on);
}
