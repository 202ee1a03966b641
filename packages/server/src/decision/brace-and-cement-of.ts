// What the record answers, as brace and cement for a broken vertebra ask it.

import { type CalendarDate, daysBetween } from '@breekpunt/core';
import type { BracePatient, CementPatient } from '@breekpunt/intervene';
import type { Recorded } from '@breekpunt/investigate';
import type { EventAnswer } from '../assessment/answer.ts';
import type { CaseRecord } from '../assessment/case-record.ts';
import { brokenHere, isLowerSpine, ownFracture } from '../assessment/fractures-of.ts';
import type { Answers } from '../assessment/shown-answers.ts';
import { ageOf, valueOr, yesNo } from './bone-patient-of.ts';
import { bodyMassIndex } from './hip-patient-of.ts';

export function bracePatientOf(answers: Answers): BracePatient {
  const ordered = valueOr<EventAnswer>(answers, 'surgeon-orders-brace');
  return {
    pain: painOf(answers),
    movesPoorly: yesNo(answers, 'moves-poorly'),
    careOptimised: yesNo(answers, 'care-optimised'),
    bmi: bodyMassIndex(answers),
    lungDisease: yesNo(answers, 'lung-disease'),
    // "None" is a straight spine.
    scoliosis: yesNo(answers, 'scoliosis') === 'no' ? 0 : valueOr<number>(answers, 'scoliosis'),
    willWearDaily: yesNo(answers, 'wears-brace'),
    surgeonOrdersRigid: ordered === 'not-recorded' ? null : { reason: ordered.reason ?? '' },
  };
}

export function cementPatientOf(record: CaseRecord, answers: Answers, today: CalendarDate): CementPatient {
  return {
    age: ageOf(record, today) ?? 'not-recorded',
    weeksSinceFracture: weeksSince(record, answers, today),
    pain: painOf(answers),
    careOptimised: yesNo(answers, 'care-optimised'),
    focalPain: yesNo(answers, 'focal-pain'),
    oedemaAtThatLevel: yesNo(answers, 'mri-oedema'),
  };
}

/** 0 to 10 under pain relief. "Not measured" is no pain score. */
function painOf(answers: Answers): Recorded<number> {
  return valueOr<number>(answers, 'spine-pain');
}

/** Completed weeks; a fracture after today has no age. */
function weeksSince(record: CaseRecord, answers: Answers, today: CalendarDate): Recorded<number> {
  const stated = valueOr<CalendarDate>(answers, 'fracture-day');
  const { on: found } = brokenHere(record, isLowerSpine) ?? ownFracture(record);
  const on = stated === 'not-recorded' ? found : stated;
  return on === null || on > today ? 'not-recorded' : Math.floor(daysBetween(on, today) / 7);
}
