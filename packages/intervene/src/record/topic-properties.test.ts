// What must hold of every decision whatever was recorded: it can be made again from what was stored, a reason that speaks against
// something never lets it through, and what settles an answer leaves nothing to ask about it.

import { loadKnowledge } from '@breekpunt/knowledge';
import { unwrapped } from '@breekpunt/knowledge/test/rule-cases';
import { assert, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedOn, inPain, wornHip } from '../../test/arbitrary-inputs.ts';
import { plansMostHeldBack as plans } from '../../test/pain-in-order.ts';
import type { PainPatient } from '../analgesia/analgesia.ts';
import type { OsteoarthritisInputs } from '../osteoarthritis/osteoarthritis-decision.ts';
import { changesUnder, type DecisionRecord, recordDecision } from './decision-record.ts';
import { type DecisionContext, decisionTopics } from './decision-topics.ts';

const knowledge = loadKnowledge();
const context: DecisionContext = { set: 'BE', on: askedOn, signed: new Set() };
const runs = { seed: 20_261_122, numRuns: 300 };

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
