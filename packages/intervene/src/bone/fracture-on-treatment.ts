// A fracture on a drug that keeps bone: a reason to judge the treatment again. Decision: counted from the start of the
// drug, and only while it is given; a fracture without a day is asked about.

import { addMonths } from '@breekpunt/core';
import { known, open, when } from '../logic/condition.ts';
import { type Decided, decided } from '../logic/decided.ts';
import type { BonePatient } from './bone-patient.ts';
import type { ClockRules } from './clock-rules.ts';
import { isAnabolic } from './drug.ts';
import { someFracture } from './fracture-conditions.ts';
import type { CurrentTreatment } from './safety-clocks.ts';

export type FractureOnTreatment = 'judge-again' | 'no-reason';

export function fractureOnTreatment(
  { drug, startedOn, stoppedOn }: CurrentTreatment,
  patient: BonePatient,
  { failureMonths, standings }: ClockRules,
): Decided<FractureOnTreatment> {
  const late =
    startedOn === 'not-recorded'
      ? open('day-the-drug-was-started')
      : someFracture(patient, ({ on }) =>
          known(on, 'day-of-the-fracture', (day) => {
            const onDrug = stoppedOn === null || day <= stoppedOn;
            return onDrug && day >= addMonths(startedOn, failureMonths);
          }),
        );
  const asked = isAnabolic(drug) ? when(false) : late;
  const outcome = { yes: 'judge-again', no: 'no-reason', 'not-recorded': 'cannot-tell' } as const;
  return decided<FractureOnTreatment>(outcome[asked.answer], ['FU7'], asked.missing, standings);
}
