// Aho–Corasick over a pattern tree as one dense table: every class in every state has its next state, so scanning is
// one table look-up per letter and never goes back. Decision: a place of the table is worked out when a text first
// comes by. Reports visit a small part of all states; so the first report waits for its own words only, and the states
// that are visited lie side by side in the cache. States that end a pattern are numbered from the bottom up, all others
// from the top down, so that one comparison finds the states that ask for more than a step. Letters and gaps, which
// are nearly all of a report, have a table of their own: what is read of a state then fits one line of the cache.

import { CLASS_COUNT, FIRST_DIGIT } from './char-class.ts';
import { type PatternTree, ROOT } from './pattern-tree.ts';

/** In the table: nobody came by yet; ask `follow`. */
export const UNSEEN = 0;
/** A state's row in the table of letters and gaps is two to this power long. */
export const ROW_SHIFT = 5;

const OTHER_CLASSES = CLASS_COUNT - FIRST_DIGIT;

type StateTable = Uint16Array | Uint32Array;

export class Automaton {
  /**
   * next[(state << ROW_SHIFT) + class], for classes below FIRST_DIGIT: the following state, or UNSEEN. What is never
   * visited takes up no memory.
   */
  readonly next: StateTable;
  /** The same for all other classes. */
  private readonly nextByOther: StateTable;
  /** The state in which a text begins. */
  readonly start: number;
  /** States up to this one end at least one pattern; it rises as `follow` meets new ones. */
  lastEnding: number = UNSEEN;
  /** For each state: its node in the tree. */
  readonly nodeOf: Int32Array;
  /** For each node: the first of its own patterns, or −1. */
  readonly firstPattern: Int32Array;
  /** For each pattern: the next pattern of the same node, or −1. */
  readonly nextPattern: Int32Array;
  /** For each node visited: the longest shorter node that ends patterns too, or 0 (the root, which ends none). */
  readonly shorter: Int32Array;
  private readonly tree: PatternTree;
  /** For each node: the node of its longest true suffix, or −1 until asked for. */
  private readonly failure: Int32Array;
  /** For each node: its state, or 0 until it is visited. */
  private readonly stateOf: Int32Array;
  private firstPlain: number;

  /** `nodes[pattern]` is the node of the tree each pattern ends at. The tree grows no more. */
  constructor(tree: PatternTree, nodes: readonly number[]) {
    const { count } = tree;
    // A state for each node, beside UNSEEN; half the size while they can be counted in 16 bits.
    const states = count + 1;
    const table = (size: number): StateTable =>
      states <= 65_536 ? new Uint16Array(size) : new Uint32Array(size);
    this.tree = tree;
    this.next = table(states << ROW_SHIFT);
    this.nextByOther = table(states * OTHER_CLASSES);
    this.nodeOf = new Int32Array(states);
    this.firstPlain = states;
    this.shorter = new Int32Array(count).fill(-1);
    this.stateOf = new Int32Array(count);
    this.failure = new Int32Array(count).fill(-1);
    this.firstPattern = new Int32Array(count).fill(-1);
    this.nextPattern = new Int32Array(nodes.length).fill(-1);
    for (let pattern = nodes.length - 1; pattern >= 0; pattern--) {
      const node = nodes[pattern] as number;
      this.nextPattern[pattern] = this.firstPattern[node] as number;
      this.firstPattern[node] = pattern;
    }
    this.failure[ROOT] = ROOT;
    this.shorter[ROOT] = ROOT;
    this.start = this.visit(ROOT);
  }

  /** The state one class further; works it out where the table has none yet, which may raise `lastEnding`. */
  follow(state: number, symbol: number): number {
    const common = symbol < FIRST_DIGIT;
    const table = common ? this.next : this.nextByOther;
    const place = common ? (state << ROW_SHIFT) + symbol : state * OTHER_CLASSES + symbol - FIRST_DIGIT;
    const known = table[place] as number;
    if (known !== UNSEEN) return known;
    const made = this.visit(this.step(this.nodeOf[state] as number, symbol));
    table[place] = made;
    return made;
  }

  /** The longest node that ends what was read, one class further. */
  private step(from: number, symbol: number): number {
    for (let node = from; ; node = this.failureOf(node)) {
      const child = this.tree.child(node, symbol);
      if (child !== ROOT) return child;
      if (node === ROOT) return ROOT;
    }
  }

  private failureOf(node: number): number {
    const known = this.failure[node] as number;
    if (known !== -1) return known;
    const parent = this.tree.parent[node] as number;
    const made = parent === ROOT ? ROOT : this.step(this.failureOf(parent), this.tree.symbol[node] as number);
    this.failure[node] = made;
    return made;
  }

  /** The state of a node, numbered at its first visit. */
  private visit(node: number): number {
    const known = this.stateOf[node] as number;
    if (known !== 0) return known;
    this.findShorter(node);
    const ends = this.firstPattern[node] !== -1 || this.shorter[node] !== ROOT;
    const state = ends ? ++this.lastEnding : --this.firstPlain;
    this.stateOf[node] = state;
    this.nodeOf[state] = node;
    return state;
  }

  /** Fills `shorter` for the node and for all that it leads to. */
  private findShorter(node: number): void {
    for (let longer = node; this.shorter[longer] === -1; ) {
      let suffix = this.failureOf(longer);
      while (suffix !== ROOT && this.firstPattern[suffix] === -1) suffix = this.failureOf(suffix);
      this.shorter[longer] = suffix;
      longer = suffix;
    }
  }
}
