// The numbers by which contacts are planned, as knowledge has them on a day, with the clocks of the drugs under the same
// country's rules.

import { type CalendarDate, type Result, success } from '@breekpunt/core';
import { numbersOn } from '@breekpunt/investigate';
import type { Knowledge, NoValueInForce } from '@breekpunt/knowledge';
import { type ClockRules, clockRulesOn } from '../bone/clock-rules.ts';
import type { SignedRules } from '../logic/standing.ts';

const numbers = {
  firstFromDays: 'follow-up.first-contact-from-days',
  firstUntilDays: 'assessment.first-follow-up-days',
  yearDays: 'assessment.second-follow-up-days',
  yearFromDays: 'follow-up.year-contact-from-days',
  yearUntilDays: 'follow-up.year-contact-until-days',
  evaluationBeforeDays: 'follow-up.evaluation-before-days',
  evaluationAfterDays: 'follow-up.evaluation-after-days',
  yearlyWindowDays: 'follow-up.yearly-window-days',
  doseWarningWeeks: 'follow-up.dose-warning-weeks',
  infusionLateWeeks: 'follow-up.infusion-late-weeks',
  attempts: 'follow-up.contact-attempts',
  retryDays: 'follow-up.retry-days',
  askAgainDays: 'follow-up.ask-again-days',
  pressingTaskDays: 'follow-up.pressing-task-days',
  ordinaryTaskDays: 'follow-up.ordinary-task-days',
} as const;

export interface ContactRules extends Readonly<Record<keyof typeof numbers, number>> {
  readonly on: CalendarDate;
  readonly clocks: ClockRules;
}

export function contactRulesOn(
  knowledge: Knowledge,
  country: 'BE' | 'NL',
  on: CalendarDate,
  signed: SignedRules,
): Result<ContactRules, NoValueInForce> {
  const clocks = clockRulesOn(knowledge, country, on, signed);
  if (!clocks.ok) return clocks;
  const found = numbersOn(knowledge, on, numbers);
  if (!found.ok) return found;
  return success({ on, clocks: clocks.value, ...found.value });
}
