// What the record answers, as the tables of the dying and of the worn hip ask it. Decision: a stage counts only when it was
// stated in the edition of the table; one of another system is kept beside it and never translated.

import { type Answer, type CalendarDate, unreachable } from '@breekpunt/core';
import type { NecrosisPatient, OsteoarthritisInputs, StatedNecrosis } from '@breekpunt/intervene';
import { type Arco2019Stage, arco2019Stages, type JicType, type Recorded } from '@breekpunt/investigate';
import { modelOf } from '@breekpunt/knowledge';
import type { GlucocorticoidAnswer, StageAnswer } from '../assessment/answer.ts';
import type { AssessmentRules } from '../assessment/assessment-rules.ts';
import type { CaseRecord } from '../assessment/case-record.ts';
import { isHip, ownFracture } from '../assessment/fractures-of.ts';
import { askedCauses } from '../assessment/joint-fields.ts';
import type { Answers } from '../assessment/shown-answers.ts';
import { ageOf, valueOr, yesNo } from './bone-patient-of.ts';
import { bodyMassIndex } from './hip-patient-of.ts';

export function necrosisPatientOf(
  record: CaseRecord,
  answers: Answers,
  { knowledge }: AssessmentRules,
): NecrosisPatient {
  const stated = statedOf(answers, knowledge);
  return {
    suspected: yesNo(answers, 'necrosis-suspected'),
    xrayNormal: yesNo(answers, 'necrosis-x-ray-normal'),
    mriOfBothHips: yesNo(answers, 'necrosis-mri'),
    stage: yesNo(answers, 'necrosis-stage') === 'no' ? 'none' : stageOf(stated),
    stated,
    extentPercent: valueOr<number>(answers, 'necrosis-extent'),
    jicType: valueOr<JicType>(answers, 'jic-type'),
    foundOn: valueOr<CalendarDate>(answers, 'necrosis-found'),
    takesSteroids: yesNo(answers, 'glucocorticoids'),
    steroidGrams: noneIsZero(answers, 'steroid-grams'),
    steroidCourse: valueOr<GlucocorticoidAnswer>(answers, 'glucocorticoids'),
    alcoholGrams: noneIsZero(answers, 'alcohol-grams', 'alcohol'),
    alcoholMonths: noneIsZero(answers, 'alcohol-months', 'alcohol'),
    causes: causesOf(record, answers),
  };
}

export function osteoarthritisInputsOf(
  record: CaseRecord,
  answers: Answers,
  rules: AssessmentRules,
  today: CalendarDate,
): OsteoarthritisInputs {
  const last = yesNo(answers, 'last-injection');
  return {
    feverOrHotJoint: yesNo(answers, 'fever-or-hot-joint'),
    cancer: yesNo(answers, 'cancer'),
    cannotBearWeight: yesNo(answers, 'leg-bears-no-weight'),
    nightRestPain: yesNo(answers, 'night-pain'),
    age: ageOf(record, today) ?? 'not-recorded',
    painOnActivity: yesNo(answers, 'pain-on-activity'),
    stiffnessMinutes: noneIsZero(answers, 'morning-stiffness'),
    bmi: bodyMassIndex(answers),
    exerciseWeeks: noneIsZero(answers, 'exercise-weeks'),
    enoughRelief: yesNo(answers, 'enough-relief'),
    painReliefTried: yesNo(answers, 'pain-relief-tried'),
    lastInjection: last === 'no' ? 'never' : valueOr<CalendarDate>(answers, 'last-injection'),
    waitsForProsthesis: yesNo(answers, 'waits-for-prosthesis'),
    infection: yesNo(answers, 'infection'),
    necrosis: necrosisOf(answers, rules),
    usesInsulin: yesNo(answers, 'insulin'),
    imagingGuidance: yesNo(answers, 'imaging-guidance'),
    severe: yesNo(answers, 'severe-complaints'),
    xrayExplains: yesNo(answers, 'x-ray-explains'),
    wantsProsthesis: yesNo(answers, 'wants-prosthesis'),
    injectionMg: valueOr<number>(answers, 'injection-dose'),
  };
}

/** Suspected counts: no steroid goes into such a hip until the images are there. */
function necrosisOf(answers: Answers, { knowledge }: AssessmentRules): Answer {
  if (statedOf(answers, knowledge) !== null) return 'yes';
  return yesNo(answers, 'necrosis-stage') === 'no' ? 'no' : yesNo(answers, 'necrosis-suspected');
}

function statedOf(answers: Answers, knowledge: AssessmentRules['knowledge']): StatedNecrosis | null {
  const stated = valueOr<StageAnswer>(answers, 'necrosis-stage');
  if (stated === 'not-recorded') return null;
  const { system, stage } = stated;
  return { system, edition: modelOf(knowledge, system).edition, code: stage };
}

function stageOf(stated: StatedNecrosis | null): Recorded<Arco2019Stage> {
  if (stated?.system !== 'arco-2019') return 'not-recorded';
  return arco2019Stages.find((stage) => stage === stated.code) ?? 'not-recorded';
}

/** "None" is nothing of it; who does not drink at all drinks no grams a week. */
function noneIsZero(answers: Answers, field: string, none = field): Recorded<number> {
  return yesNo(answers, field) === 'no' || yesNo(answers, none) === 'no'
    ? 0
    : valueOr<number>(answers, field);
}

function causesOf(record: CaseRecord, answers: Answers): NecrosisPatient['causes'] {
  const listed = answers.get('necrosis-causes')?.answer ?? null;
  const named: readonly string[] = Array.isArray(listed) ? (listed as readonly string[]) : [];
  const known = (cause: (typeof askedCauses)[number]): Answer => {
    if (named.includes(cause)) return 'yes';
    switch (cause) {
      case 'hip-fracture':
        if (isHip(ownFracture(record).site)) return 'yes';
        break;
      case 'pregnancy':
        if (record.person.sex === 'male') return 'no';
        if (yesNo(answers, 'pregnancy') === 'yes') return 'yes';
        break;
      case 'kidney-disease-or-transplant':
        if (yesNo(answers, 'kidney-disease') === 'yes') return 'yes';
        break;
      case 'hip-dislocation':
      case 'organ-transplant':
      case 'clotting-or-haemoglobin-disorder':
      case 'radiotherapy':
      case 'chemotherapy':
      case 'lupus':
      case 'cushing':
      case 'gaucher':
      case 'hiv':
      case 'diving':
        break;
      default:
        return unreachable(cause);
    }
    return listed === null ? 'not-recorded' : 'no';
  };
  return {
    ...Object.fromEntries(askedCauses.map((cause) => [cause, known(cause)])),
    smoking: yesNo(answers, 'smokes'),
    diabetes: yesNo(answers, 'diabetes'),
  };
}
