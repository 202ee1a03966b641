// Which language a report is written in, by its small words; sentence by sentence when it mixes two.

import type { Language } from '@breekpunt/core';
import { languages } from '@breekpunt/core';
import type { Scan } from '../scan/scan.ts';
import type { Sentence } from './sentences.ts';

/** A word and the one language it speaks for. */
export type Vote = readonly [word: number, language: Language];

export interface LanguageReading {
  readonly language: Language;
  /** False when the small words do not clearly point to one language. */
  readonly certain: boolean;
  /** When a second language speaks too: every word that spoke for one. */
  readonly votes: readonly Vote[];
}

/** The language with the most votes, or the one given. `cast` lists the single votes when two languages speak. */
export function detectLanguage(
  votes: Int32Array,
  given: Language | undefined,
  cast: () => readonly Vote[] = () => noVotes,
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

const noVotes: readonly Vote[] = [];

/** Each word hit that speaks for one language; `spoken` is by the hits' patterns. */
export function votesCast(scan: Scan, spoken: Int8Array): Vote[] {
  const cast: Vote[] = [];
  for (let hit = 0; hit < scan.hitCount; hit++) {
    const language = spoken[scan.hitPattern[hit] as number] as number;
    if (language >= 0) cast.push([scan.hitFirst[hit] as number, languages[language] as Language]);
  }
  return cast;
}

export function countVotes(cast: readonly Vote[]): Int32Array {
  const votes = new Int32Array(languages.length);
  for (const [, language] of cast) {
    const index = languages.indexOf(language);
    votes[index] = (votes[index] as number) + 1;
  }
  return votes;
}

/** The language of each word: that of its sentence. */
export interface WordLanguages {
  readonly main: Language;
  /** The place in `languages` of each word's language; null when all are the main one's. */
  readonly byWord: Uint8Array | null;
}

export function languageOfWord({ main, byWord }: WordLanguages, word: number): Language {
  return byWord === null ? main : (languages[byWord[word] as number] as Language);
}

/** A sentence counts as foreign on two clear votes. */
export function languagesBySentence(reading: LanguageReading, sentences: readonly Sentence[]): WordLanguages {
  const main = reading.language;
  if (reading.votes.length < 2) return { main, byWord: null };
  const words = (sentences.at(-1)?.last ?? -1) + 1;
  const mainIndex = languages.indexOf(main);
  let byWord: Uint8Array | null = null;
  let vote = 0;
  const tally = new Int32Array(languages.length);
  for (let at = 0; at < sentences.length && vote < reading.votes.length; at++) {
    const { first, last } = sentences[at] as Sentence;
    const isLast = at === sentences.length - 1;
    tally.fill(0);
    // Of languages with as many votes, the one that voted first.
    let most = -1;
    let firstVote = vote;
    for (; vote < reading.votes.length; vote++) {
      const [word, language] = reading.votes[vote] as Vote;
      if (!isLast && word > last) break;
      const index = languages.indexOf(language);
      tally[index] = (tally[index] as number) + 1;
    }
    for (; firstVote < vote; firstVote++) {
      const index = languages.indexOf((reading.votes[firstVote] as Vote)[1]);
      if (most < 0 || (tally[index] as number) > (tally[most] as number)) most = index;
    }
    if (most < 0 || most === mainIndex || (tally[most] as number) < (tally[mainIndex] as number) + 2)
      continue;
    byWord ??= new Uint8Array(words).fill(mainIndex);
    byWord.fill(most, first, last + 1);
  }
  return { main, byWord };
}
