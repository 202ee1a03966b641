// What the peers search for: the case finder's own words, so that no peer loses for want of vocabulary.

import { vocabulary } from '@breekpunt/knowledge';

/**
 * Words that by themselves name a fracture or a collapsed vertebra, in all four languages, in lower case: the
 * list a person would search for. Words that need a bone beside them ("impression") would find every report.
 */
export function headWords(): readonly string[] {
  const telling = vocabulary.filter(
    (row) => row.role === 'head' && row.needs === 'nothing' && row.kind !== 'treated-fracture',
  );
  return distinct(telling.flatMap((row) => row.text));
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
