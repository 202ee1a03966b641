// Aho–Corasick as one dense table: every class in every state has its next state ready, so scanning is one
// table look-up per letter and never goes back. States are premultiplied; a negative value is a state that
// ends at least one pattern.

import { CLASS_COUNT } from './char-class.ts';

export interface Automaton {
  /** next[state + class]: the following state, negative when it (its positive twin) ends patterns. */
  readonly next: Int32Array;
  /** For state / CLASS_COUNT: first index into outputs, or 0 for none. */
  readonly firstOutput: Int32Array;
  /** Pattern numbers, each run ended by −1. Index 0 is unused. */
  readonly outputs: Int32Array;
  readonly stateCount: number;
}

/** Builds the table for class sequences; a pattern's number is its index. */
export function buildAutomaton(patterns: readonly (readonly number[])[]): Automaton {
  const capacity = patterns.reduce((sum, pattern) => sum + pattern.length, 1);
  const next = new Int32Array(capacity * CLASS_COUNT).fill(-1);
  const ends: number[][] = [[]];
  let count = 1;
  patterns.forEach((pattern, number) => {
    let state = 0;
    for (const symbol of pattern) {
      const slot = state * CLASS_COUNT + symbol;
      let target = next[slot] as number;
      if (target === -1) {
        target = count++;
        next[slot] = target;
        ends.push([]);
      }
      state = target;
    }
    (ends[state] as number[]).push(number);
  });
  linkFailures(next, ends, count);
  return freeze(next, ends, count);
}

function linkFailures(next: Int32Array, ends: number[][], count: number): void {
  const failure = new Int32Array(count);
  const queue = new Int32Array(count);
  let tail = 0;
  for (let symbol = 0; symbol < CLASS_COUNT; symbol++) {
    const target = next[symbol] as number;
    if (target === -1) next[symbol] = 0;
    else queue[tail++] = target;
  }
  for (let head = 0; head < tail; head++) {
    const state = queue[head] as number;
    const fallback = failure[state] as number;
    const inherited = ends[fallback] as number[];
    if (inherited.length > 0) (ends[state] as number[]).push(...inherited);
    for (let symbol = 0; symbol < CLASS_COUNT; symbol++) {
      const slot = state * CLASS_COUNT + symbol;
      const target = next[slot] as number;
      const viaFailure = next[fallback * CLASS_COUNT + symbol] as number;
      if (target === -1) next[slot] = viaFailure;
      else {
        failure[target] = viaFailure;
        queue[tail++] = target;
      }
    }
  }
}

function freeze(next: Int32Array, ends: number[][], count: number): Automaton {
  const total = ends.reduce((sum, list) => sum + (list.length === 0 ? 0 : list.length + 1), 1);
  const firstOutput = new Int32Array(count);
  const outputs = new Int32Array(total);
  let write = 1;
  ends.forEach((list, state) => {
    if (list.length === 0) return;
    firstOutput[state] = write;
    for (const number of list) outputs[write++] = number;
    outputs[write++] = -1;
  });
  const table = next.slice(0, count * CLASS_COUNT);
  for (let slot = 0; slot < table.length; slot++) {
    const state = table[slot] as number;
    const scaled = state * CLASS_COUNT;
    table[slot] = (ends[state] as number[]).length > 0 ? -scaled : scaled;
  }
  return { next: table, firstOutput, outputs, stateCount: count };
}
