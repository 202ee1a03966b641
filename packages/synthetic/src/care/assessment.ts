// Whether and when the service assessed the patient, and what it asked. Every question can stay without an answer.

import type { Answer } from '@breekpunt/core';
import { ageOn, type Day, dateOf, dayOf } from '../calendar.ts';
import { around, byShare, normal, rounded } from '../draw.ts';
import type { Random } from '../random.ts';
import type { Rates } from '../rates.ts';
import { type Assessment, type RiskAnswers, riskQuestions } from './care-path.ts';
import { clockStart, type FoundFracture, lastDay } from './found-fracture.ts';
import type { StaffRole } from './staff.ts';

/** Null when it is still to come, or never came. */
export function drawAssessment(
  random: Random,
  rates: Rates,
  found: FoundFracture,
  { reviewedOn, by, today }: { readonly reviewedOn: Day; readonly by: StaffRole; readonly today: Day },
): Assessment | null {
  const inTime = random.chance(rates.share('assessed-in-time'));
  const otherwise = byShare(
    random,
    ['declined', 'unreachable', 'late'] as const,
    rates.list('declined-share'),
  );
  const course = rates.list(inTime ? 'assessment-days' : 'late-assessment-days');
  const day = Math.max(reviewedOn + 1, clockStart(found) + around(random, course));
  const asked = random.fork('assessment');
  if (found.death !== null && found.death <= day && found.death <= today)
    return empty(dateOf(found.death), by, 'deceased-before');
  if (day > lastDay(found, today)) return null;
  const on = dateOf(day);
  if (!inTime && otherwise !== 'late') return empty(on, by, otherwise);
  return {
    on,
    by,
    outcome: 'done',
    mode: byShare(asked, ['clinic', 'ward', 'phone'] as const, [78, 12, 10]),
    ...body(asked, rates, found.sex, ageOn(found.birth, dayOf(on))),
    answers: answers(asked, rates),
  };
}

function empty(on: Assessment['on'], by: StaffRole, outcome: Assessment['outcome']): Assessment {
  const notRecorded = riskQuestions.map((question) => [question, 'not-recorded'] as const);
  return {
    on,
    by,
    outcome,
    mode: null,
    weightKg: null,
    heightCm: null,
    heightAt25Cm: null,
    answers: Object.fromEntries(notRecorded) as RiskAnswers,
  };
}

function body(
  random: Random,
  rates: Rates,
  sex: 'female' | 'male',
  age: number,
): Pick<Assessment, 'weightKg' | 'heightCm' | 'heightAt25Cm'> {
  const [weight = 0, weightSpread = 0, height = 0, heightSpread = 0] = rates.list(
    sex === 'female' ? 'body-women' : 'body-men',
  );
  const asked = (value: number): number | null =>
    random.chance(rates.share('not-asked-share')) ? null : value;
  const tall = normal(random, height, heightSpread);
  const shrunk = Math.max(0, normal(random, (age - 50) / 12, 1.5));
  return {
    weightKg: asked(rounded(Math.max(35, normal(random, weight, weightSpread)), 1)),
    heightCm: asked(rounded(tall, 0)),
    heightAt25Cm: asked(rounded(tall + shrunk, 0)),
  };
}

function answers(random: Random, rates: Rates): RiskAnswers {
  const answer = (place: number): Answer => {
    if (random.chance(rates.share('not-asked-share'))) return 'not-recorded';
    return random.chance(rates.share('risk-factor-shares', place)) ? 'yes' : 'no';
  };
  return Object.fromEntries(riskQuestions.map((question, place) => [question, answer(place)])) as RiskAnswers;
}
