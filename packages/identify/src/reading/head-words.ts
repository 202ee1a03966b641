// Of two head words side by side the plainer one is only the other's adjective.

import type { HeadRow } from '@breekpunt/knowledge';
import { governedByHead, isPlace } from './phrase.ts';
import { type Element, rowOf } from './report-view.ts';

/** Of two head words side by side the plainer one is only the other's adjective. */
export function absorbed(elements: readonly Element[], at: number, row: HeadRow): boolean {
  const before = elements[at - 1];
  const after = elements[at + 1];
  const previous =
    before !== undefined && (elements[at] as Element).breakBefore === 0 ? rowOf(before, 'head') : null;
  const next = after !== undefined && after.breakBefore === 0 ? rowOf(after, 'head') : null;
  if (row.kind === 'vertebral-deformity' && row.needs === 'spine') {
    for (let i = Math.max(0, at - 4); i < Math.min(elements.length, at + 5); i++) {
      const other = rowOf(elements[i] as Element, 'head');
      if (
        i === at ||
        other === null ||
        other.kind === 'treated-fracture' ||
        other.kind === 'vertebral-deformity'
      )
        continue;
      if (!separated(elements, Math.min(i, at), Math.max(i, at))) return true;
    }
  }
  if (describesCompound(elements, at)) return true;
  if (governedByHead(elements, at)) return true;
  if (previous !== null && previous.kind === 'fracture' && row.kind !== 'treated-fracture') return true;
  return next !== null && next.kind === 'fracture' && row.kind === 'vertebral-deformity';
}

/** "verbrijzelde polsbreuk": a word of breaking before a compound that names the fracture is its adjective. */
function describesCompound(elements: readonly Element[], at: number): boolean {
  for (let i = at + 1; i < Math.min(elements.length, at + 4); i++) {
    const element = elements[i] as Element;
    if (element.breakBefore > 0) return false;
    if (rowOf(element, 'head')?.kind === 'fracture') return element.inner && i > at + 1;
    if (!isPlace(element)) return false;
  }
  return false;
}

function separated(elements: readonly Element[], low: number, high: number): boolean {
  for (let i = low + 1; i <= high; i++) if ((elements[i] as Element).breakBefore > 0) return true;
  return false;
}
