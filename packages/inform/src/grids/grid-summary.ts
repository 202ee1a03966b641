// What a patient weighed, as a short text for the physician: what matters most, what they lean to, and what they still ask.
// Decision: it says what was answered and no more; a weight that nobody gave is said, and the text never advises.

import type { OptionGrid } from '@breekpunt/knowledge';

export interface Weighed {
  /** For each statement of the grid 0 to 10; null when not weighed. */
  readonly weights: readonly (number | null)[];
  /** Option id; null: not sure yet. */
  readonly leaning: string | null;
  readonly questions: string;
}

const words = {
  nl: {
    about: 'Keuzehulp',
    matters: 'Wat telt',
    of: 'op 10',
    not: 'niet gewogen',
    leans: 'Neigt naar',
    unsure: 'nog niet zeker',
    asks: 'Vragen',
    none: 'geen',
  },
  fr: {
    about: 'Aide à la décision',
    matters: 'Ce qui compte',
    of: 'sur 10',
    not: 'non pesé',
    leans: 'Penche pour',
    unsure: 'pas encore sûr',
    asks: 'Questions',
    none: 'aucune',
  },
  en: {
    about: 'Decision aid',
    matters: 'What matters',
    of: 'of 10',
    not: 'not weighed',
    leans: 'Leans to',
    unsure: 'not sure yet',
    asks: 'Questions',
    none: 'none',
  },
} as const;

export function gridSummary(grid: OptionGrid, { weights, leaning, questions }: Weighed): string {
  const say = words[grid.language];
  const weighed = grid.values
    .map((value, place) => ({ value, weight: weights[place] ?? null }))
    .toSorted((a, b) => (b.weight ?? -1) - (a.weight ?? -1));
  const chosen = grid.options.find(({ id }) => id === leaning);
  return [
    `${say.about}: ${grid.title} (${grid.update.made})`,
    `${say.matters}:`,
    ...weighed.map(({ value, weight }) => `- ${value} ${weight === null ? say.not : `${weight} ${say.of}`}`),
    `${say.leans}: ${chosen?.name ?? say.unsure}`,
    `${say.asks}: ${questions.trim() === '' ? say.none : questions.trim()}`,
  ].join('\n');
}
