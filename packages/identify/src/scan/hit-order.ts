// The order in which hits are read: by where they start, the longer first. One vocabulary gives its hits nearly
// sorted, so insertion does; a text in two languages is searched with two, and their two orders are merged.

import type { Scan } from './scan.ts';

const BLOCK = 32;
/** Steps a hit may be moved on average before short blocks are sorted and merged instead. */
const NEARLY = 8;

/** Hit numbers by start, the longer first, equals in the order they were found. n log n at worst. */
export function sortedHits(scan: Scan): Int32Array {
  let order: Int32Array = new Int32Array(scan.hitCount);
  for (const { from, to } of scan.runs)
    if (!insertAll(scan, order, from, to)) return mergedBlocks(scan, order);
  let spare: Int32Array | null = null;
  for (const { from, to } of scan.runs.slice(1)) {
    spare ??= new Int32Array(scan.hitCount);
    merge(scan, order, spare, 0, from, to);
    [order, spare] = [spare, order];
    order.set(spare.subarray(to), to);
  }
  return order;
}

/** Insertion with a bound on all steps together; false when the hits are too far out of order for it. */
function insertAll(scan: Scan, order: Int32Array, from: number, to: number): boolean {
  let steps = NEARLY * (to - from);
  for (let hit = from; hit < to; hit++) {
    let at = hit;
    while (at > from && comesBefore(scan, hit, order[at - 1] as number)) {
      order[at] = order[at - 1] as number;
      at--;
      if (--steps < 0) return false;
    }
    order[at] = hit;
  }
  return true;
}

function mergedBlocks(scan: Scan, into: Int32Array): Int32Array {
  const count = scan.hitCount;
  let order: Int32Array = into;
  for (let from = 0; from < count; from += BLOCK)
    insertBlock(scan, order, from, Math.min(from + BLOCK, count));
  let spare: Int32Array = new Int32Array(count);
  for (let width = BLOCK; width < count; width *= 2) {
    for (let from = 0; from < count; from += 2 * width)
      merge(scan, order, spare, from, Math.min(from + width, count), Math.min(from + 2 * width, count));
    [order, spare] = [spare, order];
  }
  return order;
}

function insertBlock(scan: Scan, order: Int32Array, from: number, to: number): void {
  for (let hit = from; hit < to; hit++) {
    let at = hit;
    while (at > from && comesBefore(scan, hit, order[at - 1] as number)) {
      order[at] = order[at - 1] as number;
      at--;
    }
    order[at] = hit;
  }
}

function merge(
  scan: Scan,
  order: Int32Array,
  into: Int32Array,
  from: number,
  middle: number,
  to: number,
): void {
  let left = from;
  let right = middle;
  for (let at = from; at < to; at++) {
    const takeRight =
      left >= middle || (right < to && comesBefore(scan, order[right] as number, order[left] as number));
    into[at] = order[takeRight ? right++ : left++] as number;
  }
}

function comesBefore(scan: Scan, hit: number, other: number): boolean {
  const start = scan.hitStart[hit] as number;
  const otherStart = scan.hitStart[other] as number;
  if (start !== otherStart) return start < otherStart;
  return (scan.hitEnd[hit] as number) > (scan.hitEnd[other] as number);
}
