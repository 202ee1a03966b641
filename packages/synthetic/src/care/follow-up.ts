// The calls at 16 and 52 weeks and each year after: who was reached, and what they said. A call that is planned and
// not made stays on the list; whoever is not reached is lost after a while.

import type { Answer } from '@breekpunt/core';
import { type Day, dateOf } from '../calendar.ts';
import { byShare } from '../draw.ts';
import type { Random } from '../random.ts';
import type { Rates } from '../rates.ts';
import type { Contact } from './care-path.ts';
import type { DecisionCourse, Medicine } from './decision.ts';
import { clockStart, lastDay } from './found-fracture.ts';
import type { Work } from './investigations.ts';

export interface FollowUp {
  readonly contacts: readonly Contact[];
  /** The patient took the medicine, whether or not the service heard of it. */
  readonly started: boolean;
  /** Still on it after a year, whether or not the service heard of it. */
  readonly persists: boolean;
}

const daysInWeek = 7;
const daysInYear = 365;
/** Sooner after a decision a call makes no sense. */
const soonest = 14;

const silent = {
  medicineStarted: 'not-recorded',
  medicineStartedOn: null,
  stillPrescribed: 'not-recorded',
  exerciseStarted: 'not-recorded',
  sideEffects: 'not-recorded',
  thighOrGroinPain: 'not-recorded',
  dentalEvent: 'not-recorded',
  newFall: 'not-recorded',
  newFracture: 'not-recorded',
  hasQuestions: 'not-recorded',
} as const;

export function drawFollowUp(random: Random, work: Work, course: DecisionCourse): FollowUp {
  const { rules, found, by, today } = work;
  const { rates } = rules;
  const { medicine, day: decidedOn } = course;
  const reachedShare = rates.share('reached-at-16-weeks');
  const started =
    medicine !== null && random.chance(Math.min(1, rates.share('started-at-16-weeks') / reachedShare));
  const persists = started && random.chance(persistenceOf(rates, medicine));
  const last = lastDay(found, today);
  const weeks = (place: number): Day =>
    clockStart(found) + rates.number('follow-up-weeks', place) * daysInWeek;

  const firstPlanned = Math.max(weeks(0), decidedOn + soonest);
  const firstDone = firstCall(random, rates, firstPlanned, decidedOn);
  const first = call('16-weeks', firstPlanned, firstDone.day, firstDone.outcome);
  if (first === null) return { contacts: [], started, persists };
  const reached = first.outcome === 'reached';
  const contacts = [reached ? { ...first, ...atFirst(), ...complaints(random.fork('complaints 1')) } : first];
  if (!reached || medicine === null) return { contacts, started, persists };

  for (const [moment, planned] of [
    ['52-weeks', weeks(1)],
    ['yearly', weeks(1) + daysInYear],
  ] as const) {
    const done = planned + random.int(-14, 40);
    const isReached = random.chance(rates.share('reached-at-52-weeks'));
    const next = call(moment, planned, done, isReached ? 'reached' : 'not-reached');
    if (next === null) break;
    contacts.push(
      next.outcome === 'reached'
        ? { ...next, ...later(), ...complaints(random.fork(`complaints ${moment}`)) }
        : next,
    );
    if (next.outcome !== 'reached') break;
  }
  return { contacts, started, persists };

  function call(
    moment: Contact['moment'],
    planned: Day,
    done: Day | null,
    outcome: 'reached' | 'not-reached',
  ): Contact | null {
    const happened = done !== null && done <= last;
    if (!happened && last < today) return null;
    return {
      moment,
      plannedOn: dateOf(planned),
      doneOn: happened ? dateOf(done) : null,
      by,
      outcome: happened ? outcome : null,
      ...silent,
    };
  }

  function atFirst(): Partial<Contact> {
    const exercise = Math.min(1, rates.share('exercise-started') / reachedShare);
    return {
      medicineStarted: medicine === null ? 'not-recorded' : answered(started),
      medicineStartedOn: started
        ? dateOf(Math.min(decidedOn + random.int(5, 30), firstDone.day ?? last))
        : null,
      exerciseStarted: asked(random.chance(exercise)),
      newFall: asked(random.chance(rates.share('fall-in-16-weeks'))),
      newFracture: 'no',
    };
  }

  function later(): Partial<Contact> {
    return {
      stillPrescribed: answered(persists),
      newFall: asked(random.chance(rates.share('fall-in-16-weeks') * 2)),
      newFracture: 'no',
    };
  }

  /** From a stream of its own, so that these questions left the others as they were. */
  function complaints(own: Random): Partial<Contact> {
    const said = (share: number): Answer =>
      own.chance(rates.share('not-asked-share')) ? 'not-recorded' : answered(own.chance(share));
    return {
      ...(medicine === null
        ? {}
        : {
            sideEffects: said(rates.share('complaint-shares', 0)),
            thighOrGroinPain: said(rates.share('complaint-shares', 1)),
            dentalEvent: said(rates.share('complaint-shares', 2)),
          }),
      hasQuestions: said(rates.share('questions-share')),
    };
  }

  function asked(value: boolean): Answer {
    return random.chance(rates.share('not-asked-share')) ? 'not-recorded' : answered(value);
  }
}

function firstCall(
  random: Random,
  rates: Rates,
  planned: Day,
  decidedOn: Day,
): { readonly day: Day | null; readonly outcome: 'reached' | 'not-reached' } {
  const early = Math.max(decidedOn + soonest, planned - random.int(0, 28));
  const late = random.int(7, 60);
  if (random.chance(rates.share('reached-at-16-weeks'))) return { day: early, outcome: 'reached' };
  const outcome = byShare(
    random,
    ['later', 'not-reached', 'never'] as const,
    rates.list('late-contact-outcomes'),
  );
  if (outcome === 'never') return { day: null, outcome: 'not-reached' };
  return { day: planned + late, outcome: outcome === 'later' ? 'reached' : 'not-reached' };
}

/** Teriparatide counts as an injection that others help with; zoledronate as one that a yearly call brings. */
function persistenceOf(rates: Rates, medicine: Medicine): number {
  return medicine === 'M05BA04' || medicine === 'M05BA07'
    ? rates.share('oral-persistence')
    : rates.share('denosumab-persistence', 0);
}

function answered(value: boolean): 'yes' | 'no' {
  return value ? 'yes' : 'no';
}
