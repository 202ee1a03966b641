// The class of a bone density: by T-score after menopause and in men from fifty, by Z-score before.
// Decision: a class better than osteoporosis is only given when every site that counts was seen; otherwise the answer
// is "cannot tell", with the class as far as known beside it.

import type { Answer, Sex, VertebralLevel } from '@breekpunt/core';
import type { DxaRules } from './dxa-rules.ts';
import type { DxaScan } from './dxa-scan.ts';
import { type LowestSite, lowestSite, type ScoreKind } from './lowest-site.ts';

export type TScoreClass = 'normal' | 'low-bone-density' | 'osteoporosis' | 'severe-osteoporosis';
export type ZScoreClass = 'within-expected-range' | 'below-expected-range';

export interface DensityClass {
  readonly outcome: TScoreClass | ZScoreClass | 'cannot-tell';
  /** The best that what is recorded allows; it may still turn out worse. Null when nothing is known. */
  readonly asFarAsKnown: TScoreClass | ZScoreClass | null;
  /** The site that decided; null when nobody knows by which score to judge. */
  readonly lowest: LowestSite | null;
  readonly reasons: readonly string[];
  readonly missing: readonly string[];
}

export interface DensityPatient {
  readonly sex: Sex;
  /** Completed years at the scan; null when not recorded. */
  readonly ageYears: number | null;
  readonly postmenopausal: Answer;
  readonly fragilityFracture: Answer;
}

/** The class of a T-score alone; the value of the boundary itself is osteoporosis, and normal. */
export function tScoreClass(tScore: number, rules: DxaRules): Exclude<TScoreClass, 'severe-osteoporosis'> {
  if (tScore <= rules.osteoporosisAtMost) return 'osteoporosis';
  return tScore >= rules.normalFrom ? 'normal' : 'low-bone-density';
}

/** `fractured`: vertebrae that any examination showed to be broken. */
export function densityClass(
  scan: DxaScan,
  fractured: readonly VertebralLevel[],
  patient: DensityPatient,
  rules: DxaRules,
): DensityClass {
  const scale = scaleFor(patient, rules);
  if (scale.missing.length > 0) {
    return {
      outcome: 'cannot-tell',
      asFarAsKnown: null,
      lowest: null,
      reasons: ['DX10'],
      missing: scale.missing,
    };
  }
  const lowest = lowestSite(scan, fractured, rules, scale.by);
  return scale.by === 'zScore' ? zClass(lowest, rules) : tClass(lowest, patient, rules);
}

function scaleFor(
  { sex, ageYears, postmenopausal }: DensityPatient,
  rules: DxaRules,
): { by: ScoreKind; missing: readonly string[] } {
  if (sex !== 'female' && sex !== 'male') return { by: 'tScore', missing: ['sex'] };
  if (sex === 'female' && postmenopausal !== 'not-recorded') {
    return { by: postmenopausal === 'yes' ? 'tScore' : 'zScore', missing: [] };
  }
  if (ageYears === null) return { by: 'tScore', missing: ['age'] };
  if (ageYears >= rules.tScoreFromAge) return { by: 'tScore', missing: [] };
  return sex === 'male' ? { by: 'zScore', missing: [] } : { by: 'tScore', missing: ['menopause'] };
}

function tClass(lowest: LowestSite, { fragilityFracture }: DensityPatient, rules: DxaRules): DensityClass {
  const { score, missing } = lowest;
  if (score === null) {
    return { outcome: 'cannot-tell', asFarAsKnown: null, lowest, reasons: lowest.reasons, missing };
  }
  const found = tScoreClass(score.value, rules);
  if (found !== 'osteoporosis') {
    return missing.length === 0
      ? { outcome: found, asFarAsKnown: found, lowest, reasons: ['DX9'], missing }
      : { outcome: 'cannot-tell', asFarAsKnown: found, lowest, reasons: ['DX9', 'DX11'], missing };
  }
  if (fragilityFracture === 'yes') {
    const severe = 'severe-osteoporosis';
    return { outcome: severe, asFarAsKnown: severe, lowest, reasons: ['DX9', 'DX12'], missing };
  }
  const ask = fragilityFracture === 'not-recorded' ? [...missing, 'fragility-fracture'] : missing;
  return { outcome: found, asFarAsKnown: found, lowest, reasons: ['DX9'], missing: ask };
}

function zClass(lowest: LowestSite, rules: DxaRules): DensityClass {
  const { score, missing } = lowest;
  if (score === null)
    return { outcome: 'cannot-tell', asFarAsKnown: null, lowest, reasons: ['DX10'], missing };
  const found = score.value <= rules.zBelowExpectedAtMost ? 'below-expected-range' : 'within-expected-range';
  if (found === 'within-expected-range' && missing.length > 0) {
    return { outcome: 'cannot-tell', asFarAsKnown: found, lowest, reasons: ['DX10', 'DX11'], missing };
  }
  return { outcome: found, asFarAsKnown: found, lowest, reasons: ['DX10'], missing };
}
