// The stretch of elements that is a head word's own noun phrase: how far it reaches to the left and right,
// over commas of a list, short brackets and a label's colon. Which bones stand in it is decided elsewhere.

import { gapBit } from '../scan/char-class.ts';
import { duty } from '../scan/duties.ts';
import type { Phrase } from './place.ts';
import { type Element, hasRole, rowOf } from './report-view.ts';

const MOST_UNKNOWN_WORDS = 2;

/** Elements that belong to the head's own noun phrase, left and right of it. */
export function phraseOf(elements: readonly Element[], head: number): Phrase {
  return { from: walkLeft(elements, head), to: walkRight(elements, head) };
}

function walkRight(elements: readonly Element[], head: number): number {
  let unknown = 0;
  let reached = head;
  let pendingComma = false;
  // "Fracturen: pols links 2010, rib 6 rechts": a head used as a label takes the places behind its colon.
  const label = isLabel(elements, head);
  for (let i = head + 1; i < elements.length; i++) {
    const element = elements[i] as Element;
    if (element.breakBefore >= 2 && !(label && i === head + 1)) break;
    if (label && element.breakBefore === 1 && placeSoon(elements, i)) {
      if (isPlace(element)) reached = i;
      continue;
    }
    if (
      hasRole(element, 'head') &&
      !isNounless(element) &&
      !adjoins(elements, head, i) &&
      !governs(elements, head, i)
    )
      break;
    if (
      element.breakBefore === 1 &&
      (element.gap & gapBit.open) !== 0 &&
      element.level === null &&
      !hasRole(element, 'side') &&
      !isYear(element)
    ) {
      if (levelSoon(elements, i)) continue;
      const after = afterBracket(elements, i);
      if (after === null) break;
      i = after - 1;
      continue;
    }
    if (element.breakBefore === 1 && element.level !== null && levelsFirst(elements, head, i)) break;
    if (element.breakBefore === 1 && !closesBracket(element)) {
      const opensLevels =
        element.level !== null ||
        (element.numeric && element.end - element.start <= 2) ||
        hasRole(element, 'ordinal') ||
        hasRole(element, 'side') ||
        isYear(element) ||
        (levelSoon(elements, i) && element.rows.length === 0);
      if (!opensLevels && !(hasRole(element, 'site') && continuesList(elements, i))) break;
      pendingComma = !opensLevels;
    }
    if (isPlace(element)) {
      reached = i;
      unknown = 0;
      pendingComma = false;
      continue;
    }
    if (hasRole(element, 'ordinal') || hasRole(element, 'unit')) continue;
    const joiner = rowOf(element, 'joiner');
    if (joiner !== null) {
      if ((joiner.joins === 'and' || joiner.joins === 'or') && !placeFollows(elements, i + 1)) break;
      continue;
    }
    if (hasRole(element, 'cue')) {
      const cue = rowOf(element, 'cue');
      if (cue?.sense === 'absent' || cue?.sense === 'possible' || cue?.sense === 'present') break;
      // "heupfractuur na val op de pols": where she fell is not what broke.
      if (cue?.reach === 'report') break;
      continue;
    }
    if (hasRole(element, 'mismatch') || hasRole(element, 'attribute') || hasRole(element, 'section')) break;
    if (isNumber(element)) continue;
    if (++unknown > MOST_UNKNOWN_WORDS || pendingComma) break;
  }
  return reached;
}

function isLabel(elements: readonly Element[], head: number): boolean {
  const next = elements[head + 1];
  return next !== undefined && next.breakBefore === 2 && placeSoon(elements, head + 1);
}

/** "T6 biconcave, T9 wedged": where levels stand before their words, the next level opens the next vertebra. */
function levelsFirst(elements: readonly Element[], head: number, at: number): boolean {
  let own = false;
  for (let i = head - 1; i >= Math.max(0, head - 3) && (elements[i + 1] as Element).breakBefore === 0; i--)
    if ((elements[i] as Element).level !== null) own = true;
  if (!own) return false;
  for (let i = at + 1; i < elements.length && (elements[i] as Element).breakBefore === 0; i++)
    if (hasRole(elements[i] as Element, 'head')) return true;
  return false;
}

