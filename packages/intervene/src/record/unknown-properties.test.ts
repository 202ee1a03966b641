// What must hold of every table of options, whatever was recorded: an answer that was forgotten never opens anything, one more
// reason against never unblocks anything, and a red sign that nobody asked about never lowers the level.

import type { Answer } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { unwrapped } from '@breekpunt/knowledge/test/rule-cases';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  askedOn,
  brokenHip,
  brokenVertebra,
  dyingHip,
  forBrace,
  forCement,
  wornHip,
} from '../../test/arbitrary-inputs.ts';
import { painInOrder, plansMostHeldBack } from '../../test/pain-in-order.ts';
import type { HipFracturePatient } from '../hip-fracture/hip-fracture.ts';
import type { Pathway } from '../logic/pathway.ts';
import type { NecrosisPatient } from '../necrosis/necrosis.ts';
import type { OsteoarthritisInputs } from '../osteoarthritis/osteoarthritis-decision.ts';
import type { BracePatient, CementPatient } from '../spine/brace-and-cement.ts';
import type { VertebralPatient } from '../spine/vertebral-gate.ts';
import { type DecisionContext, decisionTopics } from './decision-topics.ts';

const knowledge = loadKnowledge();
const sets = ['BE', 'NL', 'NICE'] as const;
const runs = { seed: 20_261_122, numRuns: 400 };

type Inputs = Readonly<Record<string, unknown>>;

interface Table {
  readonly inputs: fc.Arbitrary<Inputs>;
  readonly decide: (inputs: Inputs, context: DecisionContext) => Pathway<string>;
  /** Inputs of which "yes" only ever speaks against something. */
  readonly against: readonly string[];
  /** Options that a reason against may open, because they are the way elsewhere. */
  readonly elsewhere: readonly string[];
}

const tables: Readonly<Record<string, Table>> = {
  'a dying femoral head': {
    inputs: asInputs(dyingHip),
    decide: (inputs, context) =>
      unwrapped(decisionTopics.necrosis.decide(inputs as unknown as NecrosisPatient, knowledge, context))
        .table,
    against: ['suspected', 'takesSteroids'],
    elsewhere: ['mri-of-both-hips', 'steroid-review-with-prescriber', 'bone-health-check'],
  },
  'a brace': {
    inputs: asInputs(forBrace),
    decide: (inputs, context) =>
      unwrapped(decisionTopics.brace.decide(inputs as unknown as BracePatient, knowledge, context)),
    against: ['lungDisease'],
    elsewhere: [],
  },
  cement: {
    inputs: asInputs(forCement),
    decide: (inputs, context) =>
      unwrapped(decisionTopics.cement.decide(inputs as unknown as CementPatient, knowledge, context)),
    against: [],
    elsewhere: [],
  },
  'a worn hip': {
    inputs: asInputs(wornHip),
    decide: (inputs, context) =>
      unwrapped(
        decisionTopics.osteoarthritis.decide(inputs as unknown as OsteoarthritisInputs, knowledge, context),
      ).table,
    against: [
      'feverOrHotJoint',
      'cancer',
      'cannotBearWeight',
      'nightRestPain',
      'waitsForProsthesis',
      'infection',
      'necrosis',
    ],
    elsewhere: ['physician-first'],
  },
  'a broken hip': {
    inputs: asInputs(brokenHip),
    decide: (inputs, context) =>
      unwrapped(
        decisionTopics['hip-fracture'].decide(inputs as unknown as HipFracturePatient, knowledge, context),
      ),
    against: ['pathologicalOrAtypical'],
    elsewhere: ['oncological-or-atypical-path', 'mri-or-ct'],
  },
};

function asInputs(of: fc.Arbitrary<unknown>): fc.Arbitrary<Inputs> {
  return of as fc.Arbitrary<Inputs>;
}

const contextOf = (set: DecisionContext['set']): DecisionContext => ({ set, on: askedOn, signed: new Set() });
const names = (of: Pathway<string>['options']): readonly string[] => of.map(({ option }) => option);

