// Runs every case of knowledge/rules/vfa.cases.yaml. The cases are the specification; this file gives their words a type.

import { knownDate, type VertebralLevel } from '@breekpunt/core';
import { type Knowledge, loadKnowledge, ruleCases } from '@breekpunt/knowledge';
import {
  asFound,
  rulesNamedIn,
  testCases,
  testThresholds,
  unwrapped,
} from '@breekpunt/knowledge/test/rule-cases';
import { expect, test } from 'vitest';
import { comparedSpines } from './compared-spines.ts';
import { meetsHeightCriterion } from './height-criterion.ts';
import { kyphosisAngle, kyphosisClass } from './kyphosis.ts';
import { type MeasuredVertebra, measureSpine, measureVertebra } from './measured-vertebra.ts';
import { type LevelGrade, spineSummary, visualGrades } from './spine-summary.ts';
import { heightsFromPoints, parseHeights, type SixPoints, type VertebraHeights } from './vertebra-heights.ts';
import { gradeAgreement, type VertebraReading, type VisualGrade } from './vertebra-reading.ts';
import { belgianHeightCriterionOn, type GradingName, type VfaRules, vfaRulesOn } from './vfa-rules.ts';

type Triple = readonly [number, number, number];
type StatedGrade = VisualGrade | 'unread';

interface Given {
  readonly ask: string;
  readonly reading?: GradingName;
  readonly heights?: Triple;
  readonly above?: Triple;
  readonly below?: Triple;
  readonly pixels?: 'yes';
  readonly level?: VertebralLevel;
  readonly spineHeights?: Readonly<Partial<Record<VertebralLevel, Triple>>>;
  readonly visual?: VisualGrade;
  readonly spine?: Readonly<Partial<Record<VertebralLevel, StatedGrade>>>;
  readonly rest?: VisualGrade;
  readonly before?: StatedGrade;
  readonly after?: StatedGrade;
  readonly upperTilt?: number;
  readonly lowerTilt?: number;
  readonly turned?: 'yes';
  readonly pixel?: number;
}

const knowledge = loadKnowledge();
const cases = ruleCases('vfa');

function heightsFrom([anterior, middle, posterior]: Triple, given: Given): VertebraHeights {
  return { anterior, middle, posterior, unit: given.pixels === 'yes' ? 'pixel' : 'mm' };
}

function measured(given: Given, rules: VfaRules): MeasuredVertebra | null {
  if (given.heights === undefined) return null;
  const beside = [given.above, given.below].filter((each) => each !== undefined);
  const neighbours = beside.map((each) => heightsFrom(each, given));
  return measureVertebra(heightsFrom(given.heights, given), neighbours, rules.grading);
}

function shown(found: MeasuredVertebra | null | undefined): object {
  if (found === null || found === undefined) throw new Error('a case about heights gives them');
  return {
    grade: found.graded.grade,
    reading: found.graded.grading,
    disputed: found.graded.disputed,
    shape: found.shape,
    greatestAt: found.greatest.position,
    atLeast: found.atLeast,
    missing: found.missing,
    because: found.reasons,
  };
}

function readingOf(level: VertebralLevel, grade: StatedGrade | undefined): VertebraReading[] {
  if (grade === undefined) return [];
  if (grade === 'unread') return [{ level, readability: 'not-readable', visual: null, heights: null }];
  return [{ level, readability: 'readable', visual: { grade, shape: null }, heights: null }];
}

function tilted(degrees: number, y: number) {
  const turn = (degrees * Math.PI) / 180;
  const [x, down] = [Math.cos(turn) * 20, Math.sin(turn) * 20];
  return { anterior: { x: 100 - x, y: y + down }, posterior: { x: 100 + x, y: y - down } };
}

