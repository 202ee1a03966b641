// What the heights of a vertebra amount to: losses at each border, in percent and in millimetres, shape and grade.
// Decision: every loss says what it was compared with, and without sound neighbours a collapse of the whole body
// cannot be excluded, so the grade is then only a lower bound.

import { type VertebralLevel, vertebralLevels } from '@breekpunt/core';
import { type GradedLoss, genantGrade } from './genant-grade.ts';
import type { HeightPosition, VertebraHeights } from './vertebra-heights.ts';
import type { Grading } from './vfa-rules.ts';

export interface HeightLoss {
  readonly position: HeightPosition;
  readonly against: 'own-posterior' | 'neighbours';
  /** Percent of the height expected; negative when the body is higher there. */
  readonly percent: number;
  /** Null when the image has no scale. */
  readonly mm: number | null;
}

export type VertebraShape = 'normal' | 'wedge' | 'biconcave' | 'crush';

export interface MeasuredVertebra {
  readonly losses: readonly HeightLoss[];
  readonly greatest: HeightLoss;
  readonly shape: VertebraShape;
  readonly graded: GradedLoss;
  /** Without neighbours the grade may be higher than this. */
  readonly atLeast: boolean;
  readonly reasons: readonly string[];
  readonly missing: readonly 'neighbour-heights'[];
}

export type SpineHeights = Readonly<Partial<Record<VertebralLevel, VertebraHeights>>>;

/** `neighbours`: the heights of the sound bodies above and below, none, one or two. */
export function measureVertebra(
  heights: VertebraHeights,
  neighbours: readonly VertebraHeights[],
  grading: Grading,
): MeasuredVertebra {
  const sound = neighbours.filter(({ unit }) => unit === heights.unit);
  const losses = [...ownLosses(heights), ...lossesAgainst(heights, sound)];
  const greatest = losses.reduce((worst, each) => (each.percent > worst.percent ? each : worst));
  const graded = genantGrade(greatest.percent, grading);
  return {
    losses,
    greatest,
    shape: shapeOf(losses, graded, grading),
    graded,
    atLeast: sound.length === 0,
    reasons: [...graded.reasons, 'VF5', ...(sound.length === 0 ? ['VF9'] : ['VF6'])],
    missing: sound.length === 0 ? ['neighbour-heights'] : [],
  };
}

/** Every measured vertebra, compared with those of its neighbours that are not themselves deformed. */
export function measureSpine(
  heights: SpineHeights,
  grading: Grading,
): ReadonlyMap<VertebralLevel, MeasuredVertebra> {
  const measured = new Map<VertebralLevel, MeasuredVertebra>();
  vertebralLevels.forEach((level, index) => {
    const own = heights[level];
    if (own === undefined) return;
    const beside = [vertebralLevels[index - 1], vertebralLevels[index + 1]]
      .map((neighbour) => (neighbour === undefined ? undefined : heights[neighbour]))
      .filter((each) => each !== undefined)
      .filter((each) => isSound(each, grading));
    measured.set(level, measureVertebra(own, beside, grading));
  });
  return measured;
}

function isSound(heights: VertebraHeights, grading: Grading): boolean {
  return ownLosses(heights).every(({ percent }) => genantGrade(percent, grading).grade === 0);
}

function ownLosses(heights: VertebraHeights): HeightLoss[] {
  const loss = (position: HeightPosition): HeightLoss => ({
    position,
    against: 'own-posterior',
    ...lost(heights[position], heights.posterior, heights.unit),
  });
  return [loss('anterior'), loss('middle')];
}

function lossesAgainst(heights: VertebraHeights, neighbours: readonly VertebraHeights[]): HeightLoss[] {
  if (neighbours.length === 0) return [];
  const mean = (position: HeightPosition): number =>
    neighbours.reduce((sum, each) => sum + each[position], 0) / neighbours.length;
  return (['anterior', 'posterior'] as const).map((position) => ({
    position,
    against: 'neighbours',
    ...lost(heights[position], mean(position), heights.unit),
  }));
}

function lost(
  height: number,
  expected: number,
  unit: 'mm' | 'pixel',
): { percent: number; mm: number | null } {
  return {
    percent: ((expected - height) / expected) * 100,
    mm: unit === 'mm' ? expected - height : null,
  };
}

/** Crush when the back of the body has lost height too; otherwise whichever of front and middle lost more. */
function shapeOf(losses: readonly HeightLoss[], { grade }: GradedLoss, grading: Grading): VertebraShape {
  if (grade === 0) return 'normal';
  const greatestAt = (position: HeightPosition): number =>
    Math.max(...losses.filter((each) => each.position === position).map(({ percent }) => percent));
  if (genantGrade(greatestAt('posterior'), grading).grade > 0) return 'crush';
  return greatestAt('anterior') >= greatestAt('middle') ? 'wedge' : 'biconcave';
}
