// The first pass over every report: which languages its small words speak, and whether any word in it could name
// a fracture. It keeps counts only, no positions, so that the many reports without a fracture cost next to
// nothing.

import { languages } from '@breekpunt/core';
import { type PatternSet, spokenLanguages } from '../lexicon.ts';
import {
  CLASS_COUNT,
  charClass,
  GAP,
  GAP_BASE,
  PAIR_BASE,
  pairClasses,
  SIGN_BASE,
  SKIP,
} from './char-class.ts';
import { duty } from './duties.ts';

const MORE_THAN_A_VOTE = 255;

export interface Sieved {
  /** Votes of language words and head words, in the order of `languages`. */
  readonly votes: Int32Array;
  /** Head words found, by the language whose vocabulary has them. */
  readonly heads: Int32Array;
  /** Some head word is there, of one language or of several. */
  readonly worthReading: boolean;
}

export class Sieve {
  private readonly set: PatternSet;
  /** For each pattern, the index of the language it speaks for, or −1. */
  readonly spoken: Int8Array;
  /** 1: a head word; 2: one that is also a section heading ("IMPRESSION:"); 0: neither. */
  private readonly duty: Uint8Array;
  private readonly votes = new Int32Array(languages.length);
  private readonly heads = new Int32Array(languages.length);
  /** For each state that ends patterns: the language it votes for and nothing else, or that there is more to it. */
  private readonly quick: Uint8Array;
  private found = false;

  constructor(set: PatternSet) {
    this.set = set;
    this.spoken = spokenLanguages(set.patterns);
    this.duty = new Uint8Array(set.patterns.length);
    set.patterns.forEach((pattern, at) => {
      if ((pattern.dutyBits & duty.head) !== 0) this.duty[at] = pattern.alsoHeading ? 2 : 1;
    });
    this.quick = this.singleVotes();
  }

  private singleVotes(): Uint8Array {
    const { firstPattern, nextPattern, shorter, stateCount } = this.set.automaton;
    const quick = new Uint8Array(stateCount).fill(MORE_THAN_A_VOTE);
    for (let state = this.set.automaton.firstEnding; state < stateCount; state++) {
      const pattern = firstPattern[state] as number;
      if (pattern < 0 || nextPattern[pattern] !== -1 || shorter[state] !== 0) continue;
      const language = this.spoken[pattern] as number;
      if (language >= 0 && this.duty[pattern] === 0) quick[state] = language;
    }
    return quick;
  }

  /** Valid until the next call. */
  read(text: string): Sieved {
    const { next, firstEnding } = this.set.automaton;
    const { quick, votes } = this;
    votes.fill(0);
    this.heads.fill(0);
    this.found = false;
    let state = next[GAP] as number;
    let inGap = true;
    const length = text.length;
    for (let i = 0; i < length; i++) {
      const value = charClass[text.charCodeAt(i)] as number;
      if (value < SKIP) {
        inGap = false;
        state = next[state * CLASS_COUNT + value] as number;
        if (state >= firstEnding) this.settle(state, text, i + 1);
      } else if (value >= GAP_BASE && value < PAIR_BASE) {
        if (inGap) continue;
        inGap = true;
        state = next[state * CLASS_COUNT] as number;
        if (state < firstEnding) continue;
        // Nine of ten words that end a pattern here are one language's small word: one vote, no call.
        const vote = quick[state] as number;
        if (vote === MORE_THAN_A_VOTE) this.settle(state, text, i);
        else votes[vote] = (votes[vote] as number) + 1;
      } else if (value >= PAIR_BASE) {
        const [first, second] = pairClasses[value - PAIR_BASE] as readonly [number, number];
        state = next[(next[state * CLASS_COUNT + first] as number) * CLASS_COUNT + second] as number;
        if (state >= firstEnding) this.settle(state, text, i + 1);
        inGap = false;
      } else if (value > SKIP) {
        if (!inGap) state = this.follow(state, GAP, text, i);
        state = this.follow(state, value - SIGN_BASE, text, i);
        state = this.follow(state, GAP, text, i + 1);
        inGap = true;
      }
    }
    if (!inGap) this.follow(state, GAP, text, length);
    return { votes: this.votes, heads: this.heads, worthReading: this.found };
  }

  private follow(state: number, symbol: number, text: string, end: number): number {
    const reached = this.set.automaton.next[state * CLASS_COUNT + symbol] as number;
    if (reached >= this.set.automaton.firstEnding) this.settle(reached, text, end);
    return reached;
  }

  /** Counts the patterns that end in a state. `end` is where the last word ended. */
  private settle(state: number, text: string, end: number): void {
    const { firstPattern, nextPattern, shorter } = this.set.automaton;
    for (let node = state; node > 0; node = shorter[node] as number)
      for (
        let pattern = firstPattern[node] as number;
        pattern !== -1;
        pattern = nextPattern[pattern] as number
      ) {
        const language = this.spoken[pattern] as number;
        if (language >= 0) this.votes[language] = (this.votes[language] as number) + 1;
        const duty = this.duty[pattern] as number;
        if (duty === 0 || (duty === 2 && isHeading(text, end))) continue;
        this.found = true;
        if (language >= 0) this.heads[language] = (this.heads[language] as number) + 1;
      }
  }
}

/** A colon or line end right after the word. */
function isHeading(text: string, end: number): boolean {
  const after = text.charCodeAt(end);
  return after === 58 || after === 10 || after === 13;
}
