// What happens in an invented hospital, as a plain list of events in no order: the raw material that the record and the slow
// counting are each made of in their own way.

import * as fc from 'fast-check';

export type RawKind =
  | 'assessed'
  | 'assessment-declined'
  | 'scan-ordered'
  | 'scan-done'
  | 'scan-not-done'
  | 'falls-done'
  | 'falls-not-done'
  | 'decided'
  | 'contact'
  | 'contact-failed'
  | 'injection'
  | 'labs'
  | 'spine-image'
  | 'lifestyle'
  | 'letter';

export interface RawEvent {
  readonly patient: number;
  readonly fracture: number;
  /** Days after the patient's first fracture. */
  readonly day: number;
  readonly kind: RawKind;
  readonly outcome: 'medicine' | 'not-indicated' | 'referred' | 'postponed';
  readonly started: 'yes' | 'no' | 'not-recorded';
  readonly still: 'yes' | 'no' | 'not-recorded';
  readonly exercise: 'yes' | 'no' | 'not-recorded';
  readonly risk: 'low' | 'high' | null;
  readonly daysAgo: number | null;
}

export interface RawFracture {
  readonly patient: number;
  readonly fracture: number;
  readonly site: 'hip.femoral-neck' | 'vertebra.lumbar' | 'wrist.distal-radius' | 'finger';
  readonly day: number;
  readonly dayKnown: boolean;
  readonly violent: boolean;
  /** Of a vertebra: whether complaints brought it to light. */
  readonly complaints: 'yes' | 'no' | 'not-recorded';
}

export interface RawPatient {
  readonly patient: number;
  /** Days between birth and the first fracture; null: not recorded. */
  readonly livedDays: number | null;
  /** 1 January 2023 plus so many days is the first fracture. */
  readonly firstFracture: number;
  readonly diesOn: number | null;
  readonly deathDayKnown: boolean;
}

export interface RawHospital {
  readonly patients: readonly RawPatient[];
  readonly fractures: readonly RawFracture[];
  readonly events: readonly RawEvent[];
}

/** Days near every edge there is, and any other day. */
const edgeDay = fc.oneof(
  fc.constantFrom(-1, 0, 1, 83, 84, 85, 89, 90, 91, 111, 112, 113, 321, 322, 364, 365, 366, 419, 420, 421),
  fc.integer({ min: -30, max: 600 }),
);
const answer = fc.constantFrom('yes' as const, 'no' as const, 'not-recorded' as const);

const event = fc.record({
  fracture: fc.integer({ min: 0, max: 2 }),
  day: edgeDay,
  kind: fc.constantFrom<RawKind>(
    'assessed',
    'assessment-declined',
    'scan-ordered',
    'scan-done',
    'scan-not-done',
    'falls-done',
    'falls-not-done',
    'decided',
    'decided',
    'contact',
    'contact',
    'contact-failed',
    'injection',
    'labs',
    'spine-image',
    'lifestyle',
    'letter',
  ),
  outcome: fc.constantFrom(
    'medicine' as const,
    'medicine' as const,
    'not-indicated' as const,
    'referred' as const,
    'postponed' as const,
  ),
  started: answer,
  still: answer,
  exercise: answer,
  risk: fc.constantFrom('low' as const, 'high' as const, null),
  daysAgo: fc.option(fc.integer({ min: 0, max: 40 }), { freq: 2 }),
});

const fracture = fc.record({
  site: fc.constantFrom(
    'hip.femoral-neck' as const,
    'wrist.distal-radius' as const,
    'vertebra.lumbar' as const,
    'wrist.distal-radius' as const,
    'finger' as const,
  ),
  day: fc.constantFrom(0, 0, 1, 200),
  dayKnown: fc.boolean(),
  violent: fc.integer({ min: 0, max: 5 }).map((one) => one === 0),
  complaints: answer,
});

const patient = fc.record({
  livedDays: fc.option(
    fc.oneof(fc.integer({ min: 18_255, max: 18_268 }), {
      arbitrary: fc.integer({ min: 17_000, max: 36_000 }),
      weight: 4,
    }),
    { freq: 8 },
  ),
  firstFracture: fc.integer({ min: 0, max: 1300 }),
  diesOn: fc.option(edgeDay, { freq: 2 }),
  deathDayKnown: fc.integer({ min: 0, max: 5 }).map((one) => one > 0),
  fractures: fc.array(fracture, { minLength: 1, maxLength: 3 }),
  events: fc.array(event, { minLength: 4, maxLength: 18 }),
});

export const randomHospital: fc.Arbitrary<RawHospital> = fc
  .array(patient, { minLength: 4, maxLength: 12 })
  .map((people) => ({
    patients: people.map(({ livedDays, firstFracture, diesOn, deathDayKnown }, number) => ({
      patient: number,
      livedDays,
      firstFracture,
      diesOn,
      deathDayKnown,
    })),
    fractures: people.flatMap(({ fractures }, number) =>
      fractures.map((one, place) => ({ ...one, patient: number, fracture: place })),
    ),
    events: people.flatMap(({ events, fractures }, number) =>
      events.flatMap((one) => (one.fracture < fractures.length ? [{ ...one, patient: number }] : [])),
    ),
  }));
