// The class of a bone density: by T-score after menopause and in men from fifty, by Z-score before.
// Decision: a class better than osteoporosis is only given when every site that counts was seen; otherwise the answer
// is "cannot tell", with the class as far as known beside it.

import type { Answer, Sex } from '@breekpunt/core';
import type { DxaRules } from './dxa-rules.ts';
import type { LowestSite } from './lowest-site.ts';

export type TScoreClass = 'normal' | 'low-bone-density' | 'osteoporosis' | 'severe-osteoporosis';
export type ZScoreClass = 'within-expected-range' | 'below-expected-range';

export interface DensityClass {
  readonly outcome: TScoreClass | ZScoreClass | 'cannot-tell';
  /** The best that what is recorded allows; it may still turn out worse. Null when nothing is known. */
  readonly asFarAsKnown: TScoreClass | ZScoreClass | null;
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

export function densityClass(lowest: LowestSite, patient: DensityPatient, rules: DxaRules): DensityClass {
  const scale = scaleFor(patient, rules);
  if (scale.missing.length > 0) {
    return { outcome: 'cannot-tell', asFarAsKnown: null, reasons: ['DX10'], missing: scale.missing };
  }
  return scale.score === 'Z' ? zClass(lowest, rules) : tClass(lowest, patient, rules);
}

function scaleFor(
  { sex, ageYears, postmenopausal }: DensityPatient,
  rules: DxaRules,
): { score: 'T' | 'Z'; missing: readonly string[] } {
  if (sex !== 'female' && sex !== 'male') return { score: 'T', missing: ['sex'] };
  if (sex === 'female' && postmenopausal !== 'not-recorded') {
    return { score: postmenopausal === 'yes' ? 'T' : 'Z', missing: [] };
  }
  if (ageYears === null) return { score: 'T', missing: ['age'] };
  if (ageYears >= rules.tScoreFromAge) return { score: 'T', missing: [] };
  return sex === 'male' ? { score: 'Z', missing: [] } : { score: 'T', missing: ['menopause'] };
}

function tClass(lowest: LowestSite, { fragilityFracture }: DensityPatient, rules: DxaRules): DensityClass {
  const { tScore, missing } = lowest;
  if (tScore === null)
    return { outcome: 'cannot-tell', asFarAsKnown: null, reasons: lowest.reasons, missing };
  const found = tScoreClass(tScore.value, rules);
  if (found !== 'osteoporosis') {
    return missing.length === 0
      ? { outcome: found, asFarAsKnown: found, reasons: ['DX9'], missing }
      : { outcome: 'cannot-tell', asFarAsKnown: found, reasons: ['DX9', 'DX11'], missing };
  }
  if (fragilityFracture === 'yes') {
    return {
      outcome: 'severe-osteoporosis',
      asFarAsKnown: 'severe-osteoporosis',
      reasons: ['DX9', 'DX12'],
      missing,
    };
  }
  const ask = fragilityFracture === 'not-recorded' ? [...missing, 'fragility-fracture'] : missing;
  return { outcome: 'osteoporosis', asFarAsKnown: 'osteoporosis', reasons: ['DX9'], missing: ask };
}

function zClass({ measurement, missing }: LowestSite, rules: DxaRules): DensityClass {
  const z = measurement?.zScore ?? null;
  if (z === null) {
    return {
      outcome: 'cannot-tell',
      asFarAsKnown: null,
      reasons: ['DX10'],
      missing: [...missing, 'Z-score'],
    };
  }
  const found = z.value <= rules.zBelowExpectedAtMost ? 'below-expected-range' : 'within-expected-range';
  if (found === 'within-expected-range' && missing.length > 0) {
    return { outcome: 'cannot-tell', asFarAsKnown: found, reasons: ['DX10', 'DX11'], missing };
  }
  return { outcome: found, asFarAsKnown: found, reasons: ['DX10'], missing };
}
