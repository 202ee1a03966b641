// How often things happen to invented patients: the parameters of knowledge/parameters/synthetic in force on a day.
// Decision: every name and the length of its list stand in one table, so that a rate that is missing or has another
// length than its reader expects stops the generator at once.

import type { CalendarDate } from '@breekpunt/core';
import { type Knowledge, listOn } from '@breekpunt/knowledge';

const lengths = {
  'mortality-women': 11,
  'mortality-men': 11,
  'incidence-hip-men': 8,
  'incidence-vertebra-men': 8,
  'incidence-wrist-men': 8,
  'incidence-other-men': 8,
  'women-years-earlier': 1,
  'site-shares': 4,
  'other-site-shares': 9,
  'other-hip-share': 1,
  'clinical-vertebra-share': 1,
  'month-weights': 12,
  'fracture-patients': 1,
  'past-fracture-share': 1,
  'french-share': 1,
  'care-home-share': 1,
  'hip-death-first-quarter': 2,
  'hip-death-later': 2,
  'vertebra-death-later': 2,
  'major-death-later': 2,
  'minor-death-later': 2,
  'assessed-in-time': 1,
  'scanned-in-time': 1,
  'in-time-days': 1,
  'falls-assessed': 1,
  'exercise-started': 1,
  'reached-at-16-weeks': 1,
  'started-at-16-weeks': 1,
  'follow-up-weeks': 2,
  'oral-persistence': 1,
  'denosumab-persistence': 2,
  'denosumab-months': 1,
  'zoledronate-months': 1,
  'medicine-shares': 5,
  'medicine-if-severe': 1,
  'medicine-otherwise': 1,
  'declined-share': 3,
  'unassessed-outcomes': 5,
  'late-contact-outcomes': 3,
  'reached-at-52-weeks': 1,
  'fall-in-16-weeks': 1,
  'complaint-shares': 3,
  'questions-share': 1,
  'follow-on-shares': 3,
  'confirm-days': 2,
  'backlog-days': 2,
  'assessment-days': 3,
  'late-assessment-days': 3,
  'rejected-true-share': 2,
  'known-old-share': 1,
  'owner-shares': 3,
  't-score-spread': 3,
  't-score-men': 1,
  't-score-regions': 4,
  'region-reference-total-hip': 2,
  'region-reference-lumbar-spine': 2,
  'low-vitamin-d': 1,
  'deviating-tsh': 1,
  'deviating-other': 1,
  'tsh-range': 2,
  'labs-share': 1,
  'vfa-share': 1,
  'vfa-fracture-share': 1,
  'risk-factor-shares': 10,
  'not-asked-share': 1,
  'fall-class-shares': 3,
  'fall-referral-share': 1,
  'body-women': 4,
  'body-men': 4,
} as const;

export type RateName = keyof typeof lengths;

export interface Rates {
  /** All values, in the order its meaning states. */
  list(name: RateName): readonly number[];
  /** The only value, or the one at a place of the list. */
  number(name: RateName, place?: number): number;
  /** A percentage as a probability. */
  share(name: RateName, place?: number): number;
  /** The share of vertebral fractures on images that the report names, as a probability. */
  readonly named: number;
}

/** Throws when knowledge has no value for this day: nothing can be invented on half of its numbers. */
export function ratesOn(knowledge: Knowledge, today: CalendarDate): Rates {
  const read = (id: string, length: number): readonly number[] => {
    const found = listOn(knowledge, id, today);
    if (!found.ok) throw new Error(`No value of ${id} is in force on ${today}: ${found.error.reason}`);
    const numbers = found.value.filter((value) => typeof value === 'number');
    if (numbers.length !== length) throw new Error(`${id} does not hold ${length} numbers`);
    return numbers;
  };
  const names = Object.keys(lengths) as RateName[];
  const lists = new Map(names.map((name) => [name, read(`synthetic.${name}`, lengths[name])]));
  const list = (name: RateName): readonly number[] => lists.get(name) ?? [];
  const number = (name: RateName, place = 0): number => {
    const value = list(name)[place];
    if (value === undefined) throw new RangeError(`synthetic.${name} has no value at place ${place}`);
    return value;
  };
  const [named = 0] = read('identify.vertebral-fractures-named-in-reports', 1);
  return { list, number, share: (name, place) => number(name, place) / 100, named: named / 100 };
}