/** A place here or within the next two words, no comma between. */
function placeSoon(elements: readonly Element[], at: number): boolean {
  for (let i = at; i < Math.min(elements.length, at + 3); i++) {
    const element = elements[i] as Element;
    if (i > at && element.breakBefore > 0) return false;
    if (element.level !== null || hasRole(element, 'site')) return true;
    if (hasRole(element, 'head') || hasRole(element, 'cue')) return false;
  }
  return false;
}

/** "fracture enfoncement", "wigvormige inzakking": two head words side by side are one. */
function adjoins(elements: readonly Element[], head: number, other: number): boolean {
  return Math.abs(head - other) === 1 && (elements[Math.max(head, other)] as Element).breakBefore === 0;
}

/** "Zunehmende Sinterung der bekannten Fraktur LWK 1": the first word tells what happens to the second. */
function governs(elements: readonly Element[], head: number, other: number): boolean {
  const first = rowOf(elements[head] as Element, 'head');
  const second = rowOf(elements[other] as Element, 'head');
  if (first?.needs !== 'spine' || second?.kind !== 'fracture' || other - head > 5) return false;
  let of = false;
  for (let i = head + 1; i <= other; i++) {
    const element = elements[i] as Element;
    if (element.breakBefore > 0) return false;
    if (i === other) break;
    const joins = rowOf(element, 'joiner')?.joins;
    if (joins === 'of') of = true;
    else if (joins !== 'filler' && !hasRole(element, 'cue')) return false;
  }
  return of;
}

/** Whether another head's phrase already holds this head word. */
export function governedByHead(elements: readonly Element[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 5); i--)
    if (hasRole(elements[i] as Element, 'head')) return governs(elements, i, at);
  return false;
}

function closesBracket(element: Element): boolean {
  return (element.gap & gapBit.close) !== 0 && (element.gap & (gapBit.comma | gapBit.open)) === 0;
}

/** "(verm. D8)": the bracket opens with at most one word before its level. */
function levelSoon(elements: readonly Element[], at: number): boolean {
  const next = elements[at + 1];
  return next !== undefined && next.level !== null && next.breakBefore === 0;
}

/** The element after a short bracket that begins here, or null when it does not close soon. */
function afterBracket(elements: readonly Element[], at: number): number | null {
  for (let i = at + 1; i < Math.min(elements.length, at + 8); i++) {
    const element = elements[i] as Element;
    if ((element.gap & gapBit.close) !== 0) {
      // "D7 (severe), D11 (moderate)": behind bracket and comma the list of levels goes on.
      const listed =
        (element.gap & gapBit.comma) !== 0 &&
        element.level !== null &&
        elements[at - 1]?.level !== null &&
        elements[at - 1]?.level !== undefined;
      return listed || (element.gap & (gapBit.comma | gapBit.semicolon | gapBit.colon)) === 0 ? i : null;
    }
    if (element.breakBefore >= 2) return null;
  }
  return null;
}

function walkLeft(elements: readonly Element[], head: number): number {
  let unknown = 0;
  let reached = head;
  for (let i = head - 1; i >= 0; i--) {
    const element = elements[i] as Element;
    const following = elements[i + 1] as Element;
    if (following.breakBefore >= 1 && !(reached === i + 1 && listsBefore(elements, i, head))) break;
    if (hasRole(element, 'head') && !isNounless(element) && !adjoins(elements, head, i)) break;
    if (isPlace(element)) {
      reached = i;
      unknown = 0;
      continue;
    }
    if (hasRole(element, 'ordinal')) continue;
    const joiner = rowOf(element, 'joiner');
    if (joiner !== null) {
      if (joiner.joins === 'of') break;
      if (joiner.joins === 'filler') continue;
      const before = elements[i - 1];
      if (before === undefined || !isPlaceOrFiller(before) || !adjectivesBetween(elements, i, reached)) break;
      continue;
    }
    if (hasRole(element, 'cue')) {
      const cue = rowOf(element, 'cue');
      if (cue?.sense === 'absent' || cue?.sense === 'possible' || cue?.sense === 'present') break;
      continue;
    }
    if (
      hasRole(element, 'mismatch') ||
      hasRole(element, 'attribute') ||
      hasRole(element, 'section') ||
      hasRole(element, 'exam')
    )
      break;
    if (isNumber(element)) continue;
    if (++unknown > 1) break;
  }
  return reached;
}

