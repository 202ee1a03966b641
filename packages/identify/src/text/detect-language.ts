// Which language a report is written in, by its small words; sentence by sentence when it mixes two.

import type { Language } from '@breekpunt/core';
import { languages } from '@breekpunt/core';
import { languageOf, type PatternSet } from '../lexicon.ts';
import type { Scan } from '../scan/scanner.ts';
import type { Sentence } from './sentences.ts';

export interface LanguageReading {
  readonly language: Language;
  /** False when the small words do not clearly point to one language. */
  readonly certain: boolean;
  /** Words that spoke for a language other than the report's main one: [word, language]. */
  readonly foreign: readonly (readonly [number, Language])[];
}

/** Reads the hits of a scan made with the sieve. */
export function detectLanguage(scan: Scan, sieve: PatternSet, given: Language | undefined): LanguageReading {
  const votes = [0, 0, 0, 0];
  const ballots: [number, Language][] = [];
  for (let hit = 0; hit < scan.hitCount; hit++) {
    const language = sieveLanguage(sieve, scan.hitPattern[hit] as number);
    if (language === null) continue;
    (votes as number[])[languages.indexOf(language)] = (votes[languages.indexOf(language)] as number) + 1;
    ballots.push([scan.hitFirst[hit] as number, language]);
  }
  let best = 0;
  for (let i = 1; i < votes.length; i++) if ((votes[i] as number) > (votes[best] as number)) best = i;
  const most = votes[best] as number;
  const second = Math.max(...votes.filter((_, index) => index !== best));
  const language = given ?? (languages[best] as Language);
  return {
    language,
    certain: given !== undefined || (most >= 2 && most > second),
    foreign: second * 5 >= most ? ballots.filter(([, other]) => other !== language) : [],
  };
}

const cache = new WeakMap<PatternSet, (Language | null)[]>();

function sieveLanguage(sieve: PatternSet, pattern: number): Language | null {
  let table = cache.get(sieve);
  if (table === undefined) {
    table = sieve.patterns.map(languageOf);
    cache.set(sieve, table);
  }
  return table[pattern] ?? null;
}

/** A function from word to the language of its sentence; a sentence counts as foreign on two clear votes. */
export function languagesBySentence(
  reading: LanguageReading,
  sentences: readonly Sentence[],
): (word: number) => Language {
  if (reading.foreign.length < 2) return () => reading.language;
  const bounds = sentences.map((sentence) => sentence.last);
  const tallies = new Map<number, Map<Language, number>>();
  let at = 0;
  for (const [word, language] of reading.foreign) {
    while (at < bounds.length - 1 && word > (bounds[at] as number)) at++;
    const tally = tallies.get(at) ?? new Map<Language, number>();
    tally.set(language, (tally.get(language) ?? 0) + 1);
    tallies.set(at, tally);
  }
  const byLast: [number, Language][] = [];
  for (const [index, tally] of tallies) {
    const [language, count] = [...tally].sort((a, b) => b[1] - a[1])[0] as [Language, number];
    const sentence = sentences[index] as Sentence;
    if (count >= 2 && count * 6 >= sentence.last - sentence.first + 1) byLast.push([index, language]);
  }
  if (byLast.length === 0) return () => reading.language;
  const foreign = new Map(byLast);
  return (word) => {
    let low = 0;
    let high = bounds.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((bounds[middle] as number) < word) low = middle + 1;
      else high = middle;
    }
    return foreign.get(low) ?? reading.language;
  };
}
