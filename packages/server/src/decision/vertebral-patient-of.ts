// What the record answers, as the gate for a broken vertebra asks it. Decision: a score is asked for only when somebody
// began to answer it, so that a service that uses one score is not asked for three.

import type { CalendarDate } from '@breekpunt/core';
import type { VertebralPatient } from '@breekpunt/intervene';
import type { AoSpineMorphology, AoSpineNeurology, OfClass, TlicsInput } from '@breekpunt/investigate';
import type { CaseRecord } from '../assessment/case-record.ts';
import { ownFracture } from '../assessment/fractures-of.ts';
import type { Answers } from '../assessment/shown-answers.ts';
import { ageOf, valueOr, yesNo } from './bone-patient-of.ts';

export function vertebralPatientOf(
  record: CaseRecord,
  answers: Answers,
  today: CalendarDate,
): VertebralPatient {
  const { levels, mechanism } = ownFracture(record);
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
    tlics: begun(answers, ['tlics-morphology', 'tlics-ligaments', 'tlics-neurology'])
      ? {
          morphology: valueOr<Exclude<TlicsInput['morphology'], 'not-recorded'>>(answers, 'tlics-morphology'),
          ligaments: valueOr<Exclude<TlicsInput['ligaments'], 'not-recorded'>>(answers, 'tlics-ligaments'),
          neurology: valueOr<Exclude<TlicsInput['neurology'], 'not-recorded'>>(answers, 'tlics-neurology'),
        }
      : null,
    tlAosis: begun(answers, ['ao-spine-neurology', 'indeterminate-ligaments', 'spine-comorbidity'])
      ? {
          morphology: valueOr<AoSpineMorphology>(answers, 'ao-spine-type'),
          neurology: valueOr<AoSpineNeurology>(answers, 'ao-spine-neurology'),
          indeterminateLigaments: yesNo(answers, 'indeterminate-ligaments'),
          relevantComorbidity: yesNo(answers, 'spine-comorbidity'),
        }
      : null,
    ofScore: null,
  };
}

function begun(answers: Answers, fields: readonly string[]): boolean {
  return fields.some((field) => answers.get(field)?.answer != null);
}
