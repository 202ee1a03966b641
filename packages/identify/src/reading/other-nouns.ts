// Nouns between a cue and a fracture that take the cue for themselves: "no callus at the fracture", "heupfractuur,
// trombose niet aangetoond". Told by words of no vocabulary and by those that name an examination or a process.

import type { CueSense } from '@breekpunt/knowledge';
import { duty } from '../scan/duties.ts';
import { isPlace } from './phrase.ts';
import { type Element, hasRole, isUnknownNoun, rowOf } from './report-view.ts';

/** "heupfractuur, trombose niet aangetoond": the denial behind the comma has a noun of its own. */
export function ownSubject(elements: readonly Element[], head: number, cue: number): boolean {
  for (let i = cue - 1; i > head; i--) {
    const element = elements[i] as Element;
    if (isUnknownNoun(element) || isOtherNoun(element)) return true;
    if (element.breakBefore === 1) return false;
  }
  return false;
}

/** A known word that is a subject of its own: an examination, earlier films, what only looks like a fracture. */
function isOtherNoun(element: Element): boolean {
  return (element.duties & (duty.exam | duty.section | duty.pseudo)) !== 0;
}

/** "…, minder waarschijnlijk beginnende osteonecrose": a denial behind a comma that goes on to a noun of its own. */
export function opensOtherNoun(elements: readonly Element[], cue: number): boolean {
  if ((elements[cue] as Element).breakBefore !== 1) return false;
  for (let i = cue + 1; i <= cue + 2; i++) {
    const next = elements[i];
    if (next === undefined || next.breakBefore > 0 || hasRole(next, 'joiner') || hasRole(next, 'exam'))
      return false;
    if (hasRole(next, 'mismatch')) return true;
  }
  return false;
}

/**
 * "pas de luxation fracture du trochiter", dictated without a comma: in French no noun stands between a denial and
 * the noun it denies, so a fracture that names its own bone behind another noun is a new statement.
 */
export function runsIntoStatement(elements: readonly Element[], cue: number, head: number): boolean {
  if (rowOf(elements[head] as Element, 'head')?.needs === 'bone') return false;
  let noun = false;
  for (let i = cue + 1; i < head; i++) {
    const element = elements[i] as Element;
    const joins = rowOf(element, 'joiner')?.joins;
    if (joins === 'and' || joins === 'or' || joins === 'of') return false;
    if (element.rows.length === 0 && element.level === null && element.end - element.start > 5) noun = true;
  }
  for (let i = head + 1; noun && i < Math.min(elements.length, head + 5); i++) {
    const element = elements[i] as Element;
    if (element.breakBefore > 0) return false;
    if (isPlace(element)) return true;
    if (rowOf(element, 'joiner') === null) return false;
  }
  return false;
}

/** Marrow oedema, healing: a noun of its own that "of the fracture" places. */
function namesProcess(sense: CueSense | undefined): boolean {
  return sense === 'oedema' || sense === 'healed' || sense === 'subacute';
}

/** "geen callus ter hoogte van de fractuur": the denial belongs to another noun that the fracture only places. */
export function takenByOtherNoun(elements: readonly Element[], cue: number, head: number): boolean {
  let unknown = false;
  for (let i = cue + 1; i < head; i++) {
    const element = elements[i] as Element;
    if (element.rows.length === 0 && element.level === null && element.end - element.start > 3)
      unknown = true;
    else if (hasRole(element, 'mismatch') || hasRole(element, 'attribute')) unknown = true;
    else if (namesProcess(rowOf(element, 'cue')?.sense)) unknown = true;
    else if (rowOf(element, 'joiner')?.joins === 'of' && unknown) return true;
    else if (rowOf(element, 'joiner')?.joins === 'or' || element.breakBefore === 1) unknown = false;
  }
  return false;
}
