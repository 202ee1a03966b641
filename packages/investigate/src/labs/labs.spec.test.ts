// Runs every case of knowledge/rules/labs.cases.yaml. The cases are the specification; this file gives their words a type.

import { type Answer, knownDate, type Sex } from '@breekpunt/core';
import { type Knowledge, loadKnowledge, numberOn, ruleCases } from '@breekpunt/knowledge';
import {
  asFound,
  rulesNamedIn,
  testCases,
  testThresholds,
  unwrapped,
} from '@breekpunt/knowledge/test/rule-cases';
import { expect, test } from 'vitest';
import { correctedCalcium } from './corrected-calcium.ts';
import { creatinineClearance, filtrationRate } from './kidney-function.ts';
import { labFindings } from './lab-findings.ts';
import { extendedPanelAsked, panelAsked, panelStatus } from './lab-panel.ts';
import { type LabRules, labRulesOn, panelRulesOn } from './lab-rules.ts';
import {
  canonicalUnits,
  type LabResult,
  type LabTest,
  type MeasuredTest,
  type SentResult,
} from './lab-test.ts';
import { parseResult } from './parse-result.ts';
import { resultLevel } from './result-level.ts';
import { secondLineAsked } from './second-line.ts';

interface StatedResult {
  readonly value: number;
  readonly unit: string;
  readonly low?: number;
  readonly high?: number;
}

interface Given extends Partial<StatedResult> {
  readonly ask: string;
  readonly country?: 'BE' | 'NL';
  readonly sex?: Sex;
  readonly age?: number;
  readonly t?: number;
  readonly recentFracture?: Answer;
  readonly osteoporosis?: Answer;
  readonly drugIndicated?: Answer;
  readonly multipleUnexplainedFractures?: Answer;
  readonly severeOrUnexplained?: Answer;
  readonly multipleFractures?: Answer;
  readonly cluesInHistory?: Answer;
  readonly longLastingPain?: Answer;
  readonly extended?: 'yes';
  readonly present?: readonly LabTest[];
  readonly test?: MeasuredTest;
  readonly adjusted?: 'yes' | 'no' | 'not-recorded';
  readonly results?: Readonly<Partial<Record<MeasuredTest, number | StatedResult>>>;
  readonly mProtein?: 'yes' | 'no';
  readonly creatinine?: number;
  readonly weight?: number;
}

const knowledge = loadKnowledge();
const cases = ruleCases('labs');

function sent(test: MeasuredTest, stated: number | StatedResult, given: Given, on: string): SentResult {
  const {
    value: number,
    unit,
    low,
    high,
  } = typeof stated === 'number'
    ? { value: stated, unit: canonicalUnits[test], low: undefined, high: undefined }
    : stated;
  const range = low === undefined && high === undefined ? null : { low: low ?? null, high: high ?? null };
  return {
    test,
    value: number,
    unit,
    date: knownDate(on),
    range,
    adjustedForAlbumin: given.adjusted ?? 'no',
  };
}

function resultsOf(given: Given, on: string, rules: LabRules): LabResult[] {
  return Object.entries(given.results ?? {}).map(([test, stated]) =>
    unwrapped(parseResult(sent(test as MeasuredTest, stated, given, on), rules)),
  );
}

const rounded = (number: number, digits = 6): number => Number(number.toFixed(digits));

