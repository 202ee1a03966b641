// Runs every case of pain relief. The cases are the specification; this file gives their words a type.

import { knownDate } from '@breekpunt/core';
import { type Knowledge, loadKnowledge, ruleCases } from '@breekpunt/knowledge';
import {
  asDecided,
  rulesNamedIn,
  type Shown,
  testCases,
  testThresholds,
  unwrapped,
} from '@breekpunt/knowledge/test/rule-cases';
import { expect, test } from 'vitest';
import { painInOrder, readyPlans } from '../../test/pain-in-order.ts';
import { analgesiaCheck, type PainPatient, type PainPlan } from './analgesia.ts';
import { analgesiaRulesOn } from './analgesia-rules.ts';

interface Given {
  readonly country: 'BE' | 'NL';
  readonly plan: Pick<PainPlan, 'drug'> & Readonly<Record<string, unknown>>;
  readonly patient?: Partial<PainPatient>;
  readonly otherwise?: 'nothing';
}

const knowledge = loadKnowledge();
const cases = ruleCases('pain-relief');

const unknown = Object.fromEntries(
  Object.keys(painInOrder).map((name) => [name, 'not-recorded'] as const),
) as unknown as PainPatient;

function answer({ country, plan, patient, otherwise }: Given, on: string, from: Knowledge): Shown {
  const rules = unwrapped(analgesiaRulesOn(from, knownDate(on), new Set()));
  const person = { ...(otherwise === 'nothing' ? painInOrder : unknown), ...patient };
  const found = analgesiaCheck({ ...readyPlans[plan.drug], ...plan } as PainPlan, person, country, rules);
  return {
    outcome: found.outcome,
    why: found.because.map(({ fact }) => fact),
    most: found.mostGramsADay,
    practitionerLooks: found.practitionerLooks,
    standing: found.standing,
    because: found.reasons,
    ask: found.missing,
  };
}

test('the cases of pain relief are there to be run', () => {
  expect(cases.length).toBeGreaterThan(20);
});

testCases(cases, answer, asDecided);
testThresholds(cases, answer, asDecided, ['pain.']);

test('every rule of pain relief is named in its code, and no other', () => {
  const used = rulesNamedIn(import.meta.dirname, ['PA']);
  const rules = Object.values(knowledge.rules).filter(({ topic }) => topic === 'pain-relief');
  expect([...used].toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
});
