// What must hold of every decision whatever was recorded: it can be made again from what was stored, a reason that speaks against
// something never lets it through, and what settles an answer leaves nothing to ask about it.

import { knownDate } from '@breekpunt/core';
import type { Recorded } from '@breekpunt/investigate';
import { loadKnowledge } from '@breekpunt/knowledge';
import { type Arbitrary, assert, constantFrom, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwrapped } from '../../test/rule-cases.ts';
import type { PainPatient, PainPlan } from '../analgesia/analgesia.ts';
import type { OsteoarthritisInputs } from '../osteoarthritis/osteoarthritis-decision.ts';
import { changesUnder, type DecisionRecord, recordDecision } from './decision-record.ts';
import { type DecisionContext, decisionTopics } from './decision-topics.ts';

const knowledge = loadKnowledge();
const context: DecisionContext = { set: 'BE', on: knownDate('2026-11-21'), signed: new Set() };
const answer = constantFrom('yes', 'no', 'not-recorded');
/** One of these numbers, or nobody wrote it down. */
const oneOrUnknown = (...values: readonly number[]): Arbitrary<Recorded<number>> =>
  constantFrom<Recorded<number>[]>(...values, 'not-recorded');
const runs = { seed: 20_261_122, numRuns: 300 };

const wornHip = record({
  feverOrHotJoint: answer,
  cancer: answer,
  cannotBearWeight: answer,
  nightRestPain: answer,
  age: oneOrUnknown(44, 45, 70),
  painOnActivity: answer,
  stiffnessMinutes: oneOrUnknown(0, 29, 30),
  bmi: oneOrUnknown(24.9, 25),
  exerciseWeeks: oneOrUnknown(0, 11, 12),
  enoughRelief: answer,
  painReliefTried: answer,
  lastInjection: constantFrom('never', 'not-recorded', knownDate('2026-08-20'), knownDate('2026-08-22')),
  waitsForProsthesis: answer,
  infection: answer,
  necrosis: answer,
  usesInsulin: answer,
  imagingGuidance: answer,
  severe: answer,
  xrayExplains: answer,
  wantsProsthesis: answer,
  injectionMg: oneOrUnknown(79, 80),
}) as unknown as Arbitrary<OsteoarthritisInputs>;

const inPain = record({
  age: oneOrUnknown(69, 70),
  weightKg: oneOrUnknown(49, 50),
  egfr: oneOrUnknown(59, 60),
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
}) as unknown as Arbitrary<PainPatient>;

const plans: readonly PainPlan[] = [
  { drug: 'paracetamol', days: 5, lowerDoseNotEnough: 'no' },
  { drug: 'anti-inflammatory', isIbuprofen: 'yes', stomachProtection: 'yes', kidneyCheckPlanned: 'yes' },
  {
    drug: 'opioid',
    isTramadol: 'yes',
    days: 5,
    morphineMg: 20,
    stopDay: 'yes',
    laxative: 'yes',
    taperPlan: 'yes',
    fallAndDrivingWarning: 'yes',
  },
];

describe('a worn hip, whatever was recorded', () => {
  const tableOf = (inputs: OsteoarthritisInputs) =>
    unwrapped(decisionTopics.osteoarthritis.decide(inputs, knowledge, context)).table;

  test.each(['infection', 'necrosis', 'waitsForProsthesis'] as const)(
    'has no injection among its options once there is %s',
    (lock) => {
      assert(
        property(wornHip, (inputs) => {
          const { options, possible } = tableOf({ ...inputs, [lock]: 'yes' });
          expect([...options, ...possible].map(({ option }) => option)).not.toContain('steroid-injection');
        }),
        runs,
      );
    },
  );

  test('names what is not recommended as blocked, unless the physician comes first', () => {
    assert(
      property(wornHip, (inputs) => {
        const { outcome, blocked } = tableOf(inputs);
        if (outcome === 'stopped') return;
        expect(blocked.map(({ option }) => option)).toEqual(
          expect.arrayContaining(['hyaluronic-acid', 'opioids']),
        );
      }),
      runs,
    );
  });
});

describe('pain relief, whatever was recorded', () => {
  const facts = [
    'heartFailure',
    'ulcer',
    'anticoagulant',
    'aspirin',
    'ssri',
    'liverFailure',
    'gabapentinoidOrBenzodiazepine',
  ] as const;

  test.each(facts)('with %s no drug becomes ready that was not ready without it', (fact) => {
    assert(
      property(inPain, (patient) => {
        const ready = (of: PainPatient): readonly string[] =>
          decisionTopics['pain-relief'].offered(
            unwrapped(decisionTopics['pain-relief'].decide({ patient: of, plans }, knowledge, context)),
          );
        const without = ready({ ...patient, [fact]: 'no' });
        expect(without).toEqual(expect.arrayContaining([...ready({ ...patient, [fact]: 'yes' })]));
      }),
      runs,
    );
  });
});

describe('a decision that was stored', () => {
  test('is made again without a change, for a worn hip and for pain relief', () => {
    assert(
      property(wornHip, inPain, (inputs, patient) => {
        const choice = { option: 'no-drug', reason: 'She waits.' };
        const records = [
          unwrapped(recordDecision('osteoarthritis', inputs, choice, knowledge, context)),
          unwrapped(recordDecision('pain-relief', { patient, plans }, choice, knowledge, context)),
        ];
        for (const each of records) {
          const stored = JSON.parse(JSON.stringify(each)) as DecisionRecord;
          expect(unwrapped(changesUnder(stored, knowledge))).toEqual([]);
        }
      }),
      { ...runs, numRuns: 100 },
    );
  });
});
