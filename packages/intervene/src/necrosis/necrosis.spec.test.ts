// Runs every case of avascular necrosis. The cases are the specification; this file gives their words a type.

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
import { type NecrosisPatient, necrosisCauses, necrosisOptions, otherHipWatch } from './necrosis.ts';
import { necrosisRulesOn } from './necrosis-rules.ts';

interface Given {
  readonly ask: 'options' | 'other-hip' | 'causes';
  readonly patient: Partial<NecrosisPatient> & { readonly otherwise?: 'nothing' };
}

const knowledge = loadKnowledge();
const cases = ruleCases('avascular-necrosis');

const unknown: NecrosisPatient = {
  suspected: 'not-recorded',
  xrayNormal: 'not-recorded',
  mriOfBothHips: 'not-recorded',
  stage: 'not-recorded',
  stated: null,
  extentPercent: 'not-recorded',
  jicType: 'not-recorded',
  foundOn: 'not-recorded',
  takesSteroids: 'not-recorded',
  steroidGrams: 'not-recorded',
  alcoholGrams: 'not-recorded',
  alcoholMonths: 'not-recorded',
  causes: {},
};

function answer({ ask, patient }: Given, on: string, from: Knowledge): Shown {
  const rules = unwrapped(necrosisRulesOn(from, knownDate(on), new Set()));
  const noCause = Object.fromEntries(rules.causes.map((cause) => [cause, 'no'] as const));
  const inOrder: Partial<NecrosisPatient> = {
    xrayNormal: 'no',
    mriOfBothHips: 'yes',
    takesSteroids: 'no',
    steroidGrams: 0,
    alcoholGrams: 0,
    alcoholMonths: 0,
  };
  const stated = over(unknown, inOrder, patient);
  const causes = patient.otherwise === 'nothing' ? { ...noCause, ...patient.causes } : stated.causes;
  const full = { ...stated, causes };
  if (ask === 'options') return shownPathway(necrosisOptions(full, rules));
  const found = ask === 'causes' ? necrosisCauses(full, rules) : otherHipWatch(full, knownDate(on), rules);
  return { ...found, because: found.reasons, ask: found.missing };
}

test('the cases of avascular necrosis are there to be run', () => {
  expect(cases.length).toBeGreaterThan(15);
});

testCases(cases, answer, asDecided);
testThresholds(cases, answer, asDecided, ['necrosis.']);

test('every rule of avascular necrosis is named in its code, and no other', () => {
  const used = rulesNamedIn(import.meta.dirname, ['AV']);
  const rules = Object.values(knowledge.rules).filter(({ topic }) => topic === 'avascular-necrosis');
  expect([...used].toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
});
