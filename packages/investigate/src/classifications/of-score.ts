// The OF score on the modified card of AO Spine and DGOU. Decision: the card counts "unknown" as 0, but only when
// somebody says unknown; a blank is missing. The other two versions are not computed (their points are not confirmed);
// a total that was reached elsewhere is read with the cuts of its own version and of no other.

import { type Answer, failure, type Result, success } from '@breekpunt/core';
import { type ClinicalModel, liesIn, modelNumber, modelOf, modelReadings } from '@breekpunt/knowledge';
import type { ModelKnowledge, OutsideRange, Recorded } from '../risk/model-answer.ts';
import { type Meaning, pointScore, type ScoreAnswer } from '../risk/point-score.ts';
import type { OfClass } from './of-class.ts';
import type { AoSpineNeurology } from './tl-aosis.ts';

/** Looked for and not to be known; on the card it counts 0. */
type OrUnknown<T> = Recorded<T | 'unknown'>;

export interface OfScoreInput {
  readonly ofClass: Recorded<OfClass>;
  readonly tScore: OrUnknown<number>;
  /** Quantitative CT. */
  readonly hounsfieldUnits: OrUnknown<number>;
  readonly deformityProgression: Answer | 'unknown';
  /** VAS 0 to 10 under analgesia. */
  readonly painUnderAnalgesia: OrUnknown<number>;
  readonly neurology: OrUnknown<Exclude<AoSpineNeurology, 'NX'>>;
  readonly mobilisation: OrUnknown<'possible' | 'impossible'>;
  readonly asaAbove3: Answer | 'unknown';
  /** Modified frailty index above 2. */
  readonly frailtyIndexAbove2: Answer | 'unknown';
  readonly anticoagulation: Answer | 'unknown';
}

export type OfScoreVersion = 'of-2018' | 'of-card' | 'of-optimised-2026';

export function ofScore(knowledge: ModelKnowledge, input: OfScoreInput): Result<ScoreAnswer, OutsideRange> {
  const model = modelOf(knowledge, 'of-score');
  const outside = outsideScales(model, input);
  if (outside.length > 0) return failure({ kind: 'outside-range', model: model.id, inputs: outside });
  const given = {
    'of-class': input.ofClass,
    'low-bone-density': lowBoneDensity(model, input),
    'deformity-progression': input.deformityProgression,
    'severe-pain': atLeast(input.painUnderAnalgesia, modelNumber(model, 'pain-from').value),
    neurology: input.neurology,
    mobilisation: input.mobilisation,
    'asa-above-3': input.asaAbove3,
    'frailty-index-above-2': input.frailtyIndexAbove2,
    anticoagulation: input.anticoagulation,
  };
  return pointScore(model, given, { readings: 'of-card' });
}

export interface NoCut {
  readonly kind: 'no-confirmed-cut';
  readonly version: OfScoreVersion;
}

/** What a total means in the version in which it was reached. */
export function readOfTotal(
  knowledge: ModelKnowledge,
  version: OfScoreVersion,
  total: number,
): Result<Meaning, NoCut> {
  if (version === 'of-2018') return failure({ kind: 'no-confirmed-cut', version });
  const readings = modelReadings(modelOf(knowledge, 'of-score'), version);
  const found = readings.find((one) => liesIn(one, total));
  return found === undefined
    ? failure({ kind: 'no-confirmed-cut', version })
    : success({ means: found.means, says: found.says });
}

type YesNoUnknown = Answer | 'unknown';

/** Either measurement suffices; "no" needs every measurement that was made to be above its limit. */
function lowBoneDensity(model: ClinicalModel, { tScore, hounsfieldUnits }: OfScoreInput): YesNoUnknown {
  const byT = typeof tScore === 'number' ? tScore < modelNumber(model, 't-score-below').value : tScore;
  const byCt =
    typeof hounsfieldUnits === 'number'
      ? hounsfieldUnits <= modelNumber(model, 'hounsfield-at-most').value
      : hounsfieldUnits;
  if (byT === true || byCt === true) return 'yes';
  if (byT === false || byCt === false) return 'no';
  return byT === 'unknown' || byCt === 'unknown' ? 'unknown' : 'not-recorded';
}

function atLeast(value: OrUnknown<number>, limit: number): YesNoUnknown {
  if (typeof value !== 'number') return value;
  return value >= limit ? 'yes' : 'no';
}

function outsideScales(model: ClinicalModel, input: OfScoreInput): OutsideRange['inputs'] {
  const scales = [
    ['tScore', 't-score', input.tScore],
    ['hounsfieldUnits', 'hounsfield', input.hounsfieldUnits],
    ['painUnderAnalgesia', 'pain', input.painUnderAnalgesia],
  ] as const;
  return scales.flatMap(([name, scale, value]) => {
    const asked = model.inputs[scale];
    if (asked?.kind !== 'number') throw new Error(`Model "${model.id}" has no scale "${scale}"`);
    if (typeof value !== 'number' || (value >= asked.least && value <= asked.most)) return [];
    const expected = `from ${asked.least} to ${asked.most} ${asked.unit}`;
    return [{ input: name, meaning: asked.meaning, expected }];
  });
}