function answer(given: Given, on: string, from: Knowledge): object {
  const today = knownDate(on);
  const rules = unwrapped(labRulesOn(from, today));
  const {
    sex = 'not-recorded',
    age = null,
    recentFracture = 'not-recorded',
    osteoporosis = 'not-recorded',
  } = given;
  const unknown = 'not-recorded';
  switch (given.ask) {
    case 'asked': {
      const panel = unwrapped(panelRulesOn(from, given.country ?? 'NL', today));
      const { drugIndicated = unknown, t = null } = given;
      const found = panelAsked(
        { ageYears: age, recentFracture, lowestTScore: t, osteoporosis, drugIndicated },
        panel,
      );
      return { ...found, because: found.reasons };
    }
    case 'extend': {
      const found = extendedPanelAsked({
        severeOrUnexplained: given.severeOrUnexplained ?? unknown,
        multipleFractures: given.multipleFractures ?? unknown,
        cluesInHistory: given.cluesInHistory ?? unknown,
        longLastingPain: given.longLastingPain ?? unknown,
      });
      return { ...found, because: found.reasons };
    }
    case 'panel': {
      const panel = unwrapped(panelRulesOn(from, given.country ?? 'NL', today));
      const context = { sex, ageYears: age, recentFracture, extended: given.extended === 'yes' };
      const found = panelStatus(given.present ?? [], context, panel);
      return { ...found, because: found.reasons };
    }
    case 'second-line': {
      const belowAge = unwrapped(numberOn(from, 'labs.second-line-below-age', today));
      const { multipleUnexplainedFractures = unknown } = given;
      const found = secondLineAsked({ ageYears: age, osteoporosis, multipleUnexplainedFractures }, belowAge);
      return { ...found, because: found.reasons };
    }
    case 'convert': {
      const { test = 'calcium', value: number = 0, unit = '' } = given;
      const found = parseResult(sent(test, { value: number, unit }, given, on), rules);
      if (found.ok) return { value: rounded(found.value.value), unit: found.value.unit };
      const { error } = found;
      if (error.kind === 'unknown-unit') return { refused: error.expected };
      return 'range' in error
        ? { refused: [`${error.quantity} from ${error.range.least} to ${error.range.most}`] }
        : { refused: [error.kind] };
    }
    case 'level': {
      const { test = 'calcium', value: number = 0, unit = '', low, high } = given;
      const stated = {
        value: number,
        unit,
        ...(low === undefined ? {} : { low }),
        ...(high === undefined ? {} : { high }),
      };
      return resultLevel(unwrapped(parseResult(sent(test, stated, given, on), rules)), sex, rules);
    }
    case 'calcium': {
      const results = resultsOf(given, on, rules);
      const of = (test: MeasuredTest) => results.find((each) => each.test === test) ?? null;
      const found = correctedCalcium(of('calcium'), of('albumin'), rules);
      return found.outcome === 'known' ? { ...found, value: rounded(found.value) } : found;
    }
    case 'kidney': {
      const input = { sex, ageYears: age, creatinine: given.creatinine ?? null };
      const rate = filtrationRate(input, rules);
      const clearance = creatinineClearance({ ...input, weightKg: given.weight ?? null }, rules);
      const missing = (result: typeof rate | typeof clearance) =>
        !result.ok && result.error.kind === 'missing' ? result.error.missing : [];
      return {
        egfr: rate.ok ? rounded(rate.value.value, 1) : null,
        stage: rate.ok ? rate.value.stage : null,
        clearance: clearance.ok ? rounded(clearance.value.value, 1) : null,
        egfrMissing: missing(rate),
        clearanceMissing: missing(clearance),
      };
    }
    case 'findings': {
      const protein =
        given.mProtein === undefined
          ? null
          : { test: 'm-protein' as const, found: given.mProtein, date: today };
      const found = labFindings(
        resultsOf(given, on, rules),
        protein,
        { sex, ageYears: age, recentFracture },
        rules,
      );
      // Albumin is sent along with calcium; only what is found or not judged is compared.
      return {
        findings: Object.fromEntries(found.findings.map(({ test, next }) => [test, next])),
        notJudged: Object.fromEntries(found.notJudged.map(({ test, missing }) => [test, missing])),
        because: found.findings.flatMap(({ reasons }) => reasons),
      };
    }
    default:
      throw new Error(`"${given.ask}" is not a question of these cases`);
  }
}

test('the laboratory cases are there to be run', () => {
  expect(cases.length).toBeGreaterThan(45);
});

testCases(cases, answer, asFound);
testThresholds(cases, answer, asFound, ['labs.'], {
  'labs.reference-esr-female': 'no rate lies below nothing',
  'labs.reference-esr-male': 'no rate lies below nothing',
});

test('every rule id that this folder names is a rule; those without one are shown by refusals', () => {
  const used = rulesNamedIn(import.meta.dirname, ['LB']);
  const rules = Object.values(knowledge.rules).filter((rule) => rule.topic === 'labs');
  expect([...used].filter((id) => knowledge.rules[id] === undefined)).toEqual([]);
  expect(rules.map(({ id }) => id).filter((id) => !used.has(id))).toEqual(['LB22', 'LB23', 'LB26']);
});
