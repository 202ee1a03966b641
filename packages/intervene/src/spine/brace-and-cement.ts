// What brace and cement have to offer a stable vertebral fracture. Decision: no brace is the rule and is always shown;
// cement is shown by whose rules it is asked under, because the three countries say different things.

import type { Answer } from '@breekpunt/core';
import type { Recorded } from '@breekpunt/investigate';
import type { RuleSet } from '../bone/bone-patient.ts';
import { all, any, asked, fails, holds, known, not, open } from '../logic/condition.ts';
import { type Pathway, type PathwayRow, pathway } from '../logic/pathway.ts';
import type { SpineRules } from './spine-rules.ts';

export interface BracePatient {
  /** 0 to 10, under the best pain relief. */
  readonly pain: Recorded<number>;
  readonly movesPoorly: Answer;
  /** Pain relief and exercise were both made as good as they can be. */
  readonly careOptimised: Answer;
  readonly bmi: Recorded<number>;
  readonly lungDisease: Answer;
  /** Degrees. */
  readonly scoliosis: Recorded<number>;
  readonly willWearDaily: Answer;
  /** The spine surgeon's own order, with the reason in words; null: none. */
  readonly surgeonOrdersRigid: { readonly reason: string } | null;
}

export type BraceOption = 'no-brace' | 'dynamic-orthosis' | 'rigid-brace';

export function braceOptions(patient: BracePatient, rules: SpineRules): Pathway<BraceOption> {
  const ordered = patient.surgeonOrdersRigid;
  const dynamic = all(
    any(
      known(patient.pain, 'pain', (pain) => pain >= rules.bracePainFrom),
      asked(patient.movesPoorly, 'moves-poorly'),
    ),
    asked(patient.careOptimised, 'pain-relief-and-exercise-optimised'),
    known(patient.bmi, 'body-mass-index', (bmi) => bmi < rules.braceBmiBelow),
    not(asked(patient.lungDisease, 'lung-disease')),
    known(patient.scoliosis, 'scoliosis', (degrees) => degrees <= rules.braceScoliosisAtMost),
    asked(patient.willWearDaily, 'will-wear-it-every-day'),
  );
  const rigid =
    ordered === null ? fails : ordered.reason.trim() === '' ? open('reason-of-the-surgeon') : holds;
  const rows: readonly PathwayRow<BraceOption>[] = [
    { rule: 'VB10', when: holds, show: ['no-brace'] },
    { rule: 'VB11', when: dynamic, show: ['dynamic-orthosis'] },
    { rule: 'VB12', when: rigid, show: ['rigid-brace'] },
  ];
  return pathway(rows, rules.standings);
}

export interface CementPatient {
  readonly age: Recorded<number>;
  readonly weeksSinceFracture: Recorded<number>;
  /** 0 to 10. */
  readonly pain: Recorded<number>;
  readonly careOptimised: Answer;
  readonly focalPain: Answer;
  readonly oedemaAtThatLevel: Answer;
}

export type CementOption = 'cement-at-own-cost' | 'cement' | 'cement-uncertain';

export function cementOptions(
  patient: CementPatient,
  set: RuleSet,
  rules: SpineRules,
): Pathway<CementOption> {
  const weeks = (from: number): ReturnType<typeof known> =>
    known(patient.weeksSinceFracture, 'weeks-since-the-fracture', (since) => since >= from);
  const severe = all(
    known(patient.pain, 'pain', (pain) => pain >= rules.cementPainFrom),
    asked(patient.careOptimised, 'pain-relief-and-exercise-optimised'),
    asked(patient.focalPain, 'pain-at-that-level'),
    asked(patient.oedemaAtThatLevel, 'oedema-on-mri-at-that-level'),
  );
  const oldEnough = known(patient.age, 'age', (age) => age >= rules.cementFromAge);
  const rows: Readonly<Record<RuleSet, PathwayRow<CementOption>>> = {
    NL: {
      rule: 'VB13',
      when: all(oldEnough, weeks(rules.cementSettledByWeeks), severe),
      show: ['cement-at-own-cost'],
    },
    NICE: { rule: 'VB14', when: severe, show: ['cement'] },
    BE: { rule: 'VB15', when: all(weeks(rules.cementFromWeeks), severe), show: ['cement-uncertain'] },
  };
  return pathway([rows[set]], rules.standings);
}
