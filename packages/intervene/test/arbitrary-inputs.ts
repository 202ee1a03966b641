// What a decision of each topic but the bones may be asked about, for property tests, boundary values among them; the bones
// have a patient of their own (arbitrary-patient.ts). Seeds are fixed where the properties run.

import { type CalendarDate, knownDate } from '@breekpunt/core';
import type { Recorded } from '@breekpunt/investigate';
import { type Arbitrary, constant, constantFrom, record, subarray, tuple } from 'fast-check';
import type { PainPatient, PainPlan, Topics } from '../src/index.ts';
import { plansMostHeldBack } from './pain-in-order.ts';

/** The day on which these are asked. */
export const askedOn: CalendarDate = knownDate('2026-11-22');

const answer = constantFrom('yes', 'no', 'not-recorded');
const one = <T extends number | string>(...values: readonly T[]): Arbitrary<Recorded<T>> =>
  constantFrom<Recorded<T>[]>(...values, 'not-recorded');
const inputsOf = <T>(fields: Readonly<Record<string, Arbitrary<unknown>>>): Arbitrary<T> =>
  record(fields) as Arbitrary<unknown> as Arbitrary<T>;

export const brokenHip: Arbitrary<Topics['hip-fracture']['inputs']> = inputsOf({
  site: one('neck', 'trochanteric-a1-a2', 'trochanteric-a3', 'subtrochanteric'),
  garden: one('I', 'II', 'III', 'IV'),
  xray: one('fracture', 'negative'),
  canBearWeight: answer,
  age: one(17, 18, 49, 50, 55, 69, 70, 80, 81),
  asa: one(2, 3, 4),
  egfr: one(59, 60),
  bmi: one(18.4, 18.5, 24),
  fac: one(2, 3),
  lifeExpectancyWeeks: one(1, 2, 500),
  institutionalised: answer,
  walkedOutdoors: answer,
  cognitiveImpairment: answer,
  fitForProsthesis: answer,
  goodReductionPossible: answer,
  bedbound: answer,
  palliative: answer,
  pathologicalOrAtypical: answer,
});

/** Without scores: what the table itself says. */
export const brokenVertebra: Arbitrary<Topics['spine']['inputs']> = inputsOf({
  level: one('T12', 'L1', 'C5', 'sacrum'),
  redFlag: answer,
  worseningDeficit: answer,
  cancer: answer,
  infection: answer,
  accident: answer,
  age: one(49, 50, 80),
  morphology: one('A1', 'A4', 'B2'),
  ofClass: one('OF1', 'OF5'),
  tlics: constant(null),
  tlAosis: constant(null),
  ofScore: constant(null),
});

export const forBrace: Arbitrary<Topics['brace']['inputs']> = inputsOf({
  pain: one(4, 5, 10),
  movesPoorly: answer,
  careOptimised: answer,
  bmi: one(29.9, 30),
  lungDisease: answer,
  scoliosis: one(0, 30, 31),
  willWearDaily: answer,
  surgeonOrdersRigid: constantFrom(null, { reason: '' }, { reason: 'Two levels.' }),
});

export const forCement: Arbitrary<Topics['cement']['inputs']> = inputsOf({
  age: one(49, 50, 80),
  weeksSinceFracture: one(5, 6, 11, 12, 20),
  pain: one(6, 7, 10),
  careOptimised: answer,
  focalPain: answer,
  oedemaAtThatLevel: answer,
});

export const dyingHip: Arbitrary<Topics['necrosis']['inputs']> = inputsOf<Topics['necrosis']['inputs']>({
  suspected: answer,
  xrayNormal: answer,
  mriOfBothHips: answer,
  stage: one('none', 'I', 'II', 'IIIA', 'IIIB', 'IV'),
  stated: constant(null),
  extentPercent: one(14, 15, 30, 31),
  jicType: one('A', 'B', 'C1', 'C2'),
  foundOn: one('2024-11-22', '2024-11-23'),
  takesSteroids: answer,
  steroidGrams: one(0, 2, 2.1),
  alcoholGrams: one(0, 320, 321),
  alcoholMonths: one(0, 6, 7),
  causes: constantFrom({}, { smoking: 'yes' }, { smoking: 'no', diabetes: 'no', lupus: 'not-recorded' }),
})
  // Two measures of one lesion can contradict each other; then forgetting one lets the other speak.
  .map((given) =>
    given.extentPercent === 'not-recorded' ? given : { ...given, jicType: 'not-recorded' as const },
  );

export const wornHip: Arbitrary<Topics['osteoarthritis']['inputs']> = inputsOf({
  feverOrHotJoint: answer,
  cancer: answer,
  cannotBearWeight: answer,
  nightRestPain: answer,
  age: one(44, 45, 70),
  painOnActivity: answer,
  stiffnessMinutes: one(0, 29, 30),
  bmi: one(24.9, 25),
  exerciseWeeks: one(0, 11, 12),
  enoughRelief: answer,
  painReliefTried: answer,
  lastInjection: one('never', '2026-08-21', '2026-08-23'),
  waitsForProsthesis: answer,
  infection: answer,
  necrosis: answer,
  usesInsulin: answer,
  imagingGuidance: answer,
  severe: answer,
  xrayExplains: answer,
  wantsProsthesis: answer,
  injectionMg: one(79, 80),
});

export const inPain: Arbitrary<PainPatient> = inputsOf({
  age: one(69, 70),
  weightKg: one(49, 50),
  egfr: one(59, 60),
  frail: answer,
  liverFailure: answer,
  paracetamolRisk: answer,
  heartFailure: answer,
  ulcer: answer,
  anticoagulant: answer,
  otherAntiInflammatory: answer,
  aspirin: answer,
  ssri: answer,
  gabapentinoidOrBenzodiazepine: answer,
});

const plans: Arbitrary<readonly PainPlan[]> = tuple(
  inputsOf<PainPlan>({ drug: constant('paracetamol'), days: one(5, 30, 31), lowerDoseNotEnough: answer }),
  inputsOf<PainPlan>({
    drug: constant('anti-inflammatory'),
    isIbuprofen: answer,
    stomachProtection: answer,
    kidneyCheckPlanned: answer,
  }),
  inputsOf<PainPlan>({
    drug: constant('opioid'),
    isTramadol: answer,
    days: one(14, 15),
    morphineMg: one(89, 90),
    stopDay: answer,
    laxative: answer,
    taperPlan: answer,
    fallAndDrivingWarning: answer,
  }),
).chain((each) => subarray<PainPlan>([...each, ...plansMostHeldBack], { minLength: 1 }));

export const plannedAgainstPain: Arbitrary<Topics['pain-relief']['inputs']> = record({
  patient: inPain,
  plans,
});
