// A tree of class sequences that grows pattern by pattern; two equal sequences are one node. It only stores; how a
// text runs along it is the automaton's.

import { GAP } from './char-class.ts';

/** The node every sequence begins at. */
export const ROOT = 0;

export class PatternTree {
  count = 1;
  /** For each node: its first child and its next sibling, or −1; its parent; the class that leads to it. */
  private firstChild = new Int32Array(4096).fill(-1);
  private sibling = new Int32Array(4096).fill(-1);
  parent: Int32Array = new Int32Array(4096);
  symbol: Uint8Array = new Uint8Array(4096);

  /** The node a class sequence ends at, with a gap before or after it; made when new. */
  insert(classes: readonly number[], gapBefore = false, gapAfter = false): number {
    let node = gapBefore ? this.grown(ROOT, GAP) : ROOT;
    for (let i = 0; i < classes.length; i++) node = this.grown(node, classes[i] as number);
    return gapAfter ? this.grown(node, GAP) : node;
  }

  /** The node one class further, or −1. */
  child(node: number, symbol: number): number {
    let child = this.firstChild[node] as number;
    while (child !== -1 && this.symbol[child] !== symbol) child = this.sibling[child] as number;
    return child;
  }

  private grown(node: number, symbol: number): number {
    const known = this.child(node, symbol);
    if (known !== -1) return known;
    const child = this.count++;
    if (child >= this.symbol.length) this.enlarge();
    this.symbol[child] = symbol;
    this.parent[child] = node;
    this.sibling[child] = this.firstChild[node] as number;
    this.firstChild[node] = child;
    return child;
  }

  private enlarge(): void {
    const size = this.symbol.length * 4;
    const extended = (array: Int32Array): Int32Array<ArrayBuffer> => {
      const larger = new Int32Array(size).fill(-1);
      larger.set(array);
      return larger;
    };
    this.firstChild = extended(this.firstChild);
    this.sibling = extended(this.sibling);
    this.parent = extended(this.parent);
    const symbol = new Uint8Array(size);
    symbol.set(this.symbol);
    this.symbol = symbol;
  }
}