/** "T12 and mild L1 compression fractures": only adjectives stand between the joining word and the place. */
function adjectivesBetween(elements: readonly Element[], joiner: number, place: number): boolean {
  for (let i = joiner + 1; i < place; i++)
    if (rowOf(elements[i] as Element, 'joiner')?.joins !== 'filler') return false;
  return true;
}

/** "no rib, clavicular or vertebral fracture": a bone before the comma of a list whose last bone stands at the head. */
function listsBefore(elements: readonly Element[], at: number, head: number): boolean {
  const following = elements[at + 1] as Element;
  if ((following.gap & gapBit.comma) === 0 || !hasRole(elements[at] as Element, 'site')) return false;
  let joined = false;
  for (let i = at + 1; i < head; i++) {
    const element = elements[i] as Element;
    const joins = rowOf(element, 'joiner')?.joins;
    if (joins === 'or' || joins === 'and') joined = true;
    else if (joins !== 'filler' && !isPlace(element) && !hasRole(element, 'ordinal')) return false;
  }
  return joined;
}

function isPlaceOrFiller(element: Element): boolean {
  return isPlace(element) || rowOf(element, 'joiner')?.joins === 'filler';
}

const placing = duty.site | duty.part | duty.side;

export function isPlace(element: Element): boolean {
  return element.level !== null || (element.duties & placing) !== 0;
}

/** Treatments and shape words may stand in another head's phrase without cutting it. */
function isNounless(element: Element): boolean {
  return rowOf(element, 'head')?.kind === 'vertebral-deformity';
}

function isNumber(element: Element): boolean {
  return element.numeric;
}

function isYear(element: Element): boolean {
  return element.numeric && element.end - element.start === 4;
}

function placeFollows(elements: readonly Element[], from: number): boolean {
  for (let i = from; i < Math.min(elements.length, from + 5); i++) {
    const element = elements[i] as Element;
    if (element.breakBefore >= 1) return false;
    if (hasRole(element, 'head')) return false;
    if (hasRole(element, 'site') && !element.inner) {
      // "# wrist and rib #s": a bone right before the next fracture word is that one's.
      const next = elements[i + 1];
      if (next !== undefined && next.breakBefore === 0 && rowOf(next, 'head')?.kind === 'fracture')
        return false;
    }
    if (isPlace(element) || element.numeric || hasRole(element, 'ordinal')) return true;
    // Another noun after the joining word begins another phrase.
    if (element.rows.length === 0 && element.end - element.start > 4) return false;
    const cue = rowOf(element, 'cue');
    if (cue !== null && (cue.sense === 'absent' || cue.sense === 'possible')) return false;
  }
  return false;
}

/** A comma followed by a site continues the list when a joining word with another site closes it. */
function continuesList(elements: readonly Element[], at: number): boolean {
  for (let i = at + 1; i < Math.min(elements.length, at + 10); i++) {
    const element = elements[i] as Element;
    if (element.breakBefore >= 2 || hasRole(element, 'head')) return false;
    const joins = rowOf(element, 'joiner')?.joins;
    if (joins === 'and' || joins === 'or') return placeFollows(elements, i + 1);
    if (element.breakBefore === 1 && !isPlace(element)) return false;
  }
  return false;
}
