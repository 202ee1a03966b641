// What is known about a person's falls and walking. Decision: a fracture from a fall is a fall with an injury, so the
// history is completed from the fracture before anything is asked twice; "unable" to do a test is a result of its own,
// and the worst one.

import type { Answer } from '@breekpunt/core';
import { type ImplausibleValue, plausible } from '../plausible-value.ts';
import type { FallRules } from './fall-rules.ts';

/** A number, tried and unable, or not recorded. */
export type TestResult = number | 'unable' | 'not-recorded';

export interface FallHistory {
  /** Completed years; null when not recorded. */
  readonly ageYears: number | null;
  /** Whether a fracture of the last twelve months came from a fall. */
  readonly fractureFromFall: Answer;
  readonly fellInLastYear: Answer;
  /** In twelve months; null when not recorded. */
  readonly numberOfFalls: number | null;
  /** The other two of the three key questions. */
  readonly unsteady: Answer;
  readonly worriedAboutFalling: Answer;
  /** What makes a fall severe. */
  readonly injuryNeedingPhysician: Answer;
  readonly emergencyDepartment: Answer;
  readonly onFloorForAnHour: Answer;
  readonly lostConsciousness: Answer;
  readonly frail: Answer;
  readonly gaitOrBalanceProblem: Answer;
  /** m/s. */
  readonly gaitSpeed: TestResult;
  /** Timed up and go, seconds. */
  readonly timedUpAndGo: TestResult;
  /** Five rises from a chair without hands, seconds. */
  readonly chairStand: TestResult;
}

/** What makes a fall severe; each is asked of a fall and so implies one. */
export const severeItems: readonly (
  | 'injuryNeedingPhysician'
  | 'emergencyDepartment'
  | 'onFloorForAnHour'
  | 'lostConsciousness'
)[] = ['injuryNeedingPhysician', 'emergencyDepartment', 'onFloorForAnHour', 'lostConsciousness'];

export type HistoryRefusal =
  | ImplausibleValue
  | { readonly kind: 'contradiction'; readonly between: readonly [keyof FallHistory, keyof FallHistory] };

/** Every number that cannot be true and every pair that cannot both be; empty when the history may be used. */
export function historyRefusals(history: FallHistory, rules: FallRules): readonly HistoryRefusal[] {
  const { fellInLastYear, numberOfFalls } = history;
  const refusals: HistoryRefusal[] = [];
  const numbers = [
    { quantity: 'age', value: history.ageYears, range: rules.plausible.age },
    { quantity: 'number of falls', value: numberOfFalls, range: rules.plausible.falls },
    { quantity: 'gait speed', value: history.gaitSpeed, range: rules.plausible.gaitSpeed },
    { quantity: 'timed up and go', value: history.timedUpAndGo, range: rules.plausible.seconds },
    { quantity: 'chair stand', value: history.chairStand, range: rules.plausible.seconds },
  ];
  for (const { quantity, value, range } of numbers) {
    const checked = typeof value === 'number' ? plausible(quantity, value, range) : null;
    if (checked !== null && !checked.ok) refusals.push(checked.error);
  }
  const mustHaveFallen = [...severeItems, 'fractureFromFall' as const].filter(
    (item) => history[item] === 'yes',
  );
  if (fellInLastYear === 'no') {
    if (numberOfFalls !== null && numberOfFalls > 0)
      refusals.push(contradiction('fellInLastYear', 'numberOfFalls'));
    for (const item of mustHaveFallen) refusals.push(contradiction('fellInLastYear', item));
  }
  if (numberOfFalls === 0) {
    if (fellInLastYear === 'yes') refusals.push(contradiction('fellInLastYear', 'numberOfFalls'));
    for (const item of mustHaveFallen) refusals.push(contradiction('numberOfFalls', item));
  }
  return refusals;
}

function contradiction(one: keyof FallHistory, other: keyof FallHistory): HistoryRefusal {
  return { kind: 'contradiction', between: [one, other] };
}

/**
 * The history with what follows from itself: a fracture from a fall means a fall with an injury that needed a
 * physician; harm by a fall, or a number of falls, answers whether there was one. Only the injury is set against a
 * recorded "no", because the fracture is one.
 */
export function completedHistory(history: FallHistory): FallHistory {
  const { fractureFromFall, numberOfFalls } = history;
  const fellByNumber: Answer = numberOfFalls === null ? 'not-recorded' : numberOfFalls > 0 ? 'yes' : 'no';
  const filled = (stated: Answer, follows: Answer): Answer => (stated === 'not-recorded' ? follows : stated);
  const hurt = fractureFromFall === 'yes' || severeItems.some((item) => history[item] === 'yes');
  return {
    ...history,
    fellInLastYear: filled(history.fellInLastYear, hurt ? 'yes' : fellByNumber),
    injuryNeedingPhysician: fractureFromFall === 'yes' ? 'yes' : history.injuryNeedingPhysician,
  };
}
