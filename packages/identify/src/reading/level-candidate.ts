// Whether a level candidate is a vertebra here, not a magnet's weighting, a finger or a disc.

import { type FractureSite, isVertebral } from '@breekpunt/core';
import type { HeadRow } from '@breekpunt/knowledge';
import { ownerOfLevel } from './other-things.ts';
import { type Element, hasRole, rowOf, type SentenceView } from './report-view.ts';

/** Whether a level candidate is a vertebra here, not a magnet's weighting, a finger or a disc. */
export function admitsLevel(element: Element, sentence: SentenceView, head: number, row: HeadRow): boolean {
  const level = element.level;
  if (level === null) return false;
  const { elements } = sentence;
  const at = elements.indexOf(element);
  if (
    level.maybeWeighting &&
    (elements.some((other) => hasRole(other, 'signal')) || !besideHead(elements, at, head))
  )
    return false;
  // "écrasement P3 D3": beside a phalanx D3 is a finger.
  if (level.maybeDigit && elements.some((other) => isDigit(rowOf(other, 'site')?.site))) return false;
  if (level.maybeDigit && row.needs !== 'spine') {
    const spinal = elements.some((other) => {
      const site = rowOf(other, 'site');
      return site !== null && isVertebral(site.site);
    });
    if (!spinal) return false;
  }
  const before = elements[at - 1];
  const after = elements[at + 1];
  if (before !== undefined && (hasRole(before, 'mismatch') || hasRole(before, 'pseudo'))) return false;
  if (after !== undefined && after.breakBefore === 0 && hasRole(after, 'mismatch') && level.maybeDisc)
    return false;
  if (row.needs === 'spine' && ownerOfLevel(elements, at) !== null) return false;
  if (level.levels.length > 1 && operatedOn(elements, at)) return false;
  return Math.abs(at - head) < 40;
}

function isDigit(site: FractureSite | undefined): boolean {
  return site === 'finger' || site === 'toe';
}

/** "s/p T11-L3 posterior fusion": the span of an operation, told by the words that open and close it. */
function operatedOn(elements: readonly Element[], at: number): boolean {
  for (let i = at + 1; i <= at + 3; i++) {
    const element = elements[i];
    if (element === undefined || element.breakBefore > 0) return false;
    if (hasRole(element, 'mismatch') || hasRole(element, 'device')) return true;
    if (rowOf(element, 'joiner')?.joins !== 'filler') return false;
  }
  return false;
}

/** Nothing but joining words and articles stands between a level and its head. */
function besideHead(elements: readonly Element[], at: number, head: number): boolean {
  for (let i = Math.min(at, head) + 1; i < Math.max(at, head); i++)
    if (rowOf(elements[i] as Element, 'joiner') === null) return false;
  return true;
}
