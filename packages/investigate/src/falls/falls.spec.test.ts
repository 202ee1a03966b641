// Runs every case of knowledge/rules/falls.cases.yaml. The cases are the specification; this file gives their words a type.

import { knownDate, parseCode } from '@breekpunt/core';
import { type Knowledge, loadKnowledge, ruleCases } from '@breekpunt/knowledge';
import {
  asFound,
  rulesNamedIn,
  testCases,
  testThresholds,
  unwrapped,
} from '@breekpunt/knowledge/test/rule-cases';
import { expect, test } from 'vitest';
import { completedHistory, type FallHistory, historyRefusals } from './fall-history.ts';
import { fallPlan } from './fall-plan.ts';
import { fallRisk, modifiedWorldClass } from './fall-risk.ts';
import { fallRiskDrugs } from './fall-risk-drugs.ts';
import { type FallRules, fallRulesOn } from './fall-rules.ts';
import { type BloodPressure, orthostaticAnswer } from './orthostatic-test.ts';

type Pressure = readonly [number, number];

interface Given extends Partial<FallHistory> {
  readonly ask: string;
  readonly country?: 'BE' | 'NL';
  readonly age?: number;
  readonly 'no-to-the-rest'?: 'yes';
  readonly lying?: Pressure;
  readonly standing?: Readonly<Record<string, Pressure>>;
  readonly drugs?: readonly string[];
}

const knowledge = loadKnowledge();
const cases = ruleCases('falls');

function historyOf(given: Given): FallHistory {
  const rest = given['no-to-the-rest'] === 'yes' ? 'no' : 'not-recorded';
  return {
    ageYears: given.age ?? null,
    fractureFromFall: given.fractureFromFall ?? rest,
    fellInLastYear: given.fellInLastYear ?? 'not-recorded',
    numberOfFalls: given.numberOfFalls ?? null,
    unsteady: given.unsteady ?? rest,
    worriedAboutFalling: given.worriedAboutFalling ?? rest,
    injuryNeedingPhysician: given.injuryNeedingPhysician ?? rest,
    emergencyDepartment: given.emergencyDepartment ?? rest,
    onFloorForAnHour: given.onFloorForAnHour ?? rest,
    lostConsciousness: given.lostConsciousness ?? rest,
    frail: given.frail ?? rest,
    gaitOrBalanceProblem: given.gaitOrBalanceProblem ?? rest,
    gaitSpeed: given.gaitSpeed ?? 'not-recorded',
    timedUpAndGo: given.timedUpAndGo ?? 'not-recorded',
    chairStand: given.chairStand ?? 'not-recorded',
  };
}

const pressure = ([systolic, diastolic]: Pressure): BloodPressure => ({ systolic, diastolic });

function answer(given: Given, on: string, from: Knowledge): object {
  const today = knownDate(on);
  const rules: FallRules = unwrapped(fallRulesOn(from, today));
  const history = historyOf(given);
  const country = given.country ?? 'NL';
  switch (given.ask) {
    case 'risk': {
      expect(historyRefusals(history, rules)).toEqual([]);
      const found = fallRisk(history, country, rules);
      return { ...found, because: found.reasons };
    }
    case 'modified':
      return modifiedWorldClass(fallRisk(history, country, rules), history.timedUpAndGo, rules);
    case 'orthostatic': {
      const standing = Object.entries(given.standing ?? {}).map(([minutes, each]) => ({
        ...pressure(each),
        minutes: Number(minutes),
      }));
      const lying = given.lying === undefined ? null : pressure(given.lying);
      const found = orthostaticAnswer({ lying, standing, unableToStand: false }, rules);
      if (found.ok) return found.value;
      const { error } = found;
      return {
        refused: [
          'range' in error
            ? `${error.quantity} from ${error.range.least} to ${error.range.most}`
            : error.kind,
        ],
      };
    }
    case 'drugs': {
      const drugs = given.drugs?.map((code) => unwrapped(parseCode('atc', code))) ?? null;
      const found = fallRiskDrugs(drugs, rules);
      return { ...found, found: found.found.map(({ code }) => code) };
    }
    case 'plan': {
      const found = fallPlan(fallRisk(history, country, rules), [], today, rules);
      return { ...found, openCount: found.open.length, because: found.reasons };
    }
    case 'enter':
      return {
        refused: historyRefusals(history, rules).map((each) =>
          each.kind === 'contradiction'
            ? each.between.join(' against ')
            : `${each.quantity} from ${each.range.least} to ${each.range.most}`,
        ),
      };
    default:
      throw new Error(`"${given.ask}" is not a question of these cases`);
  }
}

test('the falls cases are there to be run', () => {
  expect(cases.length).toBeGreaterThan(35);
});

testCases(cases, answer, asFound);
testThresholds(cases, answer, asFound, ['falls.']);

test('[FA1] a fracture by a fall fills in the fall and the injury, and overwrites nothing', () => {
  const filled = completedHistory(historyOf({ ask: '', fractureFromFall: 'yes' }));
  expect(filled).toMatchObject({ fellInLastYear: 'yes', injuryNeedingPhysician: 'yes', numberOfFalls: null });
  const stated = completedHistory(
    historyOf({ ask: '', fractureFromFall: 'yes', numberOfFalls: 4, frail: 'no' }),
  );
  expect(stated).toMatchObject({ numberOfFalls: 4, frail: 'no' });
});

test('every rule id that this folder names is a rule; the choice of rule set and the refusals name none', () => {
  const used = rulesNamedIn(import.meta.dirname, ['FA']);
  const rules = Object.values(knowledge.rules).filter((rule) => rule.topic === 'falls');
  expect([...used].filter((id) => knowledge.rules[id] === undefined)).toEqual([]);
  expect(rules.map(({ id }) => id).filter((id) => !used.has(id))).toEqual(['FA17', 'FA16']);
});
