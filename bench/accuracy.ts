// Accuracy beside speed: does the report speak of a fracture that counts? A fast answer that is wrong is
// not fast. The full evaluation is `breekpunt evaluate`; this is the one figure all candidates can give.

import type { GoldReport } from './texts/text-sets.ts';

export interface Detection {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
  readonly sensitivity: number;
  readonly ppv: number;
  readonly specificity: number;
  readonly f1: number;
}

export function detectionOf(gold: readonly GoldReport[], detects: (text: string) => boolean): Detection {
  let [tp, fp, fn, tn] = [0, 0, 0, 0];
  for (const { text, triage } of gold) {
    const found = detects(text);
    if (triage === 'none') found ? fp++ : tn++;
    else found ? tp++ : fn++;
  }
  return {
    truePositives: tp,
    falsePositives: fp,
    falseNegatives: fn,
    trueNegatives: tn,
    sensitivity: share(tp, tp + fn),
    ppv: share(tp, tp + fp),
    specificity: share(tn, tn + fp),
    f1: share(2 * tp, 2 * tp + fp + fn),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : Math.round((part / whole) * 1000) / 1000;
}
