// The numbers of avascular necrosis as knowledge has them on a day.

import { type CalendarDate, type Result, success } from '@breekpunt/core';
import { numbersOn } from '@breekpunt/investigate';
import { type Knowledge, listOn, type NoValueInForce } from '@breekpunt/knowledge';
import { type SignedRules, type Standings, standingsOf } from '../logic/standing.ts';

const ids = {
  smallBelow: 'necrosis.small-below',
  largeAbove: 'necrosis.large-above',
  otherHipMonths: 'necrosis.other-hip-months',
  alcoholGrams: 'necrosis.alcohol-grams',
  alcoholMonths: 'necrosis.alcohol-months',
  steroidGrams: 'necrosis.glucocorticoid-grams',
  steroidMonths: 'necrosis.glucocorticoid-window-months',
} as const;

export interface NecrosisRules extends Readonly<Record<keyof typeof ids, number>> {
  readonly standings: Standings;
  readonly causes: readonly string[];
}

export function necrosisRulesOn(
  knowledge: Knowledge,
  on: CalendarDate,
  signed: SignedRules,
): Result<NecrosisRules, NoValueInForce> {
  const numbers = numbersOn(knowledge, on, ids);
  if (!numbers.ok) return numbers;
  const causes = listOn(knowledge, 'necrosis.causes', on);
  if (!causes.ok) return causes;
  return success({
    ...numbers.value,
    standings: standingsOf(knowledge, signed),
    causes: causes.value.map(String),
  });
}
