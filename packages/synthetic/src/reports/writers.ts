// Everybody who writes reports in the synthetic hospital, by the language they write in.

import type { Random } from '../random.ts';
import { type Author, createAuthors } from './author.ts';
import { frenchBook } from './fr/book.ts';
import { dutchBook } from './nl/book.ts';

export interface Writers {
  readonly nl: readonly Author[];
  readonly fr: readonly Author[];
}

export function createWriters(random: Random): Writers {
  return {
    nl: createAuthors(random.fork('authors/nl'), dutchBook, 14),
    fr: createAuthors(random.fork('authors/fr'), frenchBook, 10),
  };
}
