// What must hold for every vertebra and every spine, whatever its heights.

import { knownDate, type VertebralLevel } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparedSpines } from './compared-spines.ts';
import { genantGrade } from './genant-grade.ts';
import { kyphosisAngle } from './kyphosis.ts';
import { measureVertebra } from './measured-vertebra.ts';
import { measuredGrades, spineSummary, visualGrades } from './spine-summary.ts';
import { heightsFromPoints, type VertebraHeights } from './vertebra-heights.ts';
import { parseReadings, type VertebraReading } from './vertebra-reading.ts';
import { gradingNames, vfaRulesOn } from './vfa-rules.ts';

const settings = { seed: 20261121, numRuns: 300 };
const today = knownDate('2026-11-21');
const knowledge = loadKnowledge();
const rulesFor = (name: (typeof gradingNames)[number]) => {
  const read = vfaRulesOn(knowledge, name, today);
  if (!read.ok) throw new Error('no morphometry rules today');
  return read.value;
};
const rules = rulesFor('nhg');

const height = fc.integer({ min: 40, max: 500 }).map((tenths) => tenths / 10);
const body: fc.Arbitrary<VertebraHeights> = fc.record({
  anterior: height,
  middle: height,
  posterior: height,
  unit: fc.constant('mm' as const),
});

test('[VF5] the same vertebra enlarged has the same grade and shape', () => {
  fc.assert(
    fc.property(body, body, fc.integer({ min: 2, max: 9 }), (own, neighbour, times) => {
      const large = (each: VertebraHeights): VertebraHeights => ({
        anterior: each.anterior * times,
        middle: each.middle * times,
        posterior: each.posterior * times,
        unit: 'pixel',
      });
      const one = measureVertebra(own, [neighbour], rules.grading);
      const other = measureVertebra(large(own), [large(neighbour)], rules.grading);
      expect(other.graded).toEqual(one.graded);
      expect(other.shape).toBe(one.shape);
      expect(other.losses.every(({ mm }) => mm === null)).toBe(true);
    }),
    settings,
  );
});

test('a lower front never gives a lower grade', () => {
  fc.assert(
    fc.property(body, body, height, (own, neighbour, front) => {
      const [low, high] = front <= own.anterior ? [front, own.anterior] : [own.anterior, front];
      const grade = (anterior: number) =>
        measureVertebra({ ...own, anterior }, [neighbour], rules.grading).graded.grade;
      expect(grade(low)).toBeGreaterThanOrEqual(grade(high));
    }),
    settings,
  );
});

test('knowing the neighbours never lowers a grade', () => {
  fc.assert(
    fc.property(body, body, (own, neighbour) => {
      const alone = measureVertebra(own, [], rules.grading);
      const beside = measureVertebra(own, [neighbour], rules.grading);
      expect(alone.atLeast).toBe(true);
      expect(beside.graded.grade).toBeGreaterThanOrEqual(alone.graded.grade);
    }),
    settings,
  );
});

test.each([
  [19.99, 0],
  [20, 1],
  [24.99, 1],
  [25, 2],
  [39.99, 2],
  [40, 3],
  [100, 3],
  [-5, 0],
] as const)('[VF2] a loss of %s %% is grade %i by the Dutch reading', (loss, grade) => {
  expect(genantGrade(loss, rules.grading).grade).toBe(grade);
});

test('[VF3] the readings differ at 25 and 40 % and nowhere else', () => {
  const readings = gradingNames.map((name) => rulesFor(name).grading);
  for (let hundredths = 0; hundredths <= 6000; hundredths += 1) {
    const loss = hundredths / 100;
    const grades = new Set(readings.map((grading) => genantGrade(loss, grading).grade));
    expect(grades.size > 1, `${loss} %`).toBe(loss === 25 || loss === 40);
    for (const grading of readings) {
      expect(genantGrade(loss, grading).disputed, `${loss} %`).toBe(loss === 25 || loss === 40);
    }
  }
});

const readings: fc.Arbitrary<readonly VertebraReading[]> = fc
  .tuple(
    ...rules.levels.map((level) =>
      fc.constantFrom<VertebraReading | null>(
        null,
        { level, readability: 'not-readable', visual: null, heights: null },
        { level, readability: 'not-recorded', visual: null, heights: null },
        { level, readability: 'readable', visual: null, heights: null },
        ...([0, 0, 0.5, 1, 2, 3] as const).map((grade) => ({
          level,
          readability: 'readable' as const,
          visual: { grade, shape: null },
          heights: null,
        })),
      ),
    ),
  )
  .map((all) => all.filter((each) => each !== null));

test('[VF1] "no fracture" is only ever said of a spine in which every vertebra has a grade of 0', () => {
  fc.assert(
    fc.property(readings, (given) => {
      const summary = spineSummary(visualGrades(given, rules));
      expect(summary.readable + summary.notReadable.length + summary.notRecorded.length).toBe(13);
      const sound = given.filter(({ visual }) => visual?.grade === 0).length === 13;
      expect(summary.anyFracture === 'no').toBe(sound);
    }),
    settings,
  );
});

test('[VF1] what is not read can only open an answer, never settle it', () => {
  fc.assert(
    fc.property(readings, fc.nat({ max: 12 }), (given, which) => {
      const less = given.filter(({ level }) => level !== rules.levels[which]);
      const [all, fewer] = [given, less].map(
        (each) => spineSummary(visualGrades(each, rules)).gradeTwoOrMore,
      );
      if (fewer !== 'not-recorded') expect(all).toBe(fewer);
    }),
    settings,
  );
});

