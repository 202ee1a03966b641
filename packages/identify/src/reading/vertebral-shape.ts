// Genant grade and height loss as the report writes them, beside the level they belong to.

import type { Scan } from '../scan/scan.ts';
import type { Element } from './report-view.ts';

const gradeWords = new Set(['graad', 'grade', 'grad', 'gr', 'genant', 'gradatie', 'graded']);
const romans: Readonly<Record<string, 0 | 1 | 2 | 3>> = { i: 1, ii: 2, iii: 3 };

/** The grade nearest after (else before) this element, or null. */
export function genantNear(scan: Scan, elements: readonly Element[], at: number): 0 | 1 | 2 | 3 | null {
  let best: 0 | 1 | 2 | 3 | null = null;
  let distance = 12;
  for (let i = Math.max(0, at - distance); i < Math.min(elements.length, at + distance); i++) {
    const element = elements[i] as Element;
    if (!opensGrade(scan, element) || gradesOther(scan, elements, i, at)) continue;
    const word = scan.text.slice(element.start, element.end).toLowerCase();
    const whole =
      element.rows.length === 0
        ? null
        : /(?:genant|graad|grade|grad|gr\.?|sq)[\s\S]*?([0-3]|i{1,3})(?:\s|$)/.exec(word);
    if (whole !== null) {
      const away = i >= at ? i - at : at - i + 4;
      const value = romans[whole[1] as string] ?? (Number(whole[1]) as 0 | 1 | 2 | 3);
      if (away < distance) {
        distance = away;
        best = value;
      }
      continue;
    }
    if (!gradeWords.has(word) && !word.startsWith('genant')) continue;
    const grade = gradeAt(scan, elements, i + 1);
    if (grade === null) continue;
    const away = i >= at ? i - at : at - i + 4;
    if (away < distance) {
      distance = away;
      best = grade;
    }
  }
  return best;
}

/** "listhesis graad 1; wigvormige L1": the grade of a slip, or of what a semicolon parts off. */
function gradesOther(scan: Scan, elements: readonly Element[], grade: number, at: number): boolean {
  for (let i = Math.min(grade, at) + 1; i <= Math.max(grade, at); i++)
    if ((elements[i] as Element).breakBefore === 3) return true;
  const before = elements[grade - 1];
  return before !== undefined && scan.text.slice(before.start, before.end).toLowerCase().includes('listhes');
}

/** A cheap look before the words are compared: a known text, or a plain word that begins as "graad" does. */
function opensGrade(scan: Scan, element: Element): boolean {
  return element.rows.length > 0 || (scan.text.charCodeAt(element.start) | 0x20) === 0x67;
}

function gradeAt(scan: Scan, elements: readonly Element[], at: number): 0 | 1 | 2 | 3 | null {
  for (let i = at; i <= at + 1 && i < elements.length; i++) {
    const element = elements[i] as Element;
    const word = scan.text.slice(element.start, element.end).toLowerCase();
    if (/^[0-3]$/.test(word)) return Number(word) as 0 | 1 | 2 | 3;
    const roman = romans[word];
    if (roman !== undefined) return roman;
    if (!gradeWords.has(word)) return null;
  }
  return null;
}

const PERCENT_SIGN = '%'.charCodeAt(0);

/** The percentage written nearest to this element, in the same sentence; the larger of a range. */
export function heightLossNear(scan: Scan, elements: readonly Element[], at: number): number | null {
  let best: number | null = null;
  let distance = 14;
  for (let i = 1; i < elements.length; i++) {
    const sign = elements[i] as Element;
    if (scan.text.charCodeAt(sign.start) !== PERCENT_SIGN) continue;
    const number = elements[i - 1] as Element;
    const word = scan.text.slice(number.start, number.end);
    if (!/^\d{1,2}$/.test(word)) continue;
    const away = Math.abs(i - at);
    if (away < distance) {
      distance = away;
      best = Number(word);
    }
  }
  return best;
}
