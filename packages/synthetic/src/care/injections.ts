// The injections of denosumab and infusions of zoledronate: each with the day it was due, the day it was given, and the
// day the next one is due. Whoever stops without telling leaves an injection that is overdue.

import { addMonths } from '@breekpunt/core';
import { type Day, dateOf, dayOf } from '../calendar.ts';
import type { Random } from '../random.ts';
import type { Injection } from './care-path.ts';
import type { DecisionCourse } from './decision.ts';
import type { FollowUp } from './follow-up.ts';
import { lastDay } from './found-fracture.ts';
import type { Work } from './investigations.ts';

const mostInjections = 8;
/** Of those who stop, the share that tells the service. */
const toldShare = 0.4;

export function drawInjections(
  random: Random,
  { rules: { rates }, found, today }: Work,
  { medicine, day }: DecisionCourse,
  { started, persists, contacts }: FollowUp,
): Injection[] {
  if (!started || (medicine !== 'M05BX04' && medicine !== 'M05BA08')) return [];
  const months = rates.number(medicine === 'M05BX04' ? 'denosumab-months' : 'zoledronate-months');
  const last = lastDay(found, today);
  const stopsAfter = persists ? mostInjections : 1 + random.int(0, months < 12 ? 1 : 0);
  const told = random.chance(toldShare) || contacts.some(({ stillPrescribed }) => stillPrescribed === 'no');
  const injections: Injection[] = [];
  let due = day + random.int(7, 21);
  while (injections.length < mostInjections) {
    const given = due + random.int(-3, 16);
    const stopped = injections.length >= stopsAfter;
    if (stopped || given > last) {
      if (last === today) injections.push(waiting(medicine, due, stopped && told));
      break;
    }
    const next = addMonths(dateOf(given), months);
    injections.push({
      medicine,
      dueOn: dateOf(due),
      givenOn: dateOf(given),
      nextDueOn: next,
      notGivenReason: null,
    });
    due = dayOf(next);
  }
  return injections;
}

function waiting(medicine: string, due: Day, stopped: boolean): Injection {
  return {
    medicine,
    dueOn: dateOf(due),
    givenOn: null,
    nextDueOn: null,
    notGivenReason: stopped ? 'stopped' : null,
  };
}
