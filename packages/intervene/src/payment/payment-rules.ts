// The numbers of the texts on payment beside the bone drugs, as knowledge has them on a day.

import { type CalendarDate, type Result, success } from '@breekpunt/core';
import { numbersOn } from '@breekpunt/investigate';
import type { Knowledge, NoValueInForce } from '@breekpunt/knowledge';
import { type SignedRules, type Standings, standingsOf } from '../logic/standing.ts';

const ids = {
  kyphoplastyPainWeeks: 'reimbursement.be-kyphoplasty-pain-weeks',
  kyphoplastyWithinMonths: 'reimbursement.be-kyphoplasty-within-months',
} as const;

export interface PaymentRules extends Readonly<Record<keyof typeof ids, number>> {
  readonly standings: Standings;
}

export function paymentRulesOn(
  knowledge: Knowledge,
  on: CalendarDate,
  signed: SignedRules,
): Result<PaymentRules, NoValueInForce> {
  const numbers = numbersOn(knowledge, on, ids);
  if (!numbers.ok) return numbers;
  return success({ ...numbers.value, standings: standingsOf(knowledge, signed) });
}