describe.each(Object.entries(tables))('%s, whatever was recorded', (_name, { inputs, decide, ...table }) => {
  test('a forgotten answer shows no option that was not shown but a look, and frees none that was blocked', () => {
    fc.assert(
      fc.property(inputs, fc.nat(), fc.constantFrom(...sets), (given, place, set) => {
        const asked = Object.keys(given).filter((name) => given[name] !== null && name !== 'causes');
        const name = asked[place % asked.length] ?? '';
        const before = decide(given, contextOf(set));
        const forgotten = name === 'surgeonOrdersRigid' ? null : 'not-recorded';
        const after = decide({ ...given, [name]: forgotten }, contextOf(set));
        // Looking is never wrong: an image may come first once it is not known what the last one showed.
        const more = names(after.options).filter((option) => !names(before.options).includes(option));
        expect(more.filter((option) => !table.elsewhere.includes(option))).toEqual([]);
        const blocked = names(before.blocked);
        expect(names(after.options).filter((option) => blocked.includes(option))).toEqual([]);
      }),
      runs,
    );
  });

  test('one more reason against opens nothing but the way elsewhere, and unblocks nothing', () => {
    fc.assert(
      fc.property(
        inputs,
        fc.constantFrom(...table.against, ''),
        fc.constantFrom(...sets),
        (given, fact, set) => {
          if (fact === '') return;
          const before = decide({ ...given, [fact]: 'no' }, contextOf(set));
          const after = decide({ ...given, [fact]: 'yes' }, contextOf(set));
          const more = names(after.options).filter((option) => !names(before.options).includes(option));
          expect(more.filter((option) => !table.elsewhere.includes(option))).toEqual([]);
          if (after.outcome === 'stopped') return;
          expect(names(before.blocked).filter((option) => !names(after.blocked).includes(option))).toEqual(
            [],
          );
        },
      ),
      runs,
    );
  });

  test('what cannot be told says what to ask, and what is shown or blocked asks nothing', () => {
    fc.assert(
      fc.property(inputs, fc.constantFrom(...sets), (given, set) => {
        const { outcome, options, possible, blocked, missing } = decide(given, contextOf(set));
        if (outcome === 'cannot-tell') expect(missing.length).toBeGreaterThan(0);
        expect(possible.filter((each) => each.missing.length === 0)).toEqual([]);
        expect([...options, ...blocked].filter((each) => each.missing.length > 0)).toEqual([]);
      }),
      runs,
    );
  });
});

describe('a red sign that nobody asked about', () => {
  const { inputs, decide } = tables['a worn hip'] ?? { inputs: fc.constant({}), decide: () => never() };
  const red = ['feverOrHotJoint', 'cancer', 'cannotBearWeight', 'nightRestPain'];

  test('of a worn hip leaves everything else no more than possible, and the physician first stays possible', () => {
    fc.assert(
      fc.property(inputs, fc.constantFrom(...red), (given, sign) => {
        const others = Object.fromEntries(red.filter((each) => each !== sign).map((each) => [each, 'no']));
        const open = decide({ ...given, ...others, [sign]: 'not-recorded' }, contextOf('NL'));
        expect(names(open.options)).toEqual([]);
        expect(names(open.possible)).toContain('physician-first');
        const yes = decide({ ...given, ...others, [sign]: 'yes' }, contextOf('NL'));
        expect([yes.outcome, names(yes.options)]).toEqual(['stopped', ['physician-first']]);
      }),
      runs,
    );
  });

  test('of a broken vertebra never turns the emergency into treatment at home or the team', () => {
    fc.assert(
      fc.property(brokenVertebra, fc.constantFrom('redFlag', 'worseningDeficit'), (given, sign) => {
        const gateOf = (patient: VertebralPatient): string =>
          unwrapped(decisionTopics.spine.decide(patient, knowledge, contextOf('NL'))).gate.outcome;
        const asYes = gateOf({ ...given, [sign]: 'yes' });
        const open = gateOf({ ...given, [sign]: 'not-recorded' });
        expect(asYes).toBe('emergency-now');
        expect(['emergency-now', 'spine-surgeon-now', 'cannot-tell']).toContain(open);
      }),
      runs,
    );
  });

  test.each(['heartFailure', 'ulcer', 'anticoagulant', 'liverFailure', 'aspirin', 'ssri'])(
    'of pain relief: with %s not asked no drug is ready that it could hold back',
    (fact) => {
      const outcomes = (answer: Answer): readonly string[] =>
        unwrapped(
          decisionTopics['pain-relief'].decide(
            { patient: { ...painInOrder, [fact]: answer }, plans: plansMostHeldBack },
            knowledge,
            contextOf('NL'),
          ),
        ).checks.map(({ outcome }) => outcome);
      const [yes, open] = [outcomes('yes'), outcomes('not-recorded')];
      const held = yes.flatMap((outcome, place) => (outcome === 'ready' ? [] : [place]));
      expect(held.length).toBeGreaterThan(0);
      expect(held.map((place) => open[place])).toEqual(held.map(() => 'cannot-tell'));
    },
  );
});

function never(): never {
  throw new Error('The worn hip has a table');
}
