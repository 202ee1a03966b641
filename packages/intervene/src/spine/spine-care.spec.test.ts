// Runs every case of the broken vertebra. The cases are the specification; this file gives their words a type.

import { knownDate } from '@breekpunt/core';
import type { OfScoreInput, TlAosisInput, TlicsInput } from '@breekpunt/investigate';
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
import type { RuleSet } from '../bone/bone-patient.ts';
import { type BracePatient, braceOptions, type CementPatient, cementOptions } from './brace-and-cement.ts';
import { spineRulesOn } from './spine-rules.ts';
import { type VertebralPatient, vertebralDecision } from './vertebral-gate.ts';

interface Given {
  readonly ask: 'gate' | 'brace' | 'cement';
  readonly set?: RuleSet;
  readonly patient?: Partial<VertebralPatient> & { readonly otherwise?: 'nothing' };
  readonly tlics?: TlicsInput;
  readonly tlAosis?: TlAosisInput;
  readonly ofScore?: OfScoreInput;
  readonly brace?: Partial<BracePatient>;
  readonly cement?: Partial<CementPatient>;
}

const knowledge = loadKnowledge();
const cases = ruleCases('spine-care');

const unknown: VertebralPatient = {
  level: 'not-recorded',
  redFlag: 'not-recorded',
  worseningDeficit: 'not-recorded',
  cancer: 'not-recorded',
  infection: 'not-recorded',
  accident: 'not-recorded',
  age: 'not-recorded',
  morphology: 'not-recorded',
  ofClass: 'not-recorded',
  tlics: null,
  tlAosis: null,
  ofScore: null,
};
const inOrder: Partial<VertebralPatient> = {
  level: 'L1',
  redFlag: 'no',
  worseningDeficit: 'no',
  cancer: 'no',
  infection: 'no',
  accident: 'yes',
  age: 70,
  morphology: 'A1',
  ofClass: 'OF2',
};
const braceUnknown: BracePatient = {
  pain: 'not-recorded',
  movesPoorly: 'not-recorded',
  careOptimised: 'not-recorded',
  bmi: 'not-recorded',
  lungDisease: 'not-recorded',
  scoliosis: 'not-recorded',
  willWearDaily: 'not-recorded',
  surgeonOrdersRigid: null,
};
const cementUnknown: CementPatient = {
  age: 'not-recorded',
  weeksSinceFracture: 'not-recorded',
  pain: 'not-recorded',
  careOptimised: 'not-recorded',
  focalPain: 'not-recorded',
  oedemaAtThatLevel: 'not-recorded',
};

function answer(given: Given, on: string, from: Knowledge): Shown {
  const rules = unwrapped(spineRulesOn(from, knownDate(on), new Set()));
  if (given.ask === 'brace')
    return shownPathway(braceOptions(over(braceUnknown, {}, given.brace ?? {}), rules));
  if (given.ask === 'cement') {
    return shownPathway(cementOptions(over(cementUnknown, {}, given.cement ?? {}), given.set ?? 'NL', rules));
  }
  const patient = {
    ...over(unknown, inOrder, given.patient ?? {}),
    tlics: given.tlics ?? null,
    tlAosis: given.tlAosis ?? null,
    ofScore: given.ofScore ?? null,
  };
  const found = unwrapped(vertebralDecision(patient, from, rules));
  const { gate, scores, disagree, fractureService, xRayWeeks } = found;
  return {
    gate: gate.outcome,
    standing: gate.standing,
    scores: scores.map(({ score, readings }) => `${score} ${readings.join(' or ')}`),
    disagree,
    service: fractureService.outcome,
    xRayWeeks,
    because: [
      ...gate.reasons,
      ...fractureService.reasons,
      ...(xRayWeeks.length > 0 ? ['VB8'] : []),
      ...(disagree ? ['VB9'] : []),
    ],
    ask: gate.missing,
  };
}

test('the cases of the broken vertebra are there to be run', () => {
  expect(cases.length).toBeGreaterThan(20);
});

testCases(cases, answer, asDecided);
testThresholds(cases, answer, asDecided, ['spine.']);

test('every rule of the broken vertebra is named in its code, and no other', () => {
  const used = rulesNamedIn(import.meta.dirname, ['VB']);
  const rules = Object.values(knowledge.rules).filter(({ topic }) => topic === 'spine-care');
  expect([...used].toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
});
