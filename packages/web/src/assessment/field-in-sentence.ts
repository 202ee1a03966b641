// A question of the assessment as words within a sentence: "Maagzweer gehad?" becomes "maagzweer gehad". Abbreviations and
// names keep their capital.

import type { AssessmentSay } from './use-assessment-words.ts';

const names = /^(?:Garden|Parkinson|Timed up)/;

export function fieldInSentence(field: string, own: AssessmentSay): string {
  return inSentence(own.of('field', field));
}

export function inSentence(label: string): string {
  const words = label.replace(/\s*\?$/, '');
  // A capital before another capital or a hyphen belongs to an abbreviation: FRAX, T-score.
  return names.test(words) || !/^\p{Lu}[\p{Ll}’ ]/u.test(words)
    ? words
    : words.charAt(0).toLowerCase() + words.slice(1);
}
