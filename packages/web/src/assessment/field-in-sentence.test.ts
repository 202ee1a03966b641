import { expect, test } from 'vitest';
import { inSentence } from './field-in-sentence.ts';

test.each([
  ['Maagzweer gehad?', 'maagzweer gehad'],
  ['A déjà eu une cure ?', 'a déjà eu une cure'],
  ['N’a pas supporté les comprimés ?', 'n’a pas supporté les comprimés'],
  ['FRAX, elders berekend', 'FRAX, elders berekend'],
  ['T-score vergeleken met', 'T-score vergeleken met'],
  ['PTH', 'PTH'],
  ['Garden', 'Garden'],
  ['Parkinson’s disease?', 'Parkinson’s disease'],
])('“%s” within a sentence is “%s”', (label, words) => {
  expect(inSentence(label)).toBe(words);
});
