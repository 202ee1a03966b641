// Runs every case of hip osteoarthritis. The cases are the specification; this file gives their words a type.

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
import { over, shownPathway } from '../../test/shown-pathway.ts';
import {
  injectionDose,
  needsNoImage,
  type OsteoarthritisPatient,
  osteoarthritisOptions,
} from './hip-osteoarthritis.ts';
import { osteoarthritisRulesOn } from './osteoarthritis-rules.ts';

interface Given {
  readonly ask: 'options' | 'image' | 'dose';
  readonly patient?: Partial<OsteoarthritisPatient> & { readonly otherwise?: 'nothing' };
  readonly mg?: number;
}

const knowledge = loadKnowledge();
const cases = ruleCases('hip-osteoarthritis');

const unknown: OsteoarthritisPatient = {
  feverOrHotJoint: 'not-recorded',
  cancer: 'not-recorded',
  cannotBearWeight: 'not-recorded',
  nightRestPain: 'not-recorded',
  age: 'not-recorded',
  painOnActivity: 'not-recorded',
  stiffnessMinutes: 'not-recorded',
  bmi: 'not-recorded',
  exerciseWeeks: 'not-recorded',
  enoughRelief: 'not-recorded',
  painReliefTried: 'not-recorded',
  lastInjection: 'not-recorded',
  waitsForProsthesis: 'not-recorded',
  infection: 'not-recorded',
  necrosis: 'not-recorded',
  usesInsulin: 'not-recorded',
  imagingGuidance: 'not-recorded',
  severe: 'not-recorded',
  xrayExplains: 'not-recorded',
  wantsProsthesis: 'not-recorded',
};

const inOrder: Partial<OsteoarthritisPatient> = {
  feverOrHotJoint: 'no',
  cancer: 'no',
  cannotBearWeight: 'no',
  nightRestPain: 'no',
  bmi: 24,
  exerciseWeeks: 12,
  enoughRelief: 'no',
  painReliefTried: 'yes',
  lastInjection: 'never',
  waitsForProsthesis: 'no',
  infection: 'no',
  necrosis: 'no',
  usesInsulin: 'no',
  imagingGuidance: 'yes',
  severe: 'no',
  xrayExplains: 'no',
  wantsProsthesis: 'no',
};

function answer({ ask, patient = {}, mg }: Given, on: string, from: Knowledge): Shown {
  const today = knownDate(on);
  const rules = unwrapped(osteoarthritisRulesOn(from, today, new Set()));
  const full = over(unknown, inOrder, patient);
  if (ask === 'options') return shownPathway(osteoarthritisOptions(full, today, rules));
  const found = ask === 'image' ? needsNoImage(full, rules) : injectionDose(mg ?? 'not-recorded', rules);
  return { ...found, because: found.reasons, ask: found.missing };
}

test('the cases of hip osteoarthritis are there to be run', () => {
  expect(cases.length).toBeGreaterThan(15);
});

testCases(cases, answer, asDecided);
testThresholds(cases, answer, asDecided, ['osteoarthritis.']);

test('every rule of hip osteoarthritis is named in its code, and no other', () => {
  const used = rulesNamedIn(import.meta.dirname, ['OA']);
  const rules = Object.values(knowledge.rules).filter(({ topic }) => topic === 'hip-osteoarthritis');
  expect([...used].toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
});
