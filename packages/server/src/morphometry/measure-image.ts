// What the points set on an image amount to: heights, shape and grade of each vertebra, and the angle of the kyphosis.
// Decision: measured here and nowhere else, while the points are dragged as when they are saved, so that what is stored is
// what was shown. A vertebra with fewer than six points has no grade.

import { type CalendarDate, failure, type Result, success, type VertebralLevel } from '@breekpunt/core';
import {
  heightsFromPoints,
  kyphosisAngle,
  kyphosisClass,
  type MeasuredVertebra,
  measureSpine,
  type PixelSize,
  type Point,
  type SixPoints,
  type VertebraHeights,
  vfaRulesOn,
} from '@breekpunt/investigate';
import type { Knowledge, NoValueInForce } from '@breekpunt/knowledge';

/** Upper front, middle, back; lower front, middle, back. Null where none was set. */
export type PlacedPoints = readonly (Point | null)[];

export interface PlacedVertebra {
  readonly level: VertebralLevel;
  readonly points: PlacedPoints;
}

export interface KyphosisQuestion {
  readonly upper: VertebralLevel;
  readonly lower: VertebralLevel;
}

export type MeasuredLevel =
  | {
      readonly level: VertebralLevel;
      readonly state: 'measured';
      readonly heights: VertebraHeights;
      readonly measured: MeasuredVertebra;
    }
  | {
      readonly level: VertebralLevel;
      /** unfinished: fewer than six points. not-one-body: upside down or crossed. implausible: no such height exists. */
      readonly state: 'unfinished' | 'not-one-body' | 'implausible';
    };

export interface MeasuredImage {
  readonly levels: readonly MeasuredLevel[];
  /** Null when one of its two endplates was not set. */
  readonly kyphosis: {
    readonly upper: VertebralLevel;
    readonly lower: VertebralLevel;
    readonly degrees: number;
    readonly direction: 'kyphosis' | 'lordosis' | 'straight';
    readonly means: 'not-raised' | 'borderline' | 'hyperkyphosis';
    readonly reasons: readonly string[];
  } | null;
  /** The named reading of Genant's scale. */
  readonly grading: string;
}

export type MeasureRefused = NoValueInForce | { readonly kind: 'level-not-read-here' | 'level-twice' };

const grading = 'nhg';

/** The levels that are read, from above. */
export function readLevels(
  knowledge: Knowledge,
  today: CalendarDate,
): Result<readonly VertebralLevel[], NoValueInForce> {
  const rules = vfaRulesOn(knowledge, grading, today);
  return rules.ok ? success(rules.value.levels) : rules;
}

export function measureImage(
  knowledge: Knowledge,
  today: CalendarDate,
  vertebrae: readonly PlacedVertebra[],
  kyphosis: KyphosisQuestion | null,
  mm: PixelSize | null,
): Result<MeasuredImage, MeasureRefused> {
  const rules = vfaRulesOn(knowledge, grading, today);
  if (!rules.ok) return rules;
  const asked = vertebrae.map(({ level }) => level);
  if (asked.some((level) => !rules.value.levels.includes(level)))
    return failure({ kind: 'level-not-read-here' });
  if (new Set(asked).size < asked.length) return failure({ kind: 'level-twice' });
  const heights: Partial<Record<VertebralLevel, VertebraHeights>> = {};
  const refused = new Map<VertebralLevel, 'unfinished' | 'not-one-body' | 'implausible'>();
  for (const { level, points } of vertebrae) {
    const six = sixPoints(points);
    const found = six === null ? null : heightsFromPoints(six, mm, rules.value.plausibleHeight);
    if (found === null) refused.set(level, 'unfinished');
    else if (found.ok) heights[level] = found.value;
    else refused.set(level, found.error.kind === 'points-not-one-body' ? 'not-one-body' : 'implausible');
  }
  const measured = measureSpine(heights, rules.value.grading);
  return success({
    levels: asked.map((level) => {
      const [own, result] = [heights[level], measured.get(level)];
      return own === undefined || result === undefined
        ? { level, state: refused.get(level) ?? 'unfinished' }
        : { level, state: 'measured', heights: own, measured: result };
    }),
    kyphosis: angleOf(vertebrae, kyphosis, mm, (angle) => kyphosisClass(angle, rules.value)),
    grading: rules.value.grading.name,
  });
}

function angleOf(
  vertebrae: readonly PlacedVertebra[],
  question: KyphosisQuestion | null,
  mm: PixelSize | null,
  classOf: (angle: Parameters<typeof kyphosisClass>[0]) => ReturnType<typeof kyphosisClass>,
): MeasuredImage['kyphosis'] {
  if (question === null) return null;
  const points = (level: VertebralLevel): PlacedPoints =>
    vertebrae.find((each) => each.level === level)?.points ?? [];
  const [above, below] = [points(question.upper), points(question.lower)];
  const [front, back, lowFront, lowBack] = [above[0], above[2], below[3], below[5]];
  if (front == null || back == null || lowFront == null || lowBack == null) return null;
  const angle = kyphosisAngle(
    { anterior: front, posterior: back },
    { anterior: lowFront, posterior: lowBack },
    mm,
  );
  if (!angle.ok) return null;
  const { degrees, direction, reasons } = angle.value;
  return { ...question, degrees, direction, means: classOf(angle.value), reasons };
}

function sixPoints(points: PlacedPoints): SixPoints | null {
  const [a, b, c, d, e, f] = points;
  if (a == null || b == null || c == null || d == null || e == null || f == null) return null;
  return {
    upper: { anterior: a, middle: b, posterior: c },
    lower: { anterior: d, middle: e, posterior: f },
  };
}
