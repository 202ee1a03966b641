// Whether Belgium pays for a bone densitometry now. Decision: a right that is certain is said whatever else is unknown;
// "no" needs every way to the right to be closed; and the five years are a reason of their own, with the day they end.

import {
  type Answer,
  addMonths,
  type CalendarDate,
  type FractureSite,
  type Result,
  type Sex,
  success,
} from '@breekpunt/core';
import { type Knowledge, listOn, type NoValueInForce } from '@breekpunt/knowledge';
import { numbersOn } from '../parameters-on.ts';

export interface BelgianDxaRules {
  readonly familyHistoryAge: number;
  readonly glucocorticoidMg: number;
  readonly glucocorticoidMonths: number;
  readonly intervalMonths: number;
  readonly excludedSites: readonly string[];
  readonly listedConditions: readonly string[];
}

export interface BelgianDxaQuestion {
  readonly sex: Sex;
  /** Completed years; null when not recorded. */
  readonly ageYears: number | null;
  /** Hip fracture of a relative of the first or second degree. */
  readonly hipFractureInFamily: Answer;
  /** Sites of the low-impact fractures that no tumour caused; null when nobody asked. */
  readonly lowImpactFractures: readonly FractureSite[] | null;
  /** Prednisolone equivalent a day, and consecutive months; none when the person takes none. */
  readonly glucocorticoid: { readonly mgPerDay: number; readonly months: number } | 'none' | 'not-recorded';
  /** By the names of `listedConditions`; an absent one was not asked. */
  readonly conditions: Readonly<Record<string, Answer>>;
  readonly lastPaid: CalendarDate | 'never' | 'not-recorded';
}

export interface BelgianDxaRight {
  readonly outcome: 'yes' | 'no' | 'cannot-tell';
  readonly reasons: readonly string[];
  readonly missing: readonly string[];
  /** First day on which the five years no longer stand in the way; null when they do not. */
  readonly from: CalendarDate | null;
}

export function belgianDxaRulesOn(
  knowledge: Knowledge,
  date: CalendarDate,
): Result<BelgianDxaRules, NoValueInForce> {
  const numbers = numbersOn(knowledge, date, {
    familyHistoryAge: 'reimbursement.be-dxa-family-history-age',
    glucocorticoidMg: 'reimbursement.be-dxa-glucocorticoid-dose',
    glucocorticoidMonths: 'reimbursement.be-dxa-glucocorticoid-months',
    intervalMonths: 'reimbursement.be-dxa-interval',
  });
  if (!numbers.ok) return numbers;
  const excluded = listOn(knowledge, 'reimbursement.be-dxa-excluded-sites', date);
  if (!excluded.ok) return excluded;
  const conditions = listOn(knowledge, 'dxa.be-listed-conditions', date);
  if (!conditions.ok) return conditions;
  const excludedSites = excluded.value.map(String);
  return success({ ...numbers.value, excludedSites, listedConditions: conditions.value.map(String) });
}

export function belgianDxaRight(
  question: BelgianDxaQuestion,
  today: CalendarDate,
  rules: BelgianDxaRules,
): BelgianDxaRight {
  const { lastPaid } = question;
  const from =
    lastPaid === 'never' || lastPaid === 'not-recorded' ? null : addMonths(lastPaid, rules.intervalMonths);
  if (from !== null && today < from) return { outcome: 'no', reasons: ['DX25'], missing: [], from };
  const ways = waysToTheRight(question, rules);
  const open = ways.filter(({ answer }) => answer === 'yes').map(({ rule }) => rule);
  const lastMissing = lastPaid === 'not-recorded' ? ['last-paid'] : [];
  if (open.length > 0) {
    const outcome = lastMissing.length === 0 ? 'yes' : 'cannot-tell';
    return { outcome, reasons: [...new Set(open), 'DX25'], missing: lastMissing, from: null };
  }
  const missing = ways.flatMap(({ answer, ask }) => (answer === 'not-recorded' ? ask : []));
  const reasons = ['DX22', 'DX23', 'DX24'];
  if (missing.length === 0) return { outcome: 'no', reasons, missing, from: null };
  return { outcome: 'cannot-tell', reasons, missing: [...missing, ...lastMissing], from: null };
}

interface Way {
  readonly rule: 'DX22' | 'DX23' | 'DX24';
  readonly answer: Answer;
  readonly ask: readonly string[];
}

function waysToTheRight(question: BelgianDxaQuestion, rules: BelgianDxaRules): readonly Way[] {
  const { lowImpactFractures, glucocorticoid } = question;
  const counts = lowImpactFractures?.some((site) => !rules.excludedSites.includes(site));
  const byFracture: Answer = counts === undefined ? 'not-recorded' : counts ? 'yes' : 'no';
  return [
    { rule: 'DX23', answer: byFracture, ask: ['fractures'] },
    { rule: 'DX24', answer: byGlucocorticoid(glucocorticoid, rules), ask: ['glucocorticoid'] },
    { rule: 'DX24', answer: byCondition(question, rules), ask: ['listed-conditions'] },
    byFamily(question, rules),
  ];
}

function byGlucocorticoid(taken: BelgianDxaQuestion['glucocorticoid'], rules: BelgianDxaRules): Answer {
  if (taken === 'not-recorded') return 'not-recorded';
  if (taken === 'none') return 'no';
  return taken.mgPerDay >= rules.glucocorticoidMg && taken.months >= rules.glucocorticoidMonths
    ? 'yes'
    : 'no';
}

function byCondition({ conditions }: BelgianDxaQuestion, { listedConditions }: BelgianDxaRules): Answer {
  const answers = listedConditions.map((name) => conditions[name] ?? 'not-recorded');
  if (answers.includes('yes')) return 'yes';
  return answers.includes('not-recorded') ? 'not-recorded' : 'no';
}

function byFamily({ sex, ageYears, hipFractureInFamily }: BelgianDxaQuestion, rules: BelgianDxaRules): Way {
  const woman: Answer = sex === 'female' ? 'yes' : sex === 'male' ? 'no' : 'not-recorded';
  const oldEnough: Answer =
    ageYears === null ? 'not-recorded' : ageYears >= rules.familyHistoryAge ? 'yes' : 'no';
  const parts = { sex: woman, age: oldEnough, 'family-hip-fracture': hipFractureInFamily };
  const answers = Object.values(parts);
  const answer = answers.includes('no') ? 'no' : answers.includes('not-recorded') ? 'not-recorded' : 'yes';
  const ask = Object.entries(parts).flatMap(([name, part]) => (part === 'not-recorded' ? [name] : []));
  return { rule: 'DX22', answer, ask };
}
