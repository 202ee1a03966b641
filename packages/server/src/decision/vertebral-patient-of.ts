// What the record answers, as the gate for a broken vertebra asks it.

import type { CalendarDate } from '@breekpunt/core';
import type { VertebralPatient } from '@breekpunt/intervene';
import type { AoSpineMorphology, OfClass } from '@breekpunt/investigate';
import type { CaseRecord } from '../assessment/case-record.ts';
import { brokenHere, isLowerSpine, ownFracture } from '../assessment/fractures-of.ts';
import type { Answers } from '../assessment/shown-answers.ts';
import { ageOf, valueOr, yesNo } from './bone-patient-of.ts';
import { ofScoreInputOf, tlAosisInputOf, tlicsInputOf } from './spine-scores-of.ts';

export function vertebralPatientOf(
  record: CaseRecord,
  answers: Answers,
  today: CalendarDate,
): VertebralPatient {
  const { levels, mechanism } = brokenHere(record, isLowerSpine) ?? ownFracture(record);
  const accident = yesNo(answers, 'accident');
  return {
    level: levels[0] ?? 'not-recorded',
    redFlag: yesNo(answers, 'red-flag'),
    worseningDeficit: yesNo(answers, 'worsening-deficit'),
    cancer: yesNo(answers, 'cancer'),
    infection: yesNo(answers, 'infection'),
    accident: accident === 'not-recorded' && mechanism === 'high-energy' ? 'yes' : accident,
    age: ageOf(record, today) ?? 'not-recorded',
    morphology: valueOr<AoSpineMorphology>(answers, 'ao-spine-type'),
    ofClass: valueOr<OfClass>(answers, 'of-class'),
    tlics: tlicsInputOf(answers),
    tlAosis: tlAosisInputOf(answers),
    ofScore: ofScoreInputOf(record, answers),
  };
}
