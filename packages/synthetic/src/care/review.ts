// The nurse's judgement of a found fracture: a few days after the report, and for the newest reports not yet.

import type { CalendarDate } from '@breekpunt/core';
import { type Day, dateOf, dayOf } from '../calendar.ts';
import { within } from '../draw.ts';
import type { Random } from '../random.ts';
import type { Rates } from '../rates.ts';
import type { Review } from './care-path.ts';
import { type FoundFracture, lastDay, objectionTo } from './found-fracture.ts';
import type { StaffRole } from './staff.ts';

const snoozeShare = 0.2;
const freshDays = 45;

export function drawReview(
  random: Random,
  rates: Rates,
  found: FoundFracture,
  by: StaffRole,
  today: Day,
): Review | null {
  const waits = within(random, rates.list('backlog-days'));
  const day = found.foundOn + within(random, rates.list('confirm-days'));
  const objection = objectionTo(random, rates, found);
  const tooFrail = random.chance(rates.share('rejected-true-share', 0));
  const elsewhere = random.chance(rates.share('rejected-true-share', 1));
  const snoozes = random.chance(snoozeShare);
  if (found.foundOn > today - waits || day > lastDay(found, today)) return null;
  const on = dateOf(day);
  if (objection === 'already-treated') return { on, by, verdict: 'not-useful', reason: objection };
  if (objection !== null) return { on, by, verdict: 'rejected', reason: objection };
  if (tooFrail || elsewhere)
    return { on, by, verdict: 'not-useful', reason: tooFrail ? 'life-expectancy' : 'treated-elsewhere' };
  if (snoozes && day > today - freshDays) return { on, by, verdict: 'snoozed', reason: 'awaits-imaging' };
  return { on, by, verdict: 'confirmed', reason: null };
}

export interface StrayCase {
  readonly foundOn: CalendarDate;
  readonly by: StaffRole;
  readonly today: CalendarDate;
  readonly reason: 'no-fracture' | 'already-known';
}

/** What a nurse does with a case that no fracture of its own stands behind; null while it waits. */
export function strayReview(random: Random, rates: Rates, stray: StrayCase): Review | null {
  const [foundOn, today] = [dayOf(stray.foundOn), dayOf(stray.today) - 1];
  const waits = within(random, rates.list('backlog-days'));
  const day = foundOn + within(random, rates.list('confirm-days'));
  if (foundOn > today - waits || day > today) return null;
  return { on: dateOf(day), by: stray.by, verdict: 'rejected', reason: stray.reason };
}
