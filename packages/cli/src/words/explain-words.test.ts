// What a cue did is said on the command line as the clinic app says it, so that whoever reads both reads the same.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { explainWordsFor } from './explain-words.ts';

test.each(['nl', 'fr', 'en'] as const)(
  'each cue is told in %s in the words of the clinic app',
  (language) => {
    const file = `${import.meta.dirname}/../../../web/src/words/${language}.json`;
    const app = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
    const roles = Object.entries(app).flatMap(([key, words]) =>
      // Nobody marks a word by hand on the command line.
      key.startsWith('cueRole.') && key !== 'cueRole.head-by-hand' ? [[key.slice(8), words]] : [],
    );
    expect(roles.length).toBeGreaterThan(30);
    expect(explainWordsFor(language).role).toEqual(Object.fromEntries(roles));
  },
);
