// Runs every case of hip surgery. The cases are the specification; this file gives their words a type.

import { type CalendarDate, knownDate } from '@breekpunt/core';
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
import { type HipFracturePatient, hipFractureOptions } from './hip-fracture.ts';
import { hipFractureRulesOn } from './hip-fracture-rules.ts';
import { timesToSurgery } from './time-to-surgery.ts';

interface Given {
  readonly ask: 'options' | 'time';
  readonly patient?: Partial<HipFracturePatient> & { readonly otherwise?: 'nothing' };
  readonly age?: number;
  readonly admitted?: string;
  readonly operated?: string;
  readonly delay?: readonly string[];
}

const knowledge = loadKnowledge();
const cases = ruleCases('hip-surgery');

const unknown: HipFracturePatient = {
  site: 'not-recorded',
  garden: 'not-recorded',
  xray: 'not-recorded',
  canBearWeight: 'not-recorded',
  age: 'not-recorded',
  asa: 'not-recorded',
  egfr: 'not-recorded',
  bmi: 'not-recorded',
  fac: 'not-recorded',
  lifeExpectancyWeeks: 'not-recorded',
  institutionalised: 'not-recorded',
  walkedOutdoors: 'not-recorded',
  cognitiveImpairment: 'not-recorded',
  fitForProsthesis: 'not-recorded',
  goodReductionPossible: 'not-recorded',
  bedbound: 'not-recorded',
  palliative: 'not-recorded',
  pathologicalOrAtypical: 'not-recorded',
};

const inOrder: Partial<HipFracturePatient> = {
  xray: 'fracture',
  canBearWeight: 'no',
  asa: 2,
  egfr: 80,
  bmi: 24,
  fac: 4,
  lifeExpectancyWeeks: 500,
  institutionalised: 'no',
  walkedOutdoors: 'no',
  cognitiveImpairment: 'no',
  fitForProsthesis: 'no',
  goodReductionPossible: 'no',
  bedbound: 'no',
  palliative: 'no',
  pathologicalOrAtypical: 'no',
};

function day(text: string | undefined): CalendarDate | 'not-recorded' {
  return text === undefined ? 'not-recorded' : knownDate(text);
}

function answer(given: Given, on: string, from: Knowledge): Shown {
  const rules = unwrapped(hipFractureRulesOn(from, knownDate(on), new Set()));
  if (given.ask === 'options') {
    return shownPathway(hipFractureOptions(over(unknown, inOrder, given.patient ?? {}), rules));
  }
  const { admitted, operated, age, delay = [] } = given;
  const days = {
    admitted: day(admitted),
    operated: day(operated),
    age: age ?? ('not-recorded' as const),
    delayReasons: delay,
  };
  const { times, excused } = timesToSurgery(days, rules);
  return {
    times: times.map(({ definition, outcome }) => `${definition} ${outcome}`),
    excused,
    because: [...times.flatMap(({ reasons }) => reasons), ...(excused.length > 0 ? ['HS19'] : [])],
    ask: times.flatMap(({ missing }) => missing),
  };
}

test('the cases of the broken hip are there to be run', () => {
  expect(cases.length).toBeGreaterThan(20);
});

testCases(cases, answer, asDecided);
testThresholds(cases, answer, asDecided, ['hip-surgery.']);

test('every rule of hip surgery is named in its code, and no other', () => {
  const used = rulesNamedIn(import.meta.dirname, ['HS']);
  const rules = Object.values(knowledge.rules).filter(({ topic }) => topic === 'hip-surgery');
  expect([...used].toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
});
