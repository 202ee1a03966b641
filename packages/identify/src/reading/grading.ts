// When a bare grade ("Th6 graad 1") names a vertebral fracture: where Genant is spoken of, and a vertebra stands
// right beside it.

import { duty } from '../scan/duties.ts';
import { phraseOf } from './phrase.ts';
import { type Element, hasRole, rowOf, type SentenceView } from './report-view.ts';

/** Densitometry with vertebral assessment, or the name Genant anywhere, makes a bare grade a vertebral one. */
export function speaksOfGrading(sentences: readonly SentenceView[]): boolean {
  return sentences.some(
    (sentence) =>
      (sentence.duties & (duty.exam | duty.head)) !== 0 &&
      sentence.whole.some(
        (element) =>
          rowOf(element, 'exam')?.modality === 'dxa' ||
          (rowOf(element, 'head')?.needs === 'grading' &&
            element.rows.some((row) => row.text.some((text) => /genant/i.test(text)))),
      ),
  );
}

/** A bare grade names a fracture only right after its vertebra and where no other head word takes it. */
export function gradesHere(sentence: SentenceView, at: number): boolean {
  const { elements } = sentence;
  const vertebra = levelOfGrade(elements, at);
  for (let i = Math.max(0, at - 9); i < Math.min(elements.length, at + 9); i++) {
    const other = rowOf(elements[i] as Element, 'head');
    if (i === at || other === null || other.needs === 'grading') continue;
    const taken = phraseOf(elements, i);
    if (vertebra < 0 || (vertebra >= taken.from && vertebra <= taken.to)) return false;
  }
  if (elements.some((element) => hasRole(element, 'mismatch'))) return false;
  return vertebra >= 0 || (at <= 1 && (sentence.context?.levels.length ?? 0) > 0);
}

/** The level a grade stands beside: right before it, else right after; −1 for none. */
function levelOfGrade(elements: readonly Element[], at: number): number {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) if ((elements[i] as Element).level !== null) return i;
  for (let i = at + 1; i <= Math.min(at + 4, elements.length - 1); i++) {
    const element = elements[i] as Element;
    if (element.level !== null) return i;
    // "graad I anterolisthesis L4": another noun has the grade.
    if (element.rows.length === 0 && !element.numeric) break;
  }
  return -1;
}