function answer(given: Given, on: string, from: Knowledge): object {
  const today = knownDate(on);
  const rules = unwrapped(vfaRulesOn(from, given.reading ?? 'nhg', today));
  switch (given.ask) {
    case 'measure':
      return shown(measured(given, rules));
    case 'measure-spine': {
      const heights = Object.fromEntries(
        Object.entries(given.spineHeights ?? {}).map(([level, triple]) => [
          level,
          heightsFrom(triple, given),
        ]),
      );
      return shown(measureSpine(heights, rules.grading).get(given.level ?? 'L1'));
    }
    case 'belgium': {
      const vertebra = measured(given, rules);
      if (vertebra === null) throw new Error('a case about Belgium gives heights');
      const found = meetsHeightCriterion(vertebra, unwrapped(belgianHeightCriterionOn(from, today)));
      return { ...found, because: found.reasons };
    }
    case 'agreement':
      return gradeAgreement(given.visual ?? null, measured(given, rules));
    case 'spine': {
      const readings = rules.levels.flatMap((level) => readingOf(level, given.spine?.[level] ?? given.rest));
      const found = spineSummary(visualGrades(readings, rules));
      return { ...found, because: found.reasons };
    }
    case 'compare': {
      const level = given.level ?? 'L1';
      const grades = (grade: StatedGrade | undefined): readonly LevelGrade[] =>
        visualGrades(readingOf(level, grade), { ...rules, levels: [level] });
      const one = {
        by: 'visual',
        grading: null,
        date: knownDate('2024-11-21'),
        grades: grades(given.before),
      } as const;
      const other = { ...one, date: today, grades: grades(given.after) };
      const [found] = unwrapped(comparedSpines(one, other));
      return { ...found, because: found?.reasons };
    }
    case 'kyphosis': {
      const [upper, lower] = [tilted(given.upperTilt ?? 0, 100), tilted(given.lowerTilt ?? 0, 300)];
      const found = unwrapped(kyphosisAngle(upper, lower, null));
      return { ...found, degrees: Math.round(found.degrees * 1e6) / 1e6, class: kyphosisClass(found, rules) };
    }
    case 'enter': {
      const entered = parseHeights(heightsFrom(given.heights ?? [0, 0, 0], given), rules.plausibleHeight);
      if (entered.ok) return { refused: [] };
      const { quantity, range } = entered.error;
      return { refused: [`${quantity} from ${range.least} to ${range.most}`] };
    }
    case 'points': {
      const body: SixPoints = {
        upper: { anterior: { x: 10, y: 10 }, middle: { x: 40, y: 4 }, posterior: { x: 70, y: 0 } },
        lower: { anterior: { x: 10, y: 40 }, middle: { x: 40, y: 40 }, posterior: { x: 70, y: 40 } },
      };
      const points = given.turned === 'yes' ? { upper: body.lower, lower: body.upper } : body;
      const size = given.pixel === undefined ? null : { across: given.pixel, down: given.pixel };
      const found = heightsFromPoints(points, size, rules.plausibleHeight);
      return found.ok ? { refused: [], heights: found.value } : { refused: [found.error.kind] };
    }
    default:
      throw new Error(`"${given.ask}" is not a question of these cases`);
  }
}

test('the morphometry cases are there to be run', () => {
  expect(cases.length).toBeGreaterThan(35);
});

testCases(cases, answer, asFound);
testThresholds(cases, answer, asFound, ['vfa.', 'vertebral.', 'reimbursement.']);

test('every rule id that this folder names is a rule; those without one are shown by shapes, refusals and classes', () => {
  const used = rulesNamedIn(import.meta.dirname, ['VF']);
  const rules = Object.values(knowledge.rules).filter((rule) => rule.topic === 'vfa');
  expect([...used].filter((id) => knowledge.rules[id] === undefined)).toEqual([]);
  const silent = ['VF7', 'VF8', 'VF19', 'VF20', 'VF21'];
  expect(rules.map(({ id }) => id).filter((id) => !used.has(id) && !silent.includes(id))).toEqual([]);
});
