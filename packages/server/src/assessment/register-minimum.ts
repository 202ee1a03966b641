// The twelve fields that the international indicators need of every patient, and which of them this record has. Decision:
// a follow-up that is not due yet is "too early" and no gap; "no" and "not done" are answers and no gaps either.

import { addDays, type CalendarDate } from '@breekpunt/core';
import type { Contact } from '../records/contact.ts';
import type { Decision } from '../records/decision.ts';
import type { CaseRecord } from './case-record.ts';
import { ownFracture } from './fractures-of.ts';
import type { Answers } from './shown-answers.ts';

export const minimumItems = [
  'fracture-site',
  'fracture-date',
  'assessment-date',
  'dxa-date',
  'falls-assessed',
  'medicine-recommended',
  'death-date',
  'first-follow-up',
  'medicine-started',
  'exercise-started',
  'second-follow-up',
  'still-prescribed',
] as const;
export type MinimumItem = (typeof minimumItems)[number];

export interface MinimumState {
  readonly item: MinimumItem;
  readonly state: 'known' | 'missing' | 'too-early';
  /** Where it is answered on the page; null when elsewhere. */
  readonly field: string | null;
}

/** Days after the fracture within which the first follow-up is due, and the second. */
export interface FollowUpDays {
  readonly first: number;
  readonly second: number;
}

export function registerMinimum(
  record: CaseRecord,
  answers: Answers,
  decisions: readonly Decision[],
  due: FollowUpDays,
  today: CalendarDate,
): readonly MinimumState[] {
  const fracture = ownFracture(record);
  const day = answers.get('fracture-day')?.answer;
  const fractureOn = typeof day === 'string' && day !== 'no' ? (day as CalendarDate) : fracture.on;
  const known = (item: MinimumItem, field: string | null, is: boolean): MinimumState => ({
    item,
    field,
    state: is ? 'known' : 'missing',
  });
  const later = (item: MinimumItem, days: number, is: boolean): MinimumState => {
    if (is) return { item, field: null, state: 'known' };
    const early = fractureOn !== null && today < addDays(fractureOn, days);
    return { item, field: null, state: early ? 'too-early' : 'missing' };
  };
  const answered = (field: string): boolean => (answers.get(field)?.answer ?? null) !== null;
  const first = doneOf(record.contacts, ['16-weeks', '3-months']);
  const second = doneOf(record.contacts, ['52-weeks']);
  const saidOf = (contacts: readonly Contact[], what: 'medicineStarted' | 'stillPrescribed'): boolean =>
    contacts.some((contact) => contact[what] !== 'not-recorded');
  const exercise =
    answered('exercise-started') || first.some((each) => each.exerciseStarted !== 'not-recorded');
  return [
    known('fracture-site', null, fracture.site !== 'unspecified'),
    known('fracture-date', 'fracture-day', fractureOn !== null),
    known('assessment-date', 'assessed', answered('assessed')),
    known('dxa-date', 'dxa', answered('dxa')),
    known('falls-assessed', 'falls-assessed', answered('falls-assessed')),
    known(
      'medicine-recommended',
      'decision',
      decisions.some(({ topic }) => topic === 'bone'),
    ),
    known('death-date', 'death', answered('death')),
    later('first-follow-up', due.first, first.length > 0),
    later('medicine-started', due.first, saidOf(first, 'medicineStarted')),
    { ...later('exercise-started', due.first, exercise), field: 'exercise-started' },
    later('second-follow-up', due.second, second.length > 0),
    later('still-prescribed', due.second, saidOf(second, 'stillPrescribed')),
  ];
}

function doneOf(contacts: readonly Contact[], moments: readonly Contact['moment'][]): readonly Contact[] {
  return contacts.filter(({ moment, doneOn }) => doneOn !== null && moments.includes(moment));
}
