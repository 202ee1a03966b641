// Runs every case of pain relief. The cases are the specification; this file gives their words a type.

import { knownDate } from '@breekpunt/core';
import { type Knowledge, loadKnowledge, ruleCases } from '@breekpunt/knowledge';
import { expect, test } from 'vitest';
import { rulesNamedIn, type Shown, testCases, testThresholds, unwrapped } from '../../test/rule-cases.ts';
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

const numbers = { age: 60, weightKg: 70, egfr: 80 };
const inOrder: PainPatient = {
  ...numbers,
  frail: 'no',
  liverFailure: 'no',
  paracetamolRisk: 'no',
  heartFailure: 'no',
  ulcer: 'no',
  anticoagulant: 'no',
  otherAntiInflammatory: 'no',
  aspirin: 'no',
  ssri: 'no',
  gabapentinoidOrBenzodiazepine: 'no',
};
const unknown = Object.fromEntries(
  Object.keys(inOrder).map((name) => [name, 'not-recorded'] as const),
) as unknown as PainPatient;

const readyPlans: Readonly<Record<PainPlan['drug'], PainPlan>> = {
  paracetamol: { drug: 'paracetamol', days: 5, lowerDoseNotEnough: 'no' },
  'anti-inflammatory': {
    drug: 'anti-inflammatory',
    isIbuprofen: 'no',
    stomachProtection: 'yes',
    kidneyCheckPlanned: 'yes',
  },
  opioid: {
    drug: 'opioid',
    isTramadol: 'no',
    days: 5,
    morphineMg: 20,
    stopDay: 'yes',
    laxative: 'yes',
    taperPlan: 'yes',
    fallAndDrivingWarning: 'yes',
  },
};

function answer({ country, plan, patient, otherwise }: Given, on: string, from: Knowledge): Shown {
  const rules = unwrapped(analgesiaRulesOn(from, knownDate(on), new Set()));
  const person = { ...(otherwise === 'nothing' ? inOrder : unknown), ...patient };
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

testCases(cases, answer);
testThresholds(cases, answer, ['pain.']);

test('every rule of pain relief is named in its code, and no other', () => {
  const used = rulesNamedIn(import.meta.dirname, ['PA']);
  const rules = Object.values(knowledge.rules).filter(({ topic }) => topic === 'pain-relief');
  expect([...used].toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
});
