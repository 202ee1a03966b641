// The first pass over every report: which languages its small words speak, and whether any word in it could name
// a fracture. It keeps counts only, no positions, so that the many reports without a fracture cost next to
// nothing.

import { type Language, languages } from '@breekpunt/core';
import type { Vote } from '../text/detect-language.ts';
import { ROW_SHIFT } from './automaton.ts';
import {
  charClass,
  FIRST_DIGIT,
  GAP,
  GAP_BASE,
  PAIR_BASE,
  pairClasses,
  SIGN_BASE,
  SKIP,
} from './char-class.ts';
import type { Scan } from './scan.ts';
import type { SieveSet } from './sieve-set.ts';

/** What a state that ends patterns asks for: not looked at yet, or more than a vote; else its vote, counted from here. */
const UNKNOWN = 0;
const MORE_THAN_A_VOTE = 1;
const NOTHING = 2;
const FIRST_VOTE = 3;

export interface Sieved {
  /** Votes of language words and head words, in the order of `languages`. */
  readonly votes: Int32Array;
  /** Head words found, by the language whose vocabulary has them. */
  readonly heads: Int32Array;
  /** Some head word is there, of one language or of several. */
  readonly worthReading: boolean;
}

export class Sieve {
  private readonly set: SieveSet;
  private readonly votes = new Int32Array(languages.length);
  private readonly heads = new Int32Array(languages.length);
  /** For each state that ends patterns, as far as met: the language it votes for and nothing else, or that there is more to it. */
  private readonly quick: Uint8Array;
  private found = false;
  /** Where each state that ends patterns was reached, and which, in pairs; for `votesCast`. */
  private endings: Int32Array = new Int32Array(2048);
  private endingCount = 0;

  constructor(set: SieveSet) {
    this.set = set;
    this.quick = new Uint8Array(set.automaton.nodeOf.length);
  }

  private askedBy(node: number): number {
    const { firstPattern, nextPattern, shorter } = this.set.automaton;
    const pattern = firstPattern[node] as number;
    const alone = pattern >= 0 && nextPattern[pattern] === -1 && shorter[node] === 0;
    const language = alone && this.set.heads[pattern] === 0 ? (this.set.spoken[pattern] as number) : -1;
    return language < 0 ? MORE_THAN_A_VOTE : FIRST_VOTE + language;
  }

  /** Valid until the next call. */
  read(text: string): Sieved {
    const { automaton } = this.set;
    const { votes, quick } = this;
    votes.fill(0);
    this.heads.fill(0);
    this.found = false;
    this.endingCount = 0;
    // One ending at most for each unit and for the gap behind the last.
    if (this.endings.length < 2 * text.length + 2) this.endings = new Int32Array(2 * text.length + 2);
    const { endings } = this;
    const { next } = automaton;
    let { lastEnding } = automaton;
    let state = automaton.follow(automaton.start, GAP);
    let inGap = true;
    const length = text.length;
    for (let i = 0; i < length; i++) {
      const value = charClass[text.charCodeAt(i)] as number;
      if (value < FIRST_DIGIT) {
        inGap = false;
        const reached = next[(state << ROW_SHIFT) + value] as number;
        if (reached > lastEnding) state = reached;
        else {
          state = this.followed(state, value, text, i + 1);
          ({ lastEnding } = automaton);
        }
      } else if (value >= GAP_BASE && value < PAIR_BASE) {
        if (inGap) continue;
        inGap = true;
        const reached = next[state << ROW_SHIFT] as number;
        // Nine of ten words that end a pattern here are one language's small word: one vote, no call.
        const asked = reached > lastEnding ? NOTHING : (quick[reached] as number);
        if (asked === UNKNOWN) {
          state = this.followed(state, GAP, text, i);
          ({ lastEnding } = automaton);
          continue;
        }
        state = reached;
        if (asked >= FIRST_VOTE) {
          votes[asked - FIRST_VOTE] = (votes[asked - FIRST_VOTE] as number) + 1;
          endings[this.endingCount++] = i;
          endings[this.endingCount++] = reached;
        }
        if (asked === MORE_THAN_A_VOTE) this.settle(state, text, i);
      } else if (value < SKIP) {
        inGap = false;
        state = this.followed(state, value, text, i + 1);
        ({ lastEnding } = automaton);
      } else if (value > SKIP) {
        if (value >= PAIR_BASE) {
          const [first, second] = pairClasses[value - PAIR_BASE] as readonly [number, number];
          state = automaton.follow(automaton.follow(state, first), second);
          if (state <= automaton.lastEnding) this.settle(state, text, i + 1);
          inGap = false;
        } else {
          if (!inGap) state = this.followed(state, GAP, text, i);
          state = this.followed(state, value - SIGN_BASE, text, i);
          state = this.followed(state, GAP, text, i + 1);
          inGap = true;
        }
        ({ lastEnding } = automaton);
      }
    }
    if (!inGap) this.followed(state, GAP, text, length);
    return { votes: this.votes, heads: this.heads, worthReading: this.found };
  }

  private followed(state: number, symbol: number, text: string, end: number): number {
    const { automaton } = this.set;
    const reached = automaton.follow(state, symbol);
    if (reached <= automaton.lastEnding) this.settle(reached, text, end);
    return reached;
  }

  /** Counts the patterns that end in a state. `end` is where the last word ended. */
  private settle(state: number, text: string, end: number): void {
    this.endings[this.endingCount++] = end;
    this.endings[this.endingCount++] = state;
    const ending = this.set.automaton.nodeOf[state] as number;
    if (this.quick[state] === UNKNOWN) this.quick[state] = this.askedBy(ending);
    const { spoken, heads } = this.set;
    const { firstPattern, nextPattern, shorter } = this.set.automaton;
    for (let node = ending; node > 0; node = shorter[node] as number)
      for (
        let pattern = firstPattern[node] as number;
        pattern !== -1;
        pattern = nextPattern[pattern] as number
      ) {
        const language = spoken[pattern] as number;
        if (language >= 0) this.votes[language] = (this.votes[language] as number) + 1;
        const head = heads[pattern] as number;
        if (head === 0 || (head === 2 && isHeading(text, end))) continue;
        this.found = true;
        if (language >= 0) this.heads[language] = (this.heads[language] as number) + 1;
      }
  }

  /** Every word of the text last read that speaks for one language; `scan` holds its words. */
  votesCast(scan: Scan): Vote[] {
    const { automaton, spoken, words } = this.set;
    const { firstPattern, nextPattern, shorter } = automaton;
    const cast: Vote[] = [];
    let token = 0;
    for (let at = 0; at < this.endingCount; at += 2) {
      const end = this.endings[at] as number;
      while (token + 1 < scan.tokenCount && (scan.start[token + 1] as number) < end) token++;
      let node = automaton.nodeOf[this.endings[at + 1] as number] as number;
      for (; node > 0; node = shorter[node] as number)
        for (let local = firstPattern[node] as number; local !== -1; local = nextPattern[local] as number) {
          const language = spoken[local] as number;
          if (language < 0) continue;
          cast.push([token - (words[local] as number) + 1, languages[language] as Language]);
        }
    }
    return cast;
  }
}

/** A colon or line end right after the word. */
function isHeading(text: string, end: number): boolean {
  const after = text.charCodeAt(end);
  return after === 58 || after === 10 || after === 13;
}
