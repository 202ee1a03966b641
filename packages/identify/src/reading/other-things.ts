// What stands beside the word and makes it something else than bone: an implant that broke, or soft tissue that
// tore. It only looks; what follows from it is the reader's.

import type { VertebralLevel } from '@breekpunt/core';
import { gapBit } from '../scan/char-class.ts';
import { isPlace } from './phrase.ts';
import { type Element, hasRole, rowOf } from './report-view.ts';

function isLink(element: Element): boolean {
  const joins = rowOf(element, 'joiner')?.joins;
  return joins === 'and' || joins === 'or';
}

/** "schroef L3 links gebroken": the implant before the bone is the subject of the verb. */
export function implantBefore(elements: readonly Element[], head: number): Element | null {
  // "plaat na voorarmbreuk": a compound names its own bone.
  if ((elements[head] as Element).inner) return null;
  let bone = false;
  for (let i = head - 1; i >= Math.max(0, head - 6); i--) {
    if ((elements[i + 1] as Element).breakBefore >= 1) return null;
    const element = elements[i] as Element;
    if (hasRole(element, 'device')) return element;
    const joins = rowOf(element, 'joiner')?.joins;
    // "de schroef in L4 is afgebroken": the auxiliary says nothing of its own.
    const auxiliary = element.rows.length === 0 && element.end - element.start <= 4;
    if (isPlace(element)) bone = true;
    else if (joins !== 'filler' && !(joins === 'of' && bone) && !element.numeric && !auxiliary) return null;
  }
  return null;
}

/** A word right beside the head that makes it metal ("gebroken schroef") or soft tissue ("discus"). */
export function otherTissueNear(
  elements: readonly Element[],
  head: number,
  from: number,
  to: number,
): Element | null {
  const window = (low: number, high: number): Element | null => {
    for (let i = Math.max(0, low); i <= Math.min(high, elements.length - 1); i++) {
      const element = elements[i] as Element;
      // "crurisfractuur re, T2-pen": what a comma parts off behind the fracture treats it.
      if (i > head && element.breakBefore > 0 && (element.gap & gapBit.comma) !== 0) return null;
      if (i !== head && (hasRole(element, 'device') || hasRole(element, 'mismatch'))) return element;
    }
    return null;
  };
  const right = (): Element | null => {
    let words = 0;
    for (let i = head + 1; i < elements.length && words < 8; i++, words++) {
      const element = elements[i] as Element;
      if (element.breakBefore >= 1 && (element.gap & gapBit.open) === 0) return null;
      if (hasRole(element, 'device') || hasRole(element, 'mismatch')) return element;
      const owner = ownerOfLevel(elements, i);
      if (owner !== null) return owner;
      // "of the second and third sternal wires": an "and" between ordinals begins no other noun.
      const links = isLink(element) && !hasRole(elements[i - 1] as Element, 'ordinal');
      if (hasRole(element, 'site') || element.level !== null || hasRole(element, 'head') || links)
        return null;
    }
    return null;
  };
  const left = (): Element | null => {
    for (let i = head - 1, words = 0; i >= 0 && words < 4; i--, words++) {
      if ((elements[i + 1] as Element).breakBefore >= 1) return null;
      const element = elements[i] as Element;
      if (hasRole(element, 'device') || hasRole(element, 'mismatch')) return element;
      if (hasRole(element, 'site') || element.level !== null || hasRole(element, 'head')) return null;
      // "screws spanning a fracture", "schroeven doorheen de fractuur": what the metal lies across is bone.
      if (rowOf(element, 'joiner')?.joins === 'of') return null;
    }
    return null;
  };
  return window(from, head - 1) ?? right() ?? left() ?? window(head + 1, to);
}

/** "compression of the L5 nerve root", "collapse of the L5/S1 disc": the level only says which root or disc. */
export function ownerOfLevel(elements: readonly Element[], at: number): Element | null {
  if ((elements[at] as Element).level === null) return null;
  const second = elements[at + 1];
  // "L5/S1": the sacral level is none of ours.
  const sacral = second !== undefined && (second.gap & (gapBit.slash | gapBit.hyphen)) !== 0;
  const next = sacral && second.end - second.start === 2 ? elements[at + 2] : second;
  return next !== undefined && next.breakBefore === 0 && hasRole(next, 'mismatch') ? next : null;
}

const PRESSED = /^[ck]ompress/;
/** Vertebrae whose roots a disc presses; higher up a compression beside a disc is more often of the bone. */
const ROOTS: ReadonlySet<VertebralLevel> = new Set(['L3', 'L4', 'L5']);

/** "Hernia L4-L5 met compressie van L5", "stenosis with compression of L5": what is pressed is the root. */
export function pressedRoot(
  elements: readonly Element[],
  head: number,
  text: string,
  levels: readonly VertebralLevel[],
): Element | null {
  const element = elements[head] as Element;
  if (!PRESSED.test(text.slice(element.start, element.end).toLowerCase())) return null;
  if (levels.length === 0 || !levels.every((level) => ROOTS.has(level))) return null;
  for (let i = head - 1; i >= Math.max(0, head - 8); i--) {
    if ((elements[i + 1] as Element).breakBefore > 0) return null;
    if (hasRole(elements[i] as Element, 'mismatch')) return elements[i] as Element;
  }
  return null;
}
