// Which language a report is written in, by its small words; sentence by sentence when it mixes two.

import type { Language } from '@breekpunt/core';
import { languages } from '@breekpunt/core';
import type { Scan } from '../scan/scanner.ts';
import type { Sentence } from './sentences.ts';

export interface LanguageReading {
  readonly language: Language;
  /** False when the small words do not clearly point to one language. */
  readonly certain: boolean;
  /** When a second language speaks too: every word that spoke for one, [word, language]. */
  readonly votes: readonly (readonly [number, Language])[];
}

/** The language with the most votes, or the one given. `cast` lists the single votes when two languages speak. */
export function detectLanguage(
  votes: Int32Array,
  given: Language | undefined,
  cast: () => readonly (readonly [number, Language])[],
): LanguageReading {
  let best = given === undefined ? 0 : languages.indexOf(given);
  if (given === undefined)
    for (let i = 1; i < votes.length; i++) if ((votes[i] as number) > (votes[best] as number)) best = i;
  let second = 0;
  for (let i = 0; i < votes.length; i++)
    if (i !== best && (votes[i] as number) > second) second = votes[i] as number;
  const most = votes[best] as number;
  return {
    language: languages[best] as Language,
    certain: given !== undefined || (most >= 2 && most > second),
    votes: second >= 2 && second * 5 >= most ? cast() : noVotes,
  };
}

const noVotes: readonly (readonly [number, Language])[] = [];

/** Each word that speaks for one language, [word, language]. */
export function votesCast(scan: Scan, spoken: Int8Array, offset = 0): [number, Language][] {
  const cast: [number, Language][] = [];
  for (let hit = 0; hit < scan.hitCount; hit++) {
    const language = spoken[(scan.hitPattern[hit] as number) - offset] as number;
    if (language >= 0) cast.push([scan.hitFirst[hit] as number, languages[language] as Language]);
  }
  return cast;
}

export function countVotes(cast: readonly (readonly [number, Language])[]): Int32Array {
  const votes = new Int32Array(languages.length);
  for (const [, language] of cast) {
    const index = languages.indexOf(language);
    votes[index] = (votes[index] as number) + 1;
  }
  return votes;
}

/** A function from word to the language of its sentence; a sentence counts as foreign on two clear votes. */
export function languagesBySentence(
  reading: LanguageReading,
  sentences: readonly Sentence[],
): (word: number) => Language {
  if (reading.votes.length < 2) return () => reading.language;
  const bounds = sentences.map((sentence) => sentence.last);
  const tallies = new Map<number, Map<Language, number>>();
  let at = 0;
  for (const [word, language] of reading.votes) {
    while (at < bounds.length - 1 && word > (bounds[at] as number)) at++;
    const tally = tallies.get(at) ?? new Map<Language, number>();
    tally.set(language, (tally.get(language) ?? 0) + 1);
    tallies.set(at, tally);
  }
  const byLast: [number, Language][] = [];
  for (const [index, tally] of tallies) {
    const own = tally.get(reading.language) ?? 0;
    const [language, count] = [...tally].sort((a, b) => b[1] - a[1])[0] as [Language, number];
    if (language !== reading.language && count >= own + 2) byLast.push([index, language]);
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
