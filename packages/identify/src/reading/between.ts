// What stands between two elements of a sentence: a break, nothing but cues, or words that say something. It
// counts; what follows from the count is decided by those who ask.

import { isPlace } from './phrase.ts';
import { type Element, hasRole, rowOf } from './report-view.ts';

/** Words between that are neither article, adjective nor bone. */
export function wordsBetween(elements: readonly Element[], from: number, to: number): number {
  let words = 0;
  for (let i = from + 1; i < to; i++)
    if ((elements[i] as Element).rows.length === 0 && (elements[i] as Element).level === null) words++;
  return words;
}

export function noBreak(elements: readonly Element[], from: number, to: number): boolean {
  for (let i = from + 1; i <= to; i++) if ((elements[i] as Element).breakBefore > 0) return false;
  return true;
}

export function onlyCuesBetween(
  elements: readonly Element[],
  from: number,
  to: number,
  mayBeUnknown = 0,
): boolean {
  let unknown = 0;
  for (let i = from + 1; i < to; i++) {
    const element = elements[i] as Element;
    if (hasRole(element, 'cue') || hasRole(element, 'part') || hasRole(element, 'side')) continue;
    if (rowOf(element, 'joiner') === null && ++unknown > mayBeUnknown) return false;
  }
  return true;
}

/** Nothing but the bone, its side and adjectives stands between. */
export function touchesPhrase(elements: readonly Element[], cue: number, head: number): boolean {
  for (let i = cue + 1; i < head; i++) {
    const element = elements[i] as Element;
    const small =
      element.numeric || hasRole(element, 'ordinal') || rowOf(element, 'joiner')?.joins === 'filler';
    if (element.breakBefore > 0 || (!small && !isPlace(element))) return false;
  }
  return (elements[head] as Element).breakBefore === 0;
}
