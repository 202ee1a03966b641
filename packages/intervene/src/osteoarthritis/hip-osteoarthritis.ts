// What may be done for a worn hip, step by step. Decision: a later step is shown only when the earlier were tried, a lock
// (interval, waiting list, infection, necrosis) blocks with its reason, and what is not recommended is shown as blocked.

import { type Answer, addMonths, type CalendarDate } from '@breekpunt/core';
import type { Recorded } from '@breekpunt/investigate';
import { all, any, asked, type Condition, fails, holds, known, not, open, when } from '../logic/condition.ts';
import { type Decided, decided } from '../logic/decided.ts';
import { type Pathway, type PathwayRow, pathway } from '../logic/pathway.ts';
import type { OsteoarthritisRules } from './osteoarthritis-rules.ts';

export interface OsteoarthritisPatient {
  readonly feverOrHotJoint: Answer;
  readonly cancer: Answer;
  readonly cannotBearWeight: Answer;
  readonly nightRestPain: Answer;
  readonly age: Recorded<number>;
  readonly painOnActivity: Answer;
  readonly stiffnessMinutes: Recorded<number>;
  readonly bmi: Recorded<number>;
  /** 0 when exercise has not begun. */
  readonly exerciseWeeks: Recorded<number>;
  /** Enough relief from core and pain relief together. */
  readonly enoughRelief: Answer;
  readonly painReliefTried: Answer;
  readonly lastInjection: CalendarDate | 'never' | 'not-recorded';
  readonly waitsForProsthesis: Answer;
  readonly infection: Answer;
  readonly necrosis: Answer;
  readonly usesInsulin: Answer;
  readonly imagingGuidance: Answer;
  readonly severe: Answer;
  readonly xrayExplains: Answer;
  readonly wantsProsthesis: Answer;
}

export type OsteoarthritisOption =
  | 'physician-first'
  | 'explanation-and-exercise'
  | 'weight-loss'
  | 'pain-relief'
  | 'steroid-injection'
  | 'warn-of-high-sugar'
  | 'prosthesis'
  | 'hyaluronic-acid'
  | 'platelets-marrow-cells-or-blood-proteins'
  | 'opioids';

export function osteoarthritisOptions(
  patient: OsteoarthritisPatient,
  today: CalendarDate,
  rules: OsteoarthritisRules,
): Pathway<OsteoarthritisOption> {
  const red = any(
    asked(patient.feverOrHotJoint, 'fever-or-hot-joint'),
    asked(patient.cancer, 'cancer'),
    asked(patient.cannotBearWeight, 'cannot-bear-weight'),
    asked(patient.nightRestPain, 'pain-at-rest-in-the-night'),
  );
  const exercised = known(
    patient.exerciseWeeks,
    'weeks-of-exercise',
    (weeks) => weeks >= rules.exerciseWeeks,
  );
  const notEnough = not(asked(patient.enoughRelief, 'enough-relief'));
  const injection = all(
    exercised,
    asked(patient.painReliefTried, 'pain-relief-tried'),
    notEnough,
    asked(patient.imagingGuidance, 'imaging-guidance-available'),
  );
  const prosthesis = all(
    exercised,
    asked(patient.severe, 'severe-complaints'),
    asked(patient.xrayExplains, 'x-ray-explains-them'),
    asked(patient.wantsProsthesis, 'wants-a-prosthesis'),
  );
  const rows: readonly PathwayRow<OsteoarthritisOption>[] = [
    { rule: 'OA1', when: red, show: ['physician-first'], stops: true },
    { rule: 'OA3', when: holds, show: ['explanation-and-exercise'] },
    {
      rule: 'OA4',
      when: known(patient.bmi, 'body-mass-index', (bmi) => bmi >= rules.weightBmiFrom),
      show: ['weight-loss'],
    },
    { rule: 'OA5', when: notEnough, show: ['pain-relief'] },
    {
      rule: 'OA6',
      when: injection,
      show: ['steroid-injection'],
      figures: ['osteoarthritis.injection-dose-below'],
    },
    ...locks(patient, injection, today, rules),
    {
      rule: 'OA11',
      when: all(injection, asked(patient.usesInsulin, 'insulin')),
      show: ['warn-of-high-sugar'],
    },
    { rule: 'OA13', when: prosthesis, show: ['prosthesis'] },
    { rule: 'OA8', when: injectedLately(patient, today, rules.prosthesisAfterMonths), block: ['prosthesis'] },
    { rule: 'OA14', when: holds, block: ['hyaluronic-acid'] },
    { rule: 'OA15', when: holds, block: ['platelets-marrow-cells-or-blood-proteins'] },
    { rule: 'OA16', when: holds, block: ['opioids'] },
  ];
  return pathway(rows, rules.standings);
}

/** What keeps a steroid out of this hip; not asked where an injection is no option anyway. */
function locks(
  patient: OsteoarthritisPatient,
  injection: Condition,
  today: CalendarDate,
  rules: OsteoarthritisRules,
): readonly PathwayRow<OsteoarthritisOption>[] {
  const lock = (rule: string, condition: Condition): PathwayRow<OsteoarthritisOption> => ({
    rule,
    when: injection.answer === 'no' && condition.answer !== 'yes' ? fails : condition,
    block: ['steroid-injection'],
  });
  return [
    lock('OA7', injectedLately(patient, today, rules.injectionMonths)),
    lock('OA8', asked(patient.waitsForProsthesis, 'waits-for-a-prosthesis')),
    lock('OA9', asked(patient.infection, 'infection')),
    lock('OA10', asked(patient.necrosis, 'necrosis-of-this-hip')),
  ];
}

function injectedLately(
  { lastInjection }: OsteoarthritisPatient,
  today: CalendarDate,
  months: number,
): Condition {
  if (lastInjection === 'never') return fails;
  if (lastInjection === 'not-recorded') return open('day-of-the-last-injection');
  return when(today < addMonths(lastInjection, months));
}

/** Whether the complaint alone makes the diagnosis. */
export function needsNoImage(
  patient: OsteoarthritisPatient,
  rules: OsteoarthritisRules,
): Decided<'no-image-needed' | 'not-typical'> {
  const typical = all(
    known(patient.age, 'age', (age) => age >= rules.typicalFromAge),
    asked(patient.painOnActivity, 'pain-on-activity'),
    known(patient.stiffnessMinutes, 'morning-stiffness', (minutes) => minutes < rules.stiffnessBelowMinutes),
  );
  const outcome = { yes: 'no-image-needed', no: 'not-typical', 'not-recorded': 'cannot-tell' } as const;
  return decided<'no-image-needed' | 'not-typical'>(
    outcome[typical.answer],
    ['OA2'],
    typical.missing,
    rules.standings,
  );
}

/** Whether a dose of steroid stays below the one from which harm rises. */
export function injectionDose(
  mg: Recorded<number>,
  rules: OsteoarthritisRules,
): Decided<'below-the-limit' | 'too-high'> {
  const below = known(mg, 'dose-of-the-injection', (dose) => dose < rules.injectionDoseBelow);
  const outcome = { yes: 'below-the-limit', no: 'too-high', 'not-recorded': 'cannot-tell' } as const;
  return decided<'below-the-limit' | 'too-high'>(
    outcome[below.answer],
    ['OA12'],
    below.missing,
    rules.standings,
  );
}
