// The extent A, B or C of a necrotic femoral head: by its share (Steinberg; ARCO 1994) or its depression (ARCO 1994).
// Decision: when share and depression give different letters both are given, because the classification joins them by
// "or" and does not say which wins. ARCO 2019 has no extent.

import { type Result, success } from '@breekpunt/core';
import { liesIn, modelOf, modelReadings } from '@breekpunt/knowledge';
import { checkInputs } from '../risk/check-inputs.ts';
import {
  type CannotTell,
  type ModelKnowledge,
  type ModelStamp,
  type OutsideRange,
  type Recorded,
  stampOf,
} from '../risk/model-answer.ts';

export type ExtentLetter = 'A' | 'B' | 'C';

export type ExtentAnswer =
  | { readonly outcome: 'value'; readonly letters: readonly ExtentLetter[]; readonly model: ModelStamp }
  | CannotTell;

/** Steinberg, by the share of the femoral head in percent. */
export function steinbergExtent(
  knowledge: ModelKnowledge,
  sharePercent: Recorded<number>,
): Result<ExtentAnswer, OutsideRange> {
  return extent(knowledge, 'steinberg', { share: sharePercent });
}

/** ARCO 1994, by share in percent, depression in millimetres, or both; one suffices. */
export function arco1994Extent(
  knowledge: ModelKnowledge,
  sharePercent: Recorded<number>,
  depressionMm: Recorded<number>,
): Result<ExtentAnswer, OutsideRange> {
  return extent(knowledge, 'arco-1994', { share: sharePercent, depression: depressionMm });
}

function extent(
  knowledge: ModelKnowledge,
  id: 'steinberg' | 'arco-1994',
  measured: Readonly<Record<string, Recorded<number>>>,
): Result<ExtentAnswer, OutsideRange> {
  const model = modelOf(knowledge, id);
  const checked = checkInputs(model, measured);
  if (!checked.ok) return checked;
  const found = new Set<string>();
  for (const [name, value] of Object.entries(measured)) {
    if (value === 'not-recorded') continue;
    const reading = modelReadings(model, name).find((one) => liesIn(one, value));
    if (reading !== undefined) found.add(reading.means);
  }
  if (found.size === 0)
    return success({ outcome: 'cannot-tell', missing: checked.value, model: stampOf(model) });
  const letters = (['A', 'B', 'C'] as const).filter((letter) => found.has(letter));
  return success({ outcome: 'value', letters, model: stampOf(model) });
}
