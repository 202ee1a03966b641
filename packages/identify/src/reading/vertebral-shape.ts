// Genant grade and height loss as the report writes them, beside the level they belong to.

import type { Scan } from '../scan/scanner.ts';
import type { Element } from './report-view.ts';

const gradeWords = new Set(['graad', 'grade', 'grad', 'gr', 'genant', 'gradatie', 'graded']);
const romans: Readonly<Record<string, 0 | 1 | 2 | 3>> = { i: 1, ii: 2, iii: 3 };

/** The grade nearest after (else before) this element, or null. */
export function genantNear(scan: Scan, elements: readonly Element[], at: number): 0 | 1 | 2 | 3 | null {
  let best: 0 | 1 | 2 | 3 | null = null;
  let distance = 12;
  for (let i = 0; i < elements.length; i++) {
    const word = scan.text.slice((elements[i] as Element).start, (elements[i] as Element).end).toLowerCase();
    const whole = /(?:genant|graad|grade|grad|gr\.?|sq)[\s\S]*?([0-3]|i{1,3})(?:\s|$)/.exec(word);
    if (whole !== null && (elements[i] as Element).rows.length > 0) {
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

/** The percentage written nearest to this element, in the same sentence; the larger of a range. */
export function heightLossNear(scan: Scan, elements: readonly Element[], at: number): number | null {
  let best: number | null = null;
  let distance = 14;
  for (let i = 1; i < elements.length; i++) {
    const sign = elements[i] as Element;
    if (scan.text.slice(sign.start, sign.end) !== '%') continue;
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
