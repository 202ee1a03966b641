// Whether a drug has its turn: an anabolic course comes before whatever only keeps bone, and in Belgium bisphosphonates
// before denosumab. Decision: a separate answer beside safety and order, because "not before something else" is neither
// forbidden nor second best.

import { type Decided, decided } from '../logic/decided.ts';
import type { BoneRules } from './bone-rules.ts';
import { type Drug, drugs, isAnabolic, isBisphosphonate } from './drug.ts';
import { allBlocked, type SafetyTable } from './drug-safety.ts';
import type { Risk } from './risk-category.ts';
import { anabolicRuleOf, type TreatmentOrder } from './treatment-order.ts';

export type AnabolicFirst = 'anabolic-first' | 'none-possible' | 'not-needed';
export type Turn = 'now' | 'after-anabolic' | 'after-bisphosphonate';

/** none-possible: very high risk, and every anabolic drug of the rule set is blocked. */
export function anabolicFirst(
  risk: Decided<Risk>,
  order: TreatmentOrder,
  safety: SafetyTable,
  rules: BoneRules,
): Decided<AnabolicFirst> {
  const rule = anabolicRuleOf[rules.set];
  const { standings } = rules;
  switch (risk.outcome) {
    case 'very-high': {
      const named = [...order.places.keys()].filter(isAnabolic);
      const theirs = named.map((drug) => safety[drug]);
      const possible = theirs.some(({ outcome }) => outcome !== 'blocked');
      const why = possible ? [] : theirs.flatMap(({ reasons }) => reasons);
      return decided<AnabolicFirst>(
        possible ? 'anabolic-first' : 'none-possible',
        [rule, ...why],
        [],
        standings,
      );
    }
    case 'cannot-tell':
      return decided<AnabolicFirst>('cannot-tell', ['TX21'], risk.missing, standings);
    case 'high':
    case 'low':
    case 'outside-rules':
      return decided<AnabolicFirst>('not-needed', [rule], [], standings);
  }
}

/** Whether the drug may be proposed now as far as its turn goes. */
export function turnOf(
  drug: Drug,
  first: Decided<AnabolicFirst>,
  order: TreatmentOrder,
  safety: SafetyTable,
  rules: BoneRules,
): Decided<Turn> {
  const { standings } = rules;
  if (isAnabolic(drug)) return decided<Turn>('now', [], [], standings);
  if (order.places.get(drug)?.rule === 'TX26') return decided<Turn>('now', ['TX26'], [], standings);
  if (first.outcome === 'cannot-tell')
    return decided<Turn>('cannot-tell', ['TX21'], first.missing, standings);
  if (first.outcome === 'anabolic-first')
    return decided<Turn>('after-anabolic', first.reasons, [], standings);
  if (rules.set !== 'BE' || drug !== 'denosumab') return decided<Turn>('now', [], [], standings);
  const exhausted = allBlocked(drugs.filter(isBisphosphonate), safety);
  const turn = { yes: 'now', no: 'after-bisphosphonate', 'not-recorded': 'cannot-tell' } as const;
  return decided<Turn>(turn[exhausted.answer], ['TX28'], exhausted.missing, standings);
}
