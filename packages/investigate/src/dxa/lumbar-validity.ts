// Whether a lumbar bone density may be used. Decision: a vertebra known to be broken that is still in the value makes
// the value unusable, because a collapsed body is dense; the program names it and never recomputes the rest itself.

import { type VertebralLevel, vertebralLevels } from '@breekpunt/core';
import type { DxaRules } from './dxa-rules.ts';
import type { DxaMeasurement } from './dxa-scan.ts';

export type LumbarValidity =
  | { readonly outcome: 'valid'; readonly reasons: readonly ['DX1' | 'DX2'] }
  | {
      readonly outcome: 'not-valid';
      readonly reasons: readonly ['DX2' | 'DX3'];
      readonly levels: readonly VertebralLevel[];
    }
  | {
      readonly outcome: 'cannot-tell';
      readonly reasons: readonly ['DX4'];
      readonly missing: readonly ['vertebrae'];
    };

/** `fractured`: vertebrae that any examination showed to be broken. */
export function lumbarValidity(
  measurement: DxaMeasurement,
  fractured: readonly VertebralLevel[],
  rules: DxaRules,
): LumbarValidity {
  const { vertebrae } = measurement;
  if (vertebrae === null) return { outcome: 'cannot-tell', reasons: ['DX4'], missing: ['vertebrae'] };
  const distinct = [...new Set(vertebrae)];
  const broken = distinct.filter((level) => fractured.includes(level));
  if (broken.length > 0) return { outcome: 'not-valid', reasons: ['DX3'], levels: broken };
  if (distinct.length < rules.leastVertebrae)
    return { outcome: 'not-valid', reasons: ['DX2'], levels: distinct };
  return { outcome: 'valid', reasons: [distinct.length === 4 ? 'DX1' : 'DX2'] };
}

/**
 * Vertebrae whose T-score differs from a neighbour's by more than the limit: rule DX5 allows leaving one of the two
 * out. Which, and whether, a person decides on the picture.
 */
export function discordantVertebrae(
  tScores: Readonly<Partial<Record<VertebralLevel, number>>>,
  rules: DxaRules,
): readonly (readonly [VertebralLevel, VertebralLevel])[] {
  const pairs: [VertebralLevel, VertebralLevel][] = [];
  vertebralLevels.forEach((level, index) => {
    const below = vertebralLevels[index + 1];
    const upper = tScores[level];
    const lower = below === undefined ? undefined : tScores[below];
    if (below === undefined || upper === undefined || lower === undefined) return;
    // Scores are printed with one decimal: 1.0000000000000002 is 1.0.
    if (Math.abs(upper - lower) - rules.discordantAbove > 1e-9) pairs.push([level, below]);
  });
  return pairs;
}
