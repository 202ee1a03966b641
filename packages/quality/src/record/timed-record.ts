// One record with its days as numbers. Decision: events, facts, age and clocks of a record are worked out once, when an indicator
// first asks for them, and kept beside the record as long as it lives: a case stands in some fifty indicators, which ask for the same
// few things.

import { type Answer, ageInYears } from '@breekpunt/core';
import type { CareEvent, CareFact, Clock } from '@breekpunt/knowledge';
import type { CareRecord } from './care-record.ts';
import { dayNumber } from './day-number.ts';
import { eventsOf } from './events-of.ts';
import { factOf } from './facts-of.ts';
import { clockStart, zeroDay } from './zero-day.ts';

/** As `Seen`, with the number of its day. */
export interface TimedSeen {
  readonly day: number | null;
  readonly happened: 'yes' | 'no';
}

export interface TimedRecord {
  readonly record: CareRecord;
  readonly zero: number;
  /** Day of death; null when it is not known, or nobody died. */
  readonly death: number | null;
  /** Completed years on day zero; null when the day of birth is not known. */
  readonly age: number | null;
  readonly seen: Map<CareEvent, readonly TimedSeen[]>;
  readonly facts: Map<CareFact, Answer>;
}

const timed = new WeakMap<CareRecord, TimedRecord>();

export function timedRecord(record: CareRecord): TimedRecord {
  const known = timed.get(record);
  if (known !== undefined) return known;
  const zero = zeroDay(record);
  const { birthDate, deathOn } = record;
  const made: TimedRecord = {
    record,
    zero: dayNumber(zero),
    death: deathOn === null ? null : dayNumber(deathOn),
    age: birthDate === null ? null : ageInYears(birthDate, zero),
    seen: new Map(),
    facts: new Map(),
  };
  timed.set(record, made);
  return made;
}

export function seenOf({ record, seen }: TimedRecord, event: CareEvent): readonly TimedSeen[] {
  let found = seen.get(event);
  if (found === undefined) {
    found = eventsOf(record, event).map(({ on, happened }) => ({
      day: on === null ? null : dayNumber(on),
      happened,
    }));
    seen.set(event, found);
  }
  return found;
}

export function factIn({ record, facts }: TimedRecord, fact: CareFact): Answer {
  let found = facts.get(fact);
  if (found === undefined) {
    found = factOf(record, fact);
    facts.set(fact, found);
  }
  return found;
}

/** Null when the clock never began. */
export function clockIn({ record, zero }: TimedRecord, clock: Clock): number | null {
  if (clock === 'fracture') return zero;
  const start = clockStart(record, clock);
  return start === null ? null : dayNumber(start);
}
