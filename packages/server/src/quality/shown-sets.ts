// The sets of indicators in the order in which they are shown, counted and kept.

import type { IndicatorSet, Knowledge } from '@breekpunt/knowledge';

export function shownSets(knowledge: Knowledge): readonly IndicatorSet[] {
  const order = ['iof-2020', 'flsdb-2023', 'hip-fracture', 'own-2026', 'best-practice-2013'];
  return order.flatMap((id) => knowledge.indicators[id] ?? []);
}

/** Ids of all indicators, in the order of the letters that a counting keeps. */
export function indicatorIds(sets: readonly IndicatorSet[]): readonly string[] {
  return sets.flatMap((set) => set.indicators.map(({ id }) => id));
}
