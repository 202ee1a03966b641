// "Vaak", "rarely": words that one reader takes for 5 and another for 50 of a hundred. Decision: they are data, by language, in
// knowledge/content/<lang>/frequency-words.yaml; a text of a decision aid that uses one says the number too, or that nobody
// knows it. What compares two options ("minder vaak") is no frequency: the row beside it holds the numbers.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { GuideLanguage } from '../src/guide-content.ts';
import { sentences } from './content-files.ts';
import { readFields } from './field-reader.ts';
import type { Problem } from './problem.ts';
import { readYaml } from './yaml-file.ts';

export interface FrequencyWords {
  /** A star at the end stands for any ending. */
  readonly words: readonly string[];
  /** Taken out before single words are looked for. */
  readonly compares: readonly string[];
  /** How a text says that the number is not known. */
  readonly notKnown: readonly string[];
}

/** A count of so many people, in any of the languages. */
export const counted: RegExp = /\d+ (?:van de|sur|(?:out )?of) \d/;

export function readFrequencyWords(
  knowledgeDir: string,
  language: GuideLanguage,
  problems: Problem[],
): FrequencyWords {
  const none = { words: [], compares: [], notKnown: [] };
  const file = `content/${language}/frequency-words.yaml`;
  if (!existsSync(join(knowledgeDir, file))) return none;
  const yaml = readYaml(knowledgeDir, file, problems);
  const top = yaml.data === undefined ? undefined : readFields(yaml, yaml.data, [], problems);
  if (top === undefined) return none;
  const read = {
    words: sentences(top, 'words'),
    compares: sentences(top, 'compares'),
    notKnown: sentences(top, 'not-known'),
  };
  top.done();
  return read;
}

/** The frequencies that this text tells by word alone. */
export function unnumbered(text: string, { words, compares, notKnown }: FrequencyWords): string[] {
  if (counted.test(text) || notKnown.some((phrase) => text.includes(phrase))) return [];
  const without = compares.reduce((left, phrase) => left.replaceAll(pattern(phrase, 'giu'), ' '), text);
  return words.filter((word) => pattern(word, 'iu').test(word.includes(' ') ? text : without));
}

function pattern(word: string, flags: string): RegExp {
  const escaped = word.replace(/\*$/, '').replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<!\\p{L})${escaped}${word.endsWith('*') ? '' : '(?!\\p{L})'}`, flags);
}
