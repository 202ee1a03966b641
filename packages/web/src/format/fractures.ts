// A fracture's place as a person says it: "lendenwervel L1", "pols links".

import type { WorklistRow } from '@breekpunt/server';
import type { Say } from '../words/use-words.tsx';

export type Place = Pick<WorklistRow, 'site' | 'side' | 'levels'>;

export function placeInWords({ site, side, levels }: Place, say: Say): string {
  const parts = [say.of('site', site)];
  if (levels.length > 0) parts.push(levelsInWords(levels, say));
  if (side !== null) parts.push(say.of('side', side));
  return parts.join(' ');
}

/** French-speaking Belgium writes D12 where the others write T12. */
function levelsInWords(levels: readonly string[], say: Say): string {
  const text = levels.join(', ');
  return say.language === 'fr' ? text.replaceAll(/\bT(\d)/g, 'D$1') : text;
}
