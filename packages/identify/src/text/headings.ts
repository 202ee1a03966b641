// Section headings: whether a sentence opens with one, and how long it rules.

import type { SectionRow } from '@breekpunt/knowledge';
import type { ReportSection } from '../finding.ts';
import { type Element, hasRole, rowOf } from '../reading/report-view.ts';
import { gapBit } from '../scan/char-class.ts';
import type { Scan } from '../scan/scan.ts';
import type { Sentence } from './sentences.ts';

export interface SectionState {
  section: ReportSection;
  family: boolean;
  /** Rules only until this line ends. */
  line: number | null;
}

export function sectionState(row: SectionRow, line: number | null): SectionState {
  if (row.section === 'family') return { section: 'history', family: true, line };
  const persists = row.section === 'findings' || row.section === 'conclusion';
  return { section: row.section, family: false, line: persists ? null : line };
}

interface Heading {
  readonly row: SectionRow;
  /** Elements the heading takes, its colon's left side. */
  readonly length: number;
  readonly fillsLine: boolean;
}

/** A section heading at the sentence's beginning: followed by a colon, alone on its line, or bare by nature. */
export function sectionHeading(scan: Scan, sentence: Sentence, elements: readonly Element[]): Heading | null {
  for (let i = 0; i < Math.min(elements.length, 4); i++) {
    const element = elements[i] as Element;
    if (i > 0 && element.breakBefore >= 2) return null;
    const row = rowOf(element, 'section');
    if (row === null) continue;
    for (let j = i + 1; j <= Math.min(elements.length, i + 6); j++) {
      const following = elements[j];
      if (following === undefined) {
        const alone = sentence.startsLine && (sentence.closing & (gapBit.newline | gapBit.colon)) !== 0;
        return alone && j - i <= 4
          ? { row, length: j, fillsLine: (sentence.closing & (gapBit.newline | gapBit.blankLine)) !== 0 }
          : null;
      }
      if ((following.gap & gapBit.colon) !== 0) {
        const fillsLine = (following.gap & (gapBit.newline | gapBit.blankLine)) !== 0;
        return { row: rowOf(elements[j - 1] as Element, 'section') ?? row, length: j, fillsLine };
      }
      if (following.breakBefore > 0 && !hasRole(following, 'section')) break;
    }
    const slashed =
      elements[i + 1] !== undefined &&
      ((elements[i + 1] as Element).gap & (gapBit.slash | gapBit.close)) !== 0;
    if (
      i === 0 &&
      (row.bare === true ||
        (slashed && (scan.end[element.last] as number) - (scan.start[element.first] as number) <= 2))
    ) {
      const capital = scan.text.charCodeAt(element.start);
      if (capital >= 65 && capital <= 90) return { row, length: 1, fillsLine: false };
    }
    return null;
  }
  return null;
}
