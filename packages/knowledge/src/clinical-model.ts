// The shape of knowledge/models/*.yaml once compiled: a published score, equation, curve or classification with its
// numbers, its valid ranges, the people it was made in, and worked examples. Decision: all numbers are here and the
// code that computes holds none; each number may be a draft of its own inside a confirmed model. Computing is done
// in `investigate`.

import type { Checked, KnowledgeStatus, ValueSource } from './dated-value.ts';
import type { DutchAndFrench } from './dutch-and-french.ts';

/** score: points are added. equation: a formula. curve: a formula over time. adjustment: changes an entered value. */
export const modelKinds = ['score', 'equation', 'curve', 'adjustment', 'classification'] as const;
export type ModelKind = (typeof modelKinds)[number];

/** A number within limits; a value outside them is refused with the limits. */
export interface NumberInput {
  readonly kind: 'number';
  readonly meaning: string;
  readonly unit: string;
  readonly least: number;
  readonly most: number;
  /** Only whole numbers. */
  readonly whole: boolean;
}

/** One of some words. */
export interface WordInput {
  readonly kind: 'word';
  readonly meaning: string;
  readonly words: readonly string[];
}

/** yes, no, or not recorded. */
export interface AnswerInput {
  readonly kind: 'answer';
  readonly meaning: string;
}

export type ModelInput = NumberInput | WordInput | AnswerInput;

export interface ModelNumber {
  readonly value: number;
  readonly meaning: string;
  readonly unit?: string;
  /** The interval given with the value, when there is one. */
  readonly low?: number;
  readonly high?: number;
  readonly source: ValueSource;
  readonly status: KnowledgeStatus;
}

/** A stretch of numbers. Stretches of one list touch without gap or overlap, from minus to plus infinity. */
export interface Stretch {
  /** Lower end, included. */
  readonly from?: number;
  /** Lower end, not included. */
  readonly above?: number;
  /** Upper end, included. */
  readonly upTo?: number;
  /** Upper end, not included. */
  readonly below?: number;
}

export interface Points {
  readonly points: number;
  readonly status: KnowledgeStatus;
}

/** What one input adds to a score: by word (or answer), or by stretch of a number. */
export interface ScoreItem {
  readonly input: string;
  /** Items of one group are added first, and their sum is kept within the group's limits. */
  readonly group?: string;
  readonly byWord?: Readonly<Record<string, Points>>;
  readonly byStretch?: readonly (Stretch & Points)[];
}

/** What a stretch of a total or measurement means. */
export interface Reading extends Stretch {
  readonly means: string;
  readonly says: string;
  readonly status: KnowledgeStatus;
}

/** One class of a classification, in our own words. */
export interface ModelStage {
  readonly code: string;
  readonly means: string;
  readonly status: KnowledgeStatus;
}

/** A published worked example: the test computes it again. */
export interface ModelExample {
  readonly name: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly expect: Readonly<Record<string, unknown>>;
  /** Largest difference from an expected number; 0 when absent. */
  readonly tolerance: number;
  readonly source: ValueSource;
}

export interface ClinicalModel {
  readonly id: string;
  readonly name: string;
  readonly edition: string;
  readonly kind: ModelKind;
  readonly meaning: string;
  /** In whom it was made; shown with every figure. */
  readonly population: string;
  /** What span of time a risk is about. */
  readonly horizon?: string;
  readonly licence: string;
  readonly status: KnowledgeStatus;
  /** The first is where everything comes from that names no source of its own. */
  readonly sources: readonly [ValueSource, ...ValueSource[]];
  readonly checked: Checked;
  /** Sentences to be shown with every figure. */
  readonly limits: readonly string[];
  readonly inputs: Readonly<Record<string, ModelInput>>;
  readonly numbers: Readonly<Record<string, ModelNumber>>;
  readonly items: readonly ScoreItem[];
  readonly groups: Readonly<Record<string, { readonly least: number; readonly most: number }>>;
  readonly readings: Readonly<Record<string, readonly Reading[]>>;
  readonly stages: readonly ModelStage[];
  readonly examples: readonly ModelExample[];
  /** Its texts in Dutch and French, by place: meaning, population, limits.0, numbers.<name>, stages.<code>. */
  readonly told: Readonly<Record<string, DutchAndFrench>>;
}

/** Whether a number lies in a stretch. */
export function liesIn(stretch: Stretch, value: number): boolean {
  return (
    (stretch.from === undefined || value >= stretch.from) &&
    (stretch.above === undefined || value > stretch.above) &&
    (stretch.upTo === undefined || value <= stretch.upTo) &&
    (stretch.below === undefined || value < stretch.below)
  );
}
