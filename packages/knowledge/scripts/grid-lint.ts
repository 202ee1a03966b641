// What a grid must be beyond having every field: options told in equal detail, and numbers of one row in one denominator.

import type { GridOption } from '../src/option-grid.ts';
import { gridRows } from '../src/option-grid.ts';

export const mostWordsBesideLeast = 1.5;
/** "van de 100", "34 sur 1 000", "5 of 1,000": out of how many people a number is told. */
const natural = /(?:(?:van|op) de|\d (?:out of|of|sur)) (\d+(?:[.,\u202f ]?000)?)(?!\d)/g;

export function unequalDetail(options: readonly GridOption[]): string | undefined {
  const words = options.map((option) => ({ name: option.name, count: wordsOf(option) }));
  const most = words.reduce((a, b) => (b.count > a.count ? b : a), words[0] ?? { name: '', count: 0 });
  const least = words.reduce((a, b) => (b.count < a.count ? b : a), most);
  if (most.count <= least.count * mostWordsBesideLeast) return undefined;
  return `"${most.name}" has ${most.count} words and "${least.name}" ${least.count}; at most ${mostWordsBesideLeast} times as many`;
}

/** Rows of which the numbers cannot be held beside each other. */
export function mixedDenominators(options: readonly GridOption[]): string[] {
  return gridRows.flatMap((row) => {
    if (row === 'certainty') return [];
    const wholes = new Set(
      options.flatMap(({ rows }) =>
        Array.from((rows[row]?.text ?? '').matchAll(natural), ([, whole = '']) => whole.replace(/\D/g, '')),
      ),
    );
    return wholes.size > 1 ? [`row ${row} counts ${[...wholes].join(' and ')}; use one`] : [];
  });
}

/** Words of everything an option tells but its name. */
export function wordsOf({ rows, gains, harms, certainty }: GridOption): number {
  const texts = [...Object.values(rows).map(({ text }) => text), ...gains, ...harms, certainty.why];
  return texts.join(' ').split(/\s+/).length;
}
