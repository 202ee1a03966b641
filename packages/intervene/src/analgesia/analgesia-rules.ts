// The numbers of pain relief as knowledge has them on a day.

import { type CalendarDate, type Result, success } from '@breekpunt/core';
import { numbersOn } from '@breekpunt/investigate';
import { type Knowledge, listOn, type NoValueInForce } from '@breekpunt/knowledge';
import { type SignedRules, type Standings, standingsOf } from '../logic/standing.ts';

const everywhere = {
  antiInflammatoryEgfrFrom: 'pain.nsaid-egfr-from',
  antiInflammatoryFrailFromAge: 'pain.nsaid-frail-from-age',
  opioidDays: 'pain.opioid-days',
  morphineBelow: 'pain.opioid-morphine-below',
} as const;

const dutch = {
  short: 'pain.nl-paracetamol-short',
  long: 'pain.nl-paracetamol-long',
  longMost: 'pain.nl-paracetamol-long-most',
  withRisk: 'pain.nl-paracetamol-risk',
  longFromDays: 'pain.paracetamol-long-from-days',
} as const;

const belgian = {
  most: 'pain.be-paracetamol',
  lightMgPerKg: 'pain.be-paracetamol-light-mg-per-kg',
  lightBelow: 'pain.be-paracetamol-light-below',
} as const;

export interface AnalgesiaRules extends Readonly<Record<keyof typeof everywhere, number>> {
  readonly standings: Standings;
  /** g a day, and days. */
  readonly dutch: Readonly<Record<keyof typeof dutch, number>>;
  /** g a day, mg/kg a day and kg. */
  readonly belgian: Readonly<Record<keyof typeof belgian | 'withRisk' | 'lightWithRisk', number>>;
}

export function analgesiaRulesOn(
  knowledge: Knowledge,
  on: CalendarDate,
  signed: SignedRules,
): Result<AnalgesiaRules, NoValueInForce> {
  const numbers = numbersOn(knowledge, on, everywhere);
  if (!numbers.ok) return numbers;
  const ofDutch = numbersOn(knowledge, on, dutch);
  if (!ofDutch.ok) return ofDutch;
  const ofBelgian = numbersOn(knowledge, on, belgian);
  if (!ofBelgian.ok) return ofBelgian;
  const risk = listOn(knowledge, 'pain.be-paracetamol-risk', on);
  if (!risk.ok) return risk;
  const [withRisk, lightWithRisk] = risk.value.map(Number);
  if (withRisk === undefined || lightWithRisk === undefined)
    throw new Error('pain.be-paracetamol-risk has two doses');
  return success({
    ...numbers.value,
    standings: standingsOf(knowledge, signed),
    dutch: ofDutch.value,
    belgian: { ...ofBelgian.value, withRisk, lightWithRisk },
  });
}