test('[VF15, VF17] a reading compared with itself a year later shows nothing new', () => {
  fc.assert(
    fc.property(readings, (given) => {
      const grades = visualGrades(given, rules);
      const dated = (date: string) =>
        ({ date: knownDate(date), by: 'visual', grading: null, grades }) as const;
      const compared = comparedSpines(dated('2025-11-21'), dated('2026-11-21'));
      const changes = compared.ok ? compared.value.map(({ change }) => change) : ['refused'];
      expect(changes.filter((change) => !['none', 'prevalent', 'cannot-tell'].includes(change))).toEqual([]);
    }),
    settings,
  );
});

test('[VF16] two readings of the same day, and an eye against a ruler, are not compared', () => {
  const grades = visualGrades([], rules);
  const one = { date: today, by: 'visual', grading: null, grades } as const;
  expect(comparedSpines(one, one)).toEqual({ ok: false, error: { kind: 'not-later' } });
  const ruler = { date: knownDate('2027-01-01'), by: 'measured', grading: 'nhg', grades } as const;
  expect(comparedSpines(one, ruler)).toEqual({ ok: false, error: { kind: 'different-method' } });
});

test('[VF20] a grade of an unreadable vertebra, a vertebra named twice and L5 are refused together', () => {
  const row = (level: VertebralLevel, readability: VertebraReading['readability']): VertebraReading => ({
    level,
    readability,
    visual: { grade: 1, shape: null },
    heights: null,
  });
  const refused = parseReadings(
    [row('L1', 'not-readable'), row('L1', 'readable'), row('L5', 'readable')],
    rules,
  );
  const kinds = refused.ok ? [] : refused.error.map(({ kind }) => kind);
  expect(kinds).toEqual(['graded-but-not-readable', 'level-twice', 'level-not-read-here']);
});

test('[VF10] a vertebra measured but not graded by eye is counted by the ruler alone', () => {
  const heights: VertebraHeights = { anterior: 14, middle: 20, posterior: 20, unit: 'mm' };
  const given: VertebraReading[] = [{ level: 'L1', readability: 'readable', visual: null, heights }];
  const vertebra = measureVertebra(heights, [heights], rules.grading);
  const byRuler = spineSummary(measuredGrades(given, new Map([['L1', vertebra]]), rules));
  expect(byRuler.fractured).toEqual(['L1']);
  expect(spineSummary(visualGrades(given, rules)).fractured).toEqual([]);
});

test('[VF18] turning or mirroring the image changes neither the angle nor whether it is a kyphosis', () => {
  const degrees = fc.integer({ min: -60, max: 60 });
  fc.assert(
    fc.property(
      degrees,
      degrees,
      fc.integer({ min: -40, max: 40 }),
      fc.boolean(),
      (up, down, turn, mirror) => {
        const plate = (tilt: number, y: number) => {
          const angle = (tilt * Math.PI) / 180;
          const [x, fall] = [Math.cos(angle) * 20, Math.sin(angle) * 20];
          return { anterior: { x: -x, y: y + fall }, posterior: { x, y: y - fall } };
        };
        const moved = ({ x, y }: { x: number; y: number }) => {
          const angle = (turn * Math.PI) / 180;
          const sign = mirror ? -1 : 1;
          return {
            x: sign * (x * Math.cos(angle) - y * Math.sin(angle)),
            y: x * Math.sin(angle) + y * Math.cos(angle),
          };
        };
        const movedPlate = (each: ReturnType<typeof plate>) => ({
          anterior: moved(each.anterior),
          posterior: moved(each.posterior),
        });
        const one = kyphosisAngle(plate(up, 0), plate(down, 200), null);
        const other = kyphosisAngle(movedPlate(plate(up, 0)), movedPlate(plate(down, 200)), null);
        if (!one.ok || !other.ok) throw new Error('both endplates have a length');
        expect(other.value.degrees).toBeCloseTo(one.value.degrees, 9);
        expect(one.value.degrees).toBeCloseTo(Math.abs(up - down), 9);
        if (up !== down) {
          expect(other.value.direction).toBe(one.value.direction);
          expect(one.value.direction).toBe(up > down ? 'kyphosis' : 'lordosis');
        }
      },
    ),
    settings,
  );
});

test('[VF20] two points on one spot, a missing point and crossed points are refused', () => {
  const upper = { anterior: { x: 0, y: 0 }, middle: { x: 20, y: 0 }, posterior: { x: 40, y: 0 } };
  const lower = { anterior: { x: 0, y: 30 }, middle: { x: 20, y: 30 }, posterior: { x: 40, y: 30 } };
  const refused = (points: Parameters<typeof heightsFromPoints>[0]) =>
    !heightsFromPoints(points, null, rules.plausibleHeight).ok;
  expect(refused({ upper, lower })).toBe(false);
  expect(refused({ upper, lower: { ...lower, middle: upper.middle } })).toBe(true);
  expect(refused({ upper, lower: { ...lower, middle: { x: Number.NaN, y: 30 } } })).toBe(true);
  expect(refused({ upper, lower: { ...lower, anterior: lower.posterior, posterior: lower.anterior } })).toBe(
    true,
  );
  expect(kyphosisAngle({ anterior: { x: 1, y: 1 }, posterior: { x: 1, y: 1 } }, lower, null)).toEqual({
    ok: false,
    error: { kind: 'endplate-without-length' },
  });
});
