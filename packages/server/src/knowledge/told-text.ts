// A text of the knowledge as pages get it: in English, as it was written, and in the other languages of the clinic.

import type { ClinicalModel, DutchAndFrench } from '@breekpunt/knowledge';

export interface ToldText {
  readonly english: string;
  /** Null where it stands in English alone. */
  readonly told: DutchAndFrench | null;
}

/** What a model cannot say, to be shown with every figure of it. */
export function limitsOf({ limits, told }: ClinicalModel): readonly ToldText[] {
  return limits.map((english, place) => ({ english, told: told[`limits.${place}`] ?? null }));
}
