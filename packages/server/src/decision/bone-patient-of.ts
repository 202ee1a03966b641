// What the record answers, as the decision about the bones asks it. Decision: nothing is filled in. What nobody recorded is
// "not recorded" and becomes a question; a list of fractures is complete only when somebody asked for others.

import { type Answer, ageInYears, type CalendarDate, type VertebralLevel } from '@breekpunt/core';
import {
  type BonePatient,
  type Drug,
  type KnownFracture,
  type MedicalFact,
  medicalFacts,
} from '@breekpunt/intervene';
import {
  correctedCalcium,
  creatinineClearance,
  type DxaSite,
  type Recorded,
  resultLevel,
} from '@breekpunt/investigate';
import type {
  AnswerValue,
  FieldAnswer,
  FraxAnswer,
  GlucocorticoidAnswer,
  OtherFracture,
} from '../assessment/answer.ts';
import type { AssessmentRules } from '../assessment/assessment-rules.ts';
import { birthDayOf, type CaseRecord } from '../assessment/case-record.ts';
import { energyOf, otherFractures, ownFracture, type RecordedFracture } from '../assessment/fractures-of.ts';
import { type LabResults, labResultsOf } from '../assessment/lab-results.ts';
import { newestScanRows, scanFrom } from '../assessment/scan-of.ts';
import type { Answers } from '../assessment/shown-answers.ts';
import { spineFindings } from '../assessment/spine-of.ts';

export function bonePatientOf(
  record: CaseRecord,
  answers: Answers,
  rules: AssessmentRules,
  today: CalendarDate,
): BonePatient {
  const { person } = record;
  const labs = labResultsOf(record.labs, rules.labs);
  const others = answerIn<readonly OtherFracture[]>(answers, 'other-fractures');
  const stated = [statedOwn(record, answers), ...otherFractures(record)];
  return {
    sex: person.sex,
    birthDate: birthDayOf(person) ?? 'not-recorded',
    postmenopausal: person.sex === 'male' ? 'no' : postmenopausal(answers),
    fractures: [
      ...stated.map((each, place) => knownFracture(each, place === 0 ? answers : null)),
      ...(others === null || others === 'no' ? [] : others.map(told)),
    ],
    fracturesComplete: others === null ? 'no' : 'yes',
    spine: spineFindings(record.vertebrae, stated, answerOf(answers, 'spine-image') === 'no', rules.vfa),
    scan: scanOf(record, answers),
    fraxMajor: valueOr<FraxAnswer, number>(answers, 'frax', ({ major }) => major),
    glucocorticoid: glucocorticoidOf(answers),
    clearance: clearanceOf(record, answers, labs, rules, today),
    calcium: calciumOf(record, labs, rules),
    vitaminD: labs.usable.get('vitamin-d')?.result.value ?? 'not-recorded',
    hipSurgery: hipSurgeryOf(answers),
    allergies: allergiesOf(answers),
    facts: Object.fromEntries(
      medicalFacts.map((fact): [MedicalFact, Answer] => [fact, yesNo(answers, fact)]),
    ),
  };
}

/** The fracture of this case, with the day that somebody answered. */
function statedOwn(record: CaseRecord, answers: Answers): RecordedFracture {
  const own = ownFracture(record);
  const on = answerIn<CalendarDate>(answers, 'fracture-day');
  return on === null || on === 'no' ? own : { ...own, on };
}

export function yesNo(answers: Answers, field: string): Answer {
  const answer = answerOf(answers, field);
  return answer === null ? 'not-recorded' : answer === 'no' ? 'no' : 'yes';
}

/** A value; "no" and nothing are both no value. */
export function valueOr<T, V = T>(
  answers: Answers,
  field: string,
  read: (answer: T) => V = (answer) => answer as unknown as V,
): Recorded<V> {
  const answer = answerIn<T>(answers, field);
  return answer === null || answer === 'no' ? 'not-recorded' : read(answer);
}

export function ageOf({ person }: CaseRecord, today: CalendarDate): number | null {
  const birth = birthDayOf(person);
  return birth === null ? null : ageInYears(birth, today);
}

function answerOf(answers: Answers, field: string): FieldAnswer {
  const shown = answers.get(field);
  if (shown === undefined) throw new Error(`No question is called ${field}`);
  return shown.answer;
}

