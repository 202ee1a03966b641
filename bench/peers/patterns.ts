// What the peers search for: the case finder's own words, so that no peer loses for want of vocabulary.

import { vocabulary } from '@breekpunt/knowledge';

/** Words that name a fracture or a collapsed vertebra, in all four languages, in lower case. */
export function headWords(): readonly string[] {
  return distinct(vocabulary.filter((row) => row.role === 'head').flatMap((row) => row.text));
}

/** Every word of the vocabulary: what the case finder itself looks for in one pass. */
export function allWords(): readonly string[] {
  return distinct(vocabulary.flatMap((row) => row.text));
}

function distinct(words: readonly string[]): string[] {
  const different = [...new Set(words.map((word) => word.toLowerCase().trim()))].filter(
    (word) => word.length > 0,
  );
  if (different.length === 0)
    throw new Error('Expected a vocabulary; an empty search would beat everything.');
  return different;
}
