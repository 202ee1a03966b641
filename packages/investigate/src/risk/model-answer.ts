// How every model answers: with a value and what must stand beside it, with what is missing, or with a refusal that
// says the range. Decision: population, edition, source, limits and draft status travel inside each answer, so that no
// screen can show a figure without having them at hand.

import type { ClinicalModel, Knowledge, KnowledgeStatus, ValueSource } from '@breekpunt/knowledge';

/** A value, or that nobody wrote it down. */
export type Recorded<T> = T | 'not-recorded';

/** The part of the knowledge that models need; stored decisions are recomputed with that of their own version. */
export type ModelKnowledge = Pick<Knowledge, 'models' | 'version'>;

/** What must stand beside every figure. */
export interface ModelStamp {
  readonly id: string;
  readonly name: string;
  readonly edition: string;
  /** In whom it was made. */
  readonly population: string;
  readonly horizon?: string;
  /** draft when the model, or any number used for this answer, is not confirmed or signed. */
  readonly status: KnowledgeStatus;
  readonly sources: readonly ValueSource[];
  readonly limits: readonly string[];
}

/** An input the model needs and nobody recorded, in words to ask with. */
export interface MissingInput {
  readonly input: string;
  readonly meaning: string;
}

export interface CannotTell {
  readonly outcome: 'cannot-tell';
  readonly missing: readonly MissingInput[];
  readonly model: ModelStamp;
}

/** Something recorded lies outside what the model was made for. The value itself is not repeated. */
export interface OutsideRange {
  readonly kind: 'outside-range';
  readonly model: string;
  readonly inputs: readonly {
    readonly input: string;
    readonly meaning: string;
    readonly expected: string;
    /** Of a number. */
    readonly range?: { readonly least: number; readonly most: number; readonly unit: string };
  }[];
}

export function stampOf(model: ClinicalModel, usedDraft = false): ModelStamp {
  const { id, name, edition, population, horizon, sources, limits } = model;
  const status = usedDraft ? 'draft' : model.status;
  return {
    id,
    name,
    edition,
    population,
    ...(horizon === undefined ? {} : { horizon }),
    status,
    sources,
    limits,
  };
}
