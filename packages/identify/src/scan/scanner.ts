// Finds every text of one vocabulary in a report whose words were read. One pass over the letters' classes.

import type { PatternSet } from '../lexicon.ts';
import { ROW_SHIFT, UNSEEN } from './automaton.ts';
import { FIRST_DIGIT, GAP, isSignClass } from './char-class.ts';
import type { Scan } from './scan.ts';
import { offsetBehind } from './words.ts';

export class Scanner {
  readonly set: PatternSet;
  /** The numbers of each pattern side by side, so that noting a hit follows no pointer. */
  private readonly words: Uint16Array;
  private readonly letterCounts: Uint16Array;
  private readonly firstLetters: Uint16Array;

  constructor(set: PatternSet) {
    this.set = set;
    const count = set.patterns.length;
    this.words = new Uint16Array(count);
    this.letterCounts = new Uint16Array(count);
    this.firstLetters = new Uint16Array(count);
    set.patterns.forEach((pattern, local) => {
      this.words[local] = pattern.words;
      this.letterCounts[local] = pattern.letters;
      this.firstLetters[local] = pattern.firstLetters;
    });
  }

  /** Adds the hits of this vocabulary in the order they end. Linear in the text. */
  addHits(scan: Scan): void {
    const { automaton } = this.set;
    const { symbols, symbolStart } = scan;
    const from = scan.hitCount;
    const count = symbolStart[scan.tokenCount] as number;
    const { next } = automaton;
    let { lastEnding } = automaton;
    let state = automaton.follow(automaton.start, GAP);
    let token = 0;
    for (let at = 0; at < count; at++) {
      const symbol = symbols[at] as number;
      const reached = symbol < FIRST_DIGIT ? (next[(state << ROW_SHIFT) + symbol] as number) : UNSEEN;
      if (reached > lastEnding) {
        state = reached;
        continue;
      }
      state = automaton.follow(state, symbol);
      ({ lastEnding } = automaton);
      if (state > lastEnding) continue;
      while ((symbolStart[token + 1] as number) <= at) token++;
      this.record(scan, automaton.nodeOf[state] as number, token, at);
    }
    scan.runs.push({ set: this.set, from, to: scan.hitCount });
  }

  /** Notes every pattern that ends in this node, at this letter of the word or at the gap behind it. */
  private record(scan: Scan, ending: number, token: number, at: number): void {
    const { firstPattern, nextPattern, shorter } = this.set.automaton;
    const { offset } = this.set;
    const { words, letterCounts, firstLetters } = this;
    const read = at - (scan.symbolStart[token] as number) + 1;
    const whole = scan.lettersOf(token);
    const letters = Math.min(read, whole);
    // A sign is a word only with the gap behind it.
    if (read <= whole && isSignClass(scan.symbols[at] as number)) return;
    const end = read > whole ? (scan.end[token] as number) : offsetBehind(scan, token, letters);
    if (end < 0) return;
    for (let node = ending; node > 0; node = shorter[node] as number)
      for (let local = firstPattern[node] as number; local !== -1; local = nextPattern[local] as number) {
        const wordCount = words[local] as number;
        const first = token - wordCount + 1;
        const wordLetters = wordCount === 1 ? letters : scan.lettersOf(first);
        let start = scan.start[first] as number;
        if (wordLetters > (firstLetters[local] as number))
          start = Math.max(
            start,
            wordCount === 1
              ? end - (letterCounts[local] as number)
              : (scan.end[first] as number) - (firstLetters[local] as number),
          );
        const hit = scan.hitCount;
        if (hit >= scan.hitPattern.length) scan.growHits();
        scan.hitPattern[hit] = offset + local;
        scan.hitFirst[hit] = first;
        scan.hitLast[hit] = token;
        scan.hitStart[hit] = start;
        scan.hitEnd[hit] = end;
        scan.hitCount = hit + 1;
      }
  }
}
