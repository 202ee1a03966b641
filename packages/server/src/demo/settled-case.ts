// What becomes of a found case: the care that was invented for its fracture, or what a nurse does with a case that no
// fracture of its own stands behind. A judgement never comes before the day on which the case was opened.

import { type CalendarDate, compareDates } from '@breekpunt/core';
import {
  type CarePath,
  createRandom,
  type Review,
  type StaffRole,
  type Standing,
  type SyntheticRates,
  strayReview,
} from '@breekpunt/synthetic';
import type { FoundCase } from './found-cases.ts';

export interface SettledCase {
  readonly found: FoundCase;
  readonly review: Review | null;
  readonly standing: Standing | null;
  readonly owner: StaffRole | null;
  /** Null when no care was given. */
  readonly care: CarePath | null;
}

export function settledCase(
  found: FoundCase,
  { rates, today }: { readonly rates: SyntheticRates; readonly today: CalendarDate },
): SettledCase {
  const { care, openedOn } = found;
  if (care !== 'taken' && care !== 'none') {
    const notBefore = (day: CalendarDate): CalendarDate => (compareDates(day, openedOn) < 0 ? openedOn : day);
    const review = care.review === null ? null : { ...care.review, on: notBefore(care.review.on) };
    const standing = { ...care.standing, since: notBefore(care.standing.since) };
    return { found, review, standing, owner: care.owner, care };
  }
  const random = createRandom(`${found.patient.resident.number} ${openedOn}`);
  const reason = care === 'taken' ? 'already-known' : 'no-fracture';
  const review = strayReview(random, rates, { foundOn: openedOn, by: 'nurse-1', today, reason });
  if (review === null) return { found, review, standing: null, owner: null, care: null };
  const standing: Standing = {
    stage: 'identify',
    state: 'rejected',
    dueOn: null,
    snoozedUntil: null,
    reason,
    since: review.on,
  };
  return { found, review, standing, owner: 'nurse-1', care: null };
}
