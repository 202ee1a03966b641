// The first pass over every report: which languages its small words speak, and whether any word in it could name
// a fracture. It keeps counts only, no positions, so that the many reports without a fracture cost next to
// nothing.

import { languages } from '@breekpunt/core';
import { type PatternSet, spokenLanguages } from '../lexicon.ts';
import { START, UNSEEN } from './automaton.ts';
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

/** What a state that ends patterns asks for: not looked at yet, or more than a vote; else its vote, counted from here. */
const UNKNOWN = 0;
const MORE_THAN_A_VOTE = 1;
const FIRST_VOTE = 2;

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
  /** For each node that ends patterns, as far as met: the language it votes for and nothing else, or that there is more to it. */
  private readonly quick: Uint8Array;
  private found = false;

  constructor(set: PatternSet) {
    this.set = set;
    this.spoken = spokenLanguages(set.patterns);
    this.duty = new Uint8Array(set.patterns.length);
    set.patterns.forEach((pattern, at) => {
      if ((pattern.dutyBits & duty.head) !== 0) this.duty[at] = pattern.alsoHeading ? 2 : 1;
    });
    this.quick = new Uint8Array(set.automaton.nodeCount);
  }

  private askedBy(node: number): number {
    const { firstPattern, nextPattern, shorter } = this.set.automaton;
    const pattern = firstPattern[node] as number;
    const alone = pattern >= 0 && nextPattern[pattern] === -1 && shorter[node] === 0;
    const language = alone && this.duty[pattern] === 0 ? (this.spoken[pattern] as number) : -1;
    const asked = language < 0 ? MORE_THAN_A_VOTE : FIRST_VOTE + language;
    this.quick[node] = asked;
    return asked;
  }

  /** Valid until the next call. */
  read(text: string): Sieved {
    const { automaton } = this.set;
    const { votes } = this;
    votes.fill(0);
    this.heads.fill(0);
    this.found = false;
    let state = automaton.follow(START, GAP);
    let { next, firstEnding } = automaton;
    let inGap = true;
    const length = text.length;
    for (let i = 0; i < length; i++) {
      const value = charClass[text.charCodeAt(i)] as number;
      if (value < SKIP || (value >= GAP_BASE && value < PAIR_BASE)) {
        const isGap = value >= SKIP;
        if (isGap && inGap) continue;
        inGap = isGap;
        const symbol = isGap ? GAP : value;
        const reached = next[state * CLASS_COUNT + symbol] as number;
        if (reached === UNSEEN) {
          state = automaton.follow(state, symbol);
          ({ next, firstEnding } = automaton);
        } else state = reached;
        if (state >= firstEnding) this.count(state, text, isGap ? i : i + 1);
      } else if (value > SKIP) {
        if (value >= PAIR_BASE) {
          const [first, second] = pairClasses[value - PAIR_BASE] as readonly [number, number];
          state = automaton.follow(automaton.follow(state, first), second);
          if (state >= automaton.firstEnding) this.count(state, text, i + 1);
          inGap = false;
        } else {
          if (!inGap) state = this.followed(state, GAP, text, i);
          state = this.followed(state, value - SIGN_BASE, text, i);
          state = this.followed(state, GAP, text, i + 1);
          inGap = true;
        }
        ({ next, firstEnding } = automaton);
      }
    }
    if (!inGap) this.followed(state, GAP, text, length);
    return { votes: this.votes, heads: this.heads, worthReading: this.found };
  }

  private followed(state: number, symbol: number, text: string, end: number): number {
    const { automaton } = this.set;
    const reached = automaton.follow(state, symbol);
    if (reached >= automaton.firstEnding) this.count(reached, text, end);
    return reached;
  }

  /** Counts the patterns that end in a state. `end` is where the last word ended. */
  private count(state: number, text: string, end: number): void {
    const node = this.set.automaton.nodeOf[state] as number;
    const known = this.quick[node] as number;
    const asked = known === UNKNOWN ? this.askedBy(node) : known;
    // Nine of ten words that end a pattern here are one language's small word: one vote and no more.
    if (asked === MORE_THAN_A_VOTE) this.settle(node, text, end);
    else this.votes[asked - FIRST_VOTE] = (this.votes[asked - FIRST_VOTE] as number) + 1;
  }

  private settle(ending: number, text: string, end: number): void {
    const { firstPattern, nextPattern, shorter } = this.set.automaton;
    for (let node = ending; node > 0; node = shorter[node] as number)
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
