// What must be said before a drug can be written down as stopped, and how it is sent.

import type { CallSheet } from '@breekpunt/server';

export type StoppableDrug = NonNullable<CallSheet['drug']>;

export const stopReasons = [
  'course-ended',
  'side-effects',
  'patient-wish',
  'contraindicated',
  'not-effective',
  'other',
] as const;

/** As the form holds them; empty: not said yet. */
export interface StopAnswers {
  readonly stoppedOn: string;
  readonly because: string;
  readonly plan: string;
  readonly drug: string;
  readonly by: string;
  readonly on: string;
}

/** What keeps bone, and so can follow; denosumab itself when it is to begin again. */
const keepers: readonly StoppableDrug[] = [
  'zoledronate',
  'alendronate',
  'alendronate-solution',
  'risedronate',
  'ibandronate',
  'denosumab',
];

export function followers(drug: StoppableDrug): readonly StoppableDrug[] {
  return drug === 'denosumab' ? keepers : keepers.filter((each) => each !== drug);
}

export function missingInStop(
  drug: StoppableDrug,
  { stoppedOn, because, plan, drug: next, by, on }: StopAnswers,
): readonly (keyof StopAnswers)[] {
  const planned = plan === 'drug' || plan === 'specialist';
  const isPlan = planned || (plan === 'none' && drug !== 'denosumab');
  return [
    ...(stoppedOn === '' ? (['stoppedOn'] as const) : []),
    ...(because === '' ? (['because'] as const) : []),
    ...(isPlan ? [] : (['plan'] as const)),
    ...(plan === 'drug' && next === '' ? (['drug'] as const) : []),
    ...(plan === 'specialist' && by.trim() === '' ? (['by'] as const) : []),
    ...(planned && on === '' ? (['on'] as const) : []),
  ];
}

export function stopBodyOf(
  drug: StoppableDrug,
  { stoppedOn, because, plan, drug: next, by, on }: StopAnswers,
): unknown {
  const following =
    plan === 'drug'
      ? { plan, drug: next, on }
      : plan === 'specialist'
        ? { plan, by: by.trim(), on }
        : { plan };
  return { drug, stoppedOn, because, next: following };
}
