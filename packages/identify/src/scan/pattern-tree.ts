// A tree of class sequences that grows pattern by pattern; two equal sequences are one node. It only stores; how a
// text runs along it is the automaton's.

import { GAP, writeClasses } from './char-class.ts';

/** The node every sequence begins at. No node has it for a child, so it also means none. */
export const ROOT = 0;

const FIRST_SIZE = 4096;

export class PatternTree {
  count = 1;
  /** The text last written. */
  classes: Uint8Array = new Uint8Array(1024);
  /** For each node: its first child and its next sibling, or ROOT; its parent; the class that leads to it. */
  private firstChild = new Int32Array(FIRST_SIZE);
  private sibling = new Int32Array(FIRST_SIZE);
  parent: Int32Array = new Int32Array(FIRST_SIZE);
  symbol: Uint8Array = new Uint8Array(FIRST_SIZE);

  /** Writes the classes of a text to `classes` and returns how many there are. */
  write(text: string): number {
    const most = 3 * text.length;
    if (this.classes.length < most) this.classes = new Uint8Array(most);
    return writeClasses(text, this.classes);
  }

  /** The node that the first `length` classes end at, with a gap before or after them; made when new. */
  insert(classes: ArrayLike<number>, length: number, gapBefore = false, gapAfter = false): number {
    let node = gapBefore ? this.grown(ROOT, GAP) : ROOT;
    for (let i = 0; i < length; i++) node = this.grown(node, classes[i] as number);
    return gapAfter ? this.grown(node, GAP) : node;
  }

  /** The same node, or ROOT when no such sequence was inserted. */
  find(classes: ArrayLike<number>, length: number, gapBefore: boolean, gapAfter: boolean): number {
    let node = ROOT;
    const step = (symbol: number): boolean => {
      node = this.child(node, symbol);
      return node !== ROOT;
    };
    if (gapBefore && !step(GAP)) return ROOT;
    for (let i = 0; i < length; i++) if (!step(classes[i] as number)) return ROOT;
    return gapAfter && !step(GAP) ? ROOT : node;
  }

  /** The node one class further, or ROOT when there is none. */
  child(node: number, symbol: number): number {
    let child = this.firstChild[node] as number;
    while (child !== ROOT && this.symbol[child] !== symbol) child = this.sibling[child] as number;
    return child;
  }

  private grown(node: number, symbol: number): number {
    const known = this.child(node, symbol);
    if (known !== ROOT) return known;
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
      const larger = new Int32Array(size);
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
