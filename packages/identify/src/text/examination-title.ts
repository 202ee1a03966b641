// Titles of examinations and bare colon headings ("RX heup li:", "Pols links:") at a sentence's beginning.

import { isLongPast } from '../reading/cue-senses.ts';
import { type Element, hasRole, rowOf } from '../reading/report-view.ts';
import { gapBit } from '../scan/char-class.ts';

interface ContextCut {
  readonly length: number;
  readonly exam: boolean;
  /** The title stands before a colon, so the sentence proper begins after it. */
  readonly consume: boolean;
}

export const LONGEST_TITLE = 14;
/** "F+P", "2inc": letters that tell the views. */
const SHORT_CODE = 4;

/** An examination title ("RX heup li:") or a colon heading ("Pols links:") at the sentence's beginning. */
export function contextCut(elements: readonly Element[]): ContextCut | null {
  let exam = false;
  let examAt = -1;
  for (let i = 0; i < Math.min(elements.length, LONGEST_TITLE); i++) {
    const element = elements[i] as Element;
    if (i > 0 && (element.gap & gapBit.colon) !== 0) {
      const named = elements
        .slice(0, i)
        .some((part) => hasRole(part, 'site') || hasRole(part, 'side') || part.level !== null);
      if (exam || (named && i <= 8)) return { length: i, exam, consume: true };
      return exam ? { length: i, exam, consume: true } : null;
    }
    if (hasRole(element, 'exam') && examAt < 0 && i <= 3) {
      exam = true;
      examAt = i;
    } else if (hasRole(element, 'head') || isAssertion(element)) {
      return exam && i > examAt + 1 ? { length: i, exam, consume: false } : null;
    }
    if (exam && i > examAt + 1 && element.breakBefore === 3) return { length: i, exam, consume: false };
  }
  return exam ? { length: Math.min(elements.length, LONGEST_TITLE), exam, consume: false } : null;
}

/** "Handgelenk li., 2 Ebenen": an opening sentence of bone, side and little else is the examination's title. */
export function isBareTitle(index: number, elements: readonly Element[]): boolean {
  if (index > 1 || elements.length > 10) return false;
  if (
    elements.some((element) => hasRole(element, 'head') || (hasRole(element, 'cue') && isAssertion(element)))
  )
    return false;
  const places = elements.filter((element) => hasRole(element, 'site') || hasRole(element, 'side')).length;
  if (elements.some((element) => hasRole(element, 'pseudo') && element.end - element.start > SHORT_CODE))
    return false;
  const unknown = elements.filter((element) => element.rows.length === 0 && !element.numeric).length;
  return elements.some((element) => hasRole(element, 'site')) && unknown <= places + 1;
}

function isAssertion(element: Element): boolean {
  const cue = rowOf(element, 'cue');
  return (
    cue !== null &&
    // "CT schedel negatief, CT CWZ …": a denial that looks back says nothing of what follows the title.
    ((cue.sense === 'absent' && cue.look !== 'back') ||
      cue.sense === 'possible' ||
      isLongPast(cue.sense) ||
      cue.sense === 'acute')
  );
}
