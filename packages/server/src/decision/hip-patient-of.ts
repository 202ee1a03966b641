// What the record answers, as the table of options for a broken hip asks it.

import type { CalendarDate, FractureSite } from '@breekpunt/core';
import type { HipFracturePatient } from '@breekpunt/intervene';
import { filtrationRate, type GardenType, type Recorded } from '@breekpunt/investigate';
import type { AssessmentRules } from '../assessment/assessment-rules.ts';
import type { CaseRecord } from '../assessment/case-record.ts';
import { brokenHere, isHip, ownFracture } from '../assessment/fractures-of.ts';
import { labResultsOf } from '../assessment/lab-results.ts';
import type { Answers } from '../assessment/shown-answers.ts';
import { ageOf, valueOr, yesNo } from './bone-patient-of.ts';

export function hipPatientOf(
  record: CaseRecord,
  answers: Answers,
  rules: AssessmentRules,
  today: CalendarDate,
): HipFracturePatient {
  const fracture = brokenHere(record, isHip) ?? ownFracture(record);
  const atypical = fracture.flags.some((flag) => flag === 'pathological' || flag === 'atypical-femur');
  return {
    site: siteOf(fracture.site, valueOr(answers, 'hip-site')),
    garden: valueOr<GardenType>(answers, 'garden'),
    xray: valueOr<'fracture' | 'negative'>(answers, 'hip-x-ray'),
    canBearWeight: yesNo(answers, 'can-bear-weight'),
    age: ageOf(record, today) ?? 'not-recorded',
    asa: valueOr<number>(answers, 'asa'),
    egfr: egfrOf(record, rules, today),
    bmi: bodyMassIndex(answers),
    fac: valueOr<number>(answers, 'walking-category'),
    lifeExpectancyWeeks: valueOr<number>(answers, 'life-weeks'),
    institutionalised: yesNo(answers, 'institutionalised'),
    walkedOutdoors: yesNo(answers, 'walked-outdoors'),
    cognitiveImpairment: yesNo(answers, 'cognitive-impairment'),
    fitForProsthesis: yesNo(answers, 'fit-for-prosthesis'),
    goodReductionPossible: yesNo(answers, 'good-reduction'),
    bedbound: yesNo(answers, 'bedbound'),
    palliative: yesNo(answers, 'comfort-only'),
    pathologicalOrAtypical: atypical ? 'yes' : yesNo(answers, 'tumour-or-atypical'),
  };
}

/** The report says neck or below the trochanter; which kind of trochanteric fracture, only a person says. */
function siteOf(site: FractureSite, answered: HipFracturePatient['site']): HipFracturePatient['site'] {
  if (answered !== 'not-recorded') return answered;
  if (site === 'hip.femoral-neck') return 'neck';
  return site === 'hip.subtrochanteric' ? 'subtrochanteric' : 'not-recorded';
}

/** mL/min/1.73 m2. */
export function egfrOf(record: CaseRecord, { labs }: AssessmentRules, today: CalendarDate): Recorded<number> {
  const found = filtrationRate(
    {
      creatinine: labResultsOf(record.labs, labs).usable.get('creatinine')?.result.value ?? null,
      sex: record.person.sex,
      ageYears: ageOf(record, today),
    },
    labs,
  );
  return found.ok ? found.value.value : 'not-recorded';
}

/** kg/m2. */
export function bodyMassIndex(answers: Answers): Recorded<number> {
  const [weight, height] = [valueOr<number>(answers, 'weight'), valueOr<number>(answers, 'height')];
  return weight === 'not-recorded' || height === 'not-recorded'
    ? 'not-recorded'
    : weight / (height / 100) ** 2;
}
