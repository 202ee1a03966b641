// Whether one condition of an indicator holds for one record, in three answers and with the reason.
// Decision: whoever died on the day asked about is not alive at it; whoever is not known to have died counts as alive, so that
// nobody leaves a denominator because nothing was written down.

import { type Answer, unreachable } from '@breekpunt/core';
import type { IndicatorCondition } from '@breekpunt/knowledge';
import { clockIn, factIn, seenOf, type TimedRecord, type TimedSeen } from '../record/timed-record.ts';
import type { Reason } from './reason.ts';

export interface Judgement {
  readonly holds: Answer;
  readonly reason: Reason;
}

export function judgeCondition(timed: TimedRecord, condition: IndicatorCondition): Judgement {
  switch (condition.kind) {
    case 'event':
      return judgeEvent(timed, condition);
    case 'fact': {
      const known = factIn(timed, condition.fact);
      if (known === 'not-recorded') return unknown(condition.fact);
      return {
        holds: known === condition.is ? 'yes' : 'no',
        reason: { kind: 'is', what: condition.fact, answer: known },
      };
    }
    case 'alive-at':
      return judgeAlive(timed, condition.day);
    case 'measure':
      return judgeMeasure(timed, condition);
    default:
      return unreachable(condition);
  }
}

function unknown(what: Extract<Reason, { kind: 'not-recorded' }>['what']): Judgement {
  return { holds: 'not-recorded', reason: { kind: 'not-recorded', what } };
}

function judgeEvent(
  timed: TimedRecord,
  { event, since, from, within }: Extract<IndicatorCondition, { kind: 'event' }>,
): Judgement {
  const zero = clockIn(timed, since);
  const seen = seenOf(timed, event);
  if (within === undefined) return judgeEver(event, seen, zero);
  // A clock that never began: whether it was within the days cannot be told. That it did not happen at all can.
  if (zero === null) return withoutClock(event, since, seen);
  let inTime: number | null = null;
  let nearest: number | null = null;
  let denied = false;
  for (const { day: on, happened } of seen) {
    denied ||= happened === 'no';
    if (happened === 'no' || on === null) continue;
    const day = on - zero;
    if (day >= from && day <= within) inTime = inTime === null ? day : Math.min(inTime, day);
    else if (nearest === null || distance(day, from, within) < distance(nearest, from, within)) nearest = day;
  }
  if (inTime !== null) return { holds: 'yes', reason: { kind: 'happened', what: event, day: inTime } };
  if (nearest !== null)
    return { holds: 'no', reason: { kind: 'outside-window', what: event, day: nearest, from, within } };
  // A yes without a day cannot be placed; a no says that it did not happen.
  return denied ? { holds: 'no', reason: { kind: 'did-not-happen', what: event } } : unknown(event);
}

function distance(day: number, from: number, within: number): number {
  return day < from ? from - day : day - within;
}

type Event = Extract<IndicatorCondition, { kind: 'event' }>;

function withoutClock(event: Event['event'], since: Event['since'], seen: readonly TimedSeen[]): Judgement {
  if (seen.length > 0 && seen.every(({ happened }) => happened === 'no'))
    return { holds: 'no', reason: { kind: 'did-not-happen', what: event } };
  return unknown(since === 'surgery' ? 'surgery' : since === 'admission' ? 'admission' : event);
}

function judgeEver(event: Event['event'], seen: readonly TimedSeen[], zero: number | null): Judgement {
  let [happened, first]: [boolean, number | null] = [false, null];
  for (const one of seen) {
    if (one.happened === 'no') continue;
    happened = true;
    if (one.day !== null && (first === null || one.day < first)) first = one.day;
  }
  if (happened)
    return {
      holds: 'yes',
      reason: { kind: 'happened', what: event, day: first === null || zero === null ? null : first - zero },
    };
  return seen.length === 0
    ? unknown(event)
    : { holds: 'no', reason: { kind: 'did-not-happen', what: event } };
}

function judgeAlive({ record, zero, death }: TimedRecord, day: number): Judgement {
  if (death === null)
    return record.deceased === 'yes' ? unknown('day-of-death') : { holds: 'yes', reason: { kind: 'alive' } };
  const died = death - zero;
  return died <= day
    ? { holds: 'no', reason: { kind: 'died', day: died } }
    : { holds: 'yes', reason: { kind: 'alive' } };
}

function judgeMeasure(
  { record, age }: TimedRecord,
  { measure, from, atMost }: Extract<IndicatorCondition, { kind: 'measure' }>,
): Judgement {
  const value = measure === 'age' ? age : record.hip?.hoursToOrthogeriatrician;
  if (value === null || value === undefined) {
    const never = measure !== 'age' && record.hip?.geriatrician === 'no';
    return never ? { holds: 'no', reason: { kind: 'did-not-happen', what: measure } } : unknown(measure);
  }
  const holds = value >= (from ?? value) && value <= (atMost ?? value);
  return { holds: holds ? 'yes' : 'no', reason: { kind: 'measured', what: measure, value } };
}
