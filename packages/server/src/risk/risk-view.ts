// What one risk score says of a case, in one form for every score. Decision: population, sources, limits and draft status
// stand in the same object as the figure; a score that has no answer says what to ask, in which range it holds, or for whom
// it was not made.

import type { CalendarDate } from '@breekpunt/core';
import type { ModelStamp, OutsideRange } from '@breekpunt/investigate';
import type { KnowledgeStatus } from '@breekpunt/knowledge';
import type { OpenQuestion } from '../decision/question-fields.ts';
import type { ToldText } from '../knowledge/told-text.ts';

export const riskModels = [
  'qfracture-2012',
  'frax',
  'fracture-index',
  'nhg-score-2012',
  'nhg-score-copd-2015',
  'ost',
  'osta',
  'orai',
  'nottingham-hip-fracture-score',
  'parker-mobility-score',
] as const;
export type RiskModel = (typeof riskModels)[number];

/** A figure, or the span in which it lies while answers are missing. */
export interface RiskFigure {
  readonly what:
    | 'points'
    | 'index'
    | 'any-fracture'
    | 'major'
    | 'hip'
    | 'major-adjusted'
    | 'hip-adjusted'
    | 'death-30-days';
  readonly unit: 'points' | '%';
  readonly least: number;
  readonly most: number;
}

export interface RiskSource {
  readonly title: string;
  readonly where: string;
  readonly address: string | null;
}

export interface RiskAnswer {
  readonly model: RiskModel;
  readonly name: string;
  readonly edition: string | null;
  /** In whom it was made. */
  readonly population: string;
  readonly horizon: string | null;
  readonly status: KnowledgeStatus;
  readonly limits: readonly ToldText[];
  readonly sources: readonly RiskSource[];
  /** not-made-for: this patient is none of those it was made in. */
  readonly outcome: 'value' | 'cannot-tell' | 'outside-range' | 'not-made-for';
  readonly figures: readonly RiskFigure[];
  /** Words of the model for what the figure means; several while answers are missing. */
  readonly readings: readonly string[];
  readonly questions: readonly OpenQuestion[];
  readonly refused: OutsideRange['inputs'];
  readonly notFor: 'men' | 'before-menopause' | 'other-origin' | null;
  readonly warnings: readonly string[];
  /** To be shown with the figures; a term of the licence. */
  readonly disclaimer: string | null;
  /** With bone density, or without; null where that is no difference. */
  readonly withBoneDensity: boolean | null;
  /** Of everything it rests on: what is kept is what was seen. */
  readonly mark: string;
}

export interface KeptRisk {
  readonly id: number;
  readonly model: RiskModel;
  readonly on: CalendarDate;
  readonly by: string | null;
  readonly figures: readonly RiskFigure[];
  readonly knowledgeVersion: string | null;
}

export interface RiskView extends RiskAnswer {
  /** Newest first. */
  readonly kept: readonly KeptRisk[];
}

/** The parts that a model of the knowledge gives. */
export function stamped(
  { name, edition, population, horizon, status }: ModelStamp,
  limits: readonly ToldText[],
  sources: readonly RiskSource[],
): Pick<RiskAnswer, 'name' | 'edition' | 'population' | 'horizon' | 'status' | 'limits' | 'sources'> {
  return { name, edition, population, horizon: horizon ?? null, status, limits, sources };
}
