// Aho–Corasick as one dense table: every class in every state has its next state ready, so scanning is one
// table look-up per letter and never goes back. States are numbered breadth first, so that the few that are
// visited most lie side by side in the cache; those that end a pattern are numbered from the top down, so that
// one comparison tells them apart.

import { CLASS_COUNT, GAP } from './char-class.ts';

export interface Automaton {
  /** next[state * CLASS_COUNT + class]: the following state. */
  readonly next: StateTable;
  /** States from this one on end at least one pattern. */
  readonly firstEnding: number;
  /** For each state: the first of its own patterns, or −1. */
  readonly firstPattern: Int32Array;
  /** For each pattern: the next pattern of the same state, or −1. */
  readonly nextPattern: Int32Array;
  /** For each state: the longest shorter state that ends patterns too, or 0. */
  readonly shorter: StateTable;
  readonly stateCount: number;
}

/** Half the size wherever the states can be counted in 16 bits. */
export type StateTable = Uint16Array | Uint32Array;

/** A tree of class sequences that grows pattern by pattern; two equal sequences are one node. */
export class PatternTree {
  private firstChild = new Int32Array(4096).fill(-1);
  private sibling = new Int32Array(4096).fill(-1);
  private symbol = new Uint8Array(4096);
  private count = 1;

  /** The node a class sequence ends at, with a gap before or after it; made when new. */
  insert(classes: readonly number[], gapBefore = false, gapAfter = false): number {
    let node = gapBefore ? this.childOf(0, GAP) : 0;
    for (let i = 0; i < classes.length; i++) node = this.childOf(node, classes[i] as number);
    return gapAfter ? this.childOf(node, GAP) : node;
  }

  private childOf(node: number, symbol: number): number {
    let child = this.firstChild[node] as number;
    while (child !== -1 && this.symbol[child] !== symbol) child = this.sibling[child] as number;
    if (child !== -1) return child;
    child = this.count++;
    if (child >= this.symbol.length) this.grow();
    this.symbol[child] = symbol;
    this.sibling[child] = this.firstChild[node] as number;
    this.firstChild[node] = child;
    return child;
  }

  private grow(): void {
    const size = this.symbol.length * 4;
    const extended = (array: Int32Array): Int32Array<ArrayBuffer> => {
      const larger = new Int32Array(size).fill(-1);
      larger.set(array);
      return larger;
    };
    this.firstChild = extended(this.firstChild);
    this.sibling = extended(this.sibling);
    const symbol = new Uint8Array(size);
    symbol.set(this.symbol);
    this.symbol = symbol;
  }

  /** The table; `nodes[pattern]` is the node each pattern ends at. */
  build(nodes: readonly number[]): Automaton {
    const { count } = this;
    const ownPattern = new Int32Array(count).fill(-1);
    const nextPattern = new Int32Array(nodes.length).fill(-1);
    for (let pattern = nodes.length - 1; pattern >= 0; pattern--) {
      const node = nodes[pattern] as number;
      nextPattern[pattern] = ownPattern[node] as number;
      ownPattern[node] = pattern;
    }
    const table = (size: number): StateTable =>
      count <= 65_536 ? new Uint16Array(size) : new Uint32Array(size);
    const next = table(count * CLASS_COUNT);
    const shorter = table(count);
    const firstPattern = new Int32Array(count).fill(-1);
    const failure = new Uint32Array(count);
    const nodeQueue = new Int32Array(count);
    const stateOf = table(count);
    let lastPlain = 0;
    let firstEnding = count;
    let tail = 1;
    // Breadth first: a state's row is its failure state's row with its own children written over it.
    for (let head = 0; head < tail; head++) {
      const node = nodeQueue[head] as number;
      const state = stateOf[node] as number;
      const row = state * CLASS_COUNT;
      const fallback = (failure[state] as number) * CLASS_COUNT;
      if (state !== 0) next.copyWithin(row, fallback, fallback + CLASS_COUNT);
      for (let child = this.firstChild[node] as number; child !== -1; child = this.sibling[child] as number) {
        const symbol = this.symbol[child] as number;
        const fail = state === 0 ? 0 : (next[fallback + symbol] as number);
        const suffix = (firstPattern[fail] as number) >= 0 ? fail : (shorter[fail] as number);
        const own = ownPattern[child] as number;
        const childState = own >= 0 || suffix !== 0 ? --firstEnding : ++lastPlain;
        stateOf[child] = childState;
        failure[childState] = fail;
        shorter[childState] = suffix;
        firstPattern[childState] = own;
        next[row + symbol] = childState;
        nodeQueue[tail++] = child;
      }
    }
    return { next, firstEnding, firstPattern, nextPattern, shorter, stateCount: count };
  }
}

/** Builds the table for class sequences; a pattern's number is its index. */
export function buildAutomaton(patterns: readonly (readonly number[])[]): Automaton {
  const tree = new PatternTree();
  return tree.build(patterns.map((pattern) => tree.insert(pattern)));
}