/** The form of an answer is checked when it is saved. */
function answerIn<T>(answers: Answers, field: string): T | 'no' | null {
  const answer = answerOf(answers, field);
  return answer === null || answer === 'no' ? answer : (answer as AnswerValue as T);
}

function postmenopausal(answers: Answers): Answer {
  const stated = yesNo(answers, 'postmenopausal');
  if (stated !== 'not-recorded') return stated;
  return valueOr<number>(answers, 'menopause-age') === 'not-recorded' ? 'not-recorded' : 'yes';
}

function knownFracture(fracture: RecordedFracture, own: Answers | null): KnownFracture {
  return {
    site: fracture.site,
    on: fracture.on ?? 'not-recorded',
    fragility: own === null ? energyOf(fracture) : yesNo(own, 'low-energy'),
    seenOnImage: own === null ? fracture.seenOnImage : yesNo(own, 'seen-on-image'),
  };
}

/** The question asks for fractures after a fall from standing height or less. */
function told({ site, on }: OtherFracture): KnownFracture {
  return { site, on: on ?? 'not-recorded', fragility: 'yes', seenOnImage: 'not-recorded' };
}

function scanOf(record: CaseRecord, answers: Answers): BonePatient['scan'] {
  const vertebrae = answerIn<readonly VertebralLevel[]>(answers, 'dxa-vertebrae');
  const reference = answerIn<'female' | 'male'>(answers, 'dxa-reference-sex');
  const unmeasurable = answerIn<readonly DxaSite[]>(answers, 'dxa-not-measurable');
  const scan = scanFrom(newestScanRows(record.scans), {
    vertebrae: vertebrae === 'no' ? [] : vertebrae,
    referenceSex: reference === null || reference === 'no' ? 'not-recorded' : reference,
    notMeasurable: unmeasurable === null || unmeasurable === 'no' ? [] : unmeasurable,
  });
  if (scan !== null && scan.measurements.length > 0) return scan;
  return answerOf(answers, 'dxa') === 'no' ? 'none' : 'not-recorded';
}

function glucocorticoidOf(answers: Answers): BonePatient['glucocorticoid'] {
  const taken = answerIn<GlucocorticoidAnswer>(answers, 'glucocorticoids');
  return taken === null ? 'not-recorded' : taken === 'no' ? 'none' : taken;
}

function clearanceOf(
  record: CaseRecord,
  answers: Answers,
  { usable }: LabResults,
  { labs }: AssessmentRules,
  today: CalendarDate,
): Recorded<number> {
  const weight = valueOr<number>(answers, 'weight');
  const found = creatinineClearance(
    {
      creatinine: usable.get('creatinine')?.result.value ?? null,
      sex: record.person.sex,
      ageYears: ageOf(record, today),
      weightKg: weight === 'not-recorded' ? null : weight,
    },
    labs,
  );
  return found.ok ? found.value.value : 'not-recorded';
}

export function calciumOf(
  { person }: { readonly person: { readonly sex: BonePatient['sex'] } },
  { usable }: LabResults,
  { labs }: AssessmentRules,
): BonePatient['calcium'] {
  const calcium = usable.get('calcium')?.result;
  if (calcium === undefined) return 'not-recorded';
  // A laboratory that corrects for albumin says so in the name of the test; without that word it is not corrected.
  const corrected = correctedCalcium(
    { ...calcium, adjustedForAlbumin: 'no' },
    usable.get('albumin')?.result ?? null,
    labs,
  );
  if (corrected.outcome === 'cannot-tell') return 'not-recorded';
  const { level } = resultLevel(calcium, person.sex, labs, corrected.value);
  return level === 'cannot-tell' ? 'not-recorded' : level;
}

function hipSurgeryOf(answers: Answers): BonePatient['hipSurgery'] {
  const on = answerIn<CalendarDate>(answers, 'hip-operation');
  return on === null ? 'not-recorded' : on === 'no' ? 'none' : on;
}

function allergiesOf(answers: Answers): BonePatient['allergies'] {
  const to = answerIn<readonly Drug[]>(answers, 'allergies');
  return to === null ? 'not-recorded' : to === 'no' ? [] : to;
}
