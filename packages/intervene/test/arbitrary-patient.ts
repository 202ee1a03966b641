// Patients of every kind for property tests, boundary values among them. Seeds are fixed where the properties run.

import { type Answer, addDays, answers, type CalendarDate, knownDate } from '@breekpunt/core';
import fc from 'fast-check';
import { type BonePatient, drugs, medicalFacts } from '../src/index.ts';

export const today: CalendarDate = knownDate('2026-11-21');

const answer = fc.constantFrom<Answer>(...answers);
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | 'not-recorded'> =>
  fc.oneof({ arbitrary: of, weight: 4 }, { arbitrary: fc.constant('not-recorded' as const), weight: 1 });
const dayBack = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(today, -days));
const tScore = fc.constantFrom(-4, -3.5, -3.4, -2.6, -2.5, -2.4, -1.5, -1.4, -1, -0.9, 0);

const fracture = fc.record({
  site: fc.constantFrom(
    'hip.femoral-neck',
    'vertebra.lumbar',
    'wrist.distal-radius',
    'humerus.proximal',
    'ankle',
  ),
  on: maybe(dayBack),
  fragility: answer,
  seenOnImage: answer,
} as const);

const vertebra = fc.record({
  level: fc.constantFrom('T8', 'T12', 'L1', 'L4'),
  grade: maybe(fc.constantFrom(1, 2, 3)),
  on: maybe(dayBack),
  measured: maybe(
    fc.record({
      losses: fc.tuple(
        fc.record({
          position: fc.constant('anterior'),
          against: fc.constant('neighbours'),
          percent: fc.constantFrom(20, 24.9, 25, 40),
          mm: fc.constantFrom(3.9, 4, 9, null),
        } as const),
      ),
      atLeast: fc.boolean(),
    }),
  ),
} as const);

const scan = fc
  .record({
    spine: tScore,
    hip: tScore,
    neck: fc.option(tScore),
    date: dayBack,
    sex: fc.constantFrom('female', 'male'),
  } as const)
  .map(({ spine, hip, neck, date, sex }) => ({
    date,
    device: { maker: 'hologic' as const, model: null, serial: null },
    measurements: [
      { site: 'lumbar-spine' as const, value: spine },
      { site: 'total-hip' as const, value: hip },
      ...(neck === null ? [] : [{ site: 'femoral-neck' as const, value: neck }]),
    ].map(({ site, value }) => ({
      site,
      side: null,
      vertebrae: site === 'lumbar-spine' ? (['L1', 'L2', 'L3', 'L4'] as const) : null,
      excluded: [],
      bmd: null,
      tScore: { value, text: String(value), reference: { database: null, sex } },
      zScore: null,
    })),
    notMeasurable: [],
  }));

export const arbitraryPatient: fc.Arbitrary<BonePatient> = fc.record({
  sex: fc.constantFrom('female', 'male', 'not-recorded'),
  birthDate: maybe(fc.integer({ min: 40, max: 95 }).map((age) => knownDate(`${2026 - age}-11-21`))),
  postmenopausal: answer,
  fractures: maybe(fc.array(fracture, { maxLength: 2 })),
  spine: fc.oneof(
    fc.record({ broken: fc.array(vertebra, { maxLength: 3 }), complete: fc.boolean() }),
    fc.constantFrom('not-made', 'not-recorded'),
  ),
  scan: fc.oneof(
    { arbitrary: scan, weight: 4 },
    { arbitrary: fc.constantFrom('none', 'not-recorded'), weight: 1 },
  ),
  fraxMajor: maybe(fc.constantFrom(3, 7.4, 7.5, 20, 25.9, 26, 40)),
  glucocorticoid: fc.oneof(
    fc.constantFrom('none', 'not-recorded'),
    fc.record({ mgPerDay: fc.constantFrom(5, 7.5, 14.9, 15), months: fc.constantFrom(2, 3, 12) }),
  ),
  clearance: maybe(fc.constantFrom(14, 29.9, 30, 34.9, 35, 90)),
  calcium: maybe(fc.constantFrom('low', 'within', 'high')),
  vitaminD: maybe(fc.constantFrom(20, 49.9, 50, 80)),
  hipSurgery: fc.oneof(dayBack, fc.constantFrom('none', 'not-recorded')),
  allergies: maybe(fc.subarray([...drugs], { maxLength: 2 })),
  facts: fc
    .array(answer, { minLength: medicalFacts.length, maxLength: medicalFacts.length })
    .map((given) =>
      Object.fromEntries(medicalFacts.map((fact, place) => [fact, given[place] ?? 'no'] as const)),
    ),
} as const) as fc.Arbitrary<BonePatient>;

/** The parts of a patient that may be forgotten. */
export const forgettable: readonly (keyof BonePatient)[] = [
  'sex',
  'birthDate',
  'postmenopausal',
  'fractures',
  'spine',
  'scan',
  'fraxMajor',
  'glucocorticoid',
  'clearance',
  'calcium',
  'vitaminD',
  'hipSurgery',
  'allergies',
];
