import { expect, test } from 'vitest';
import { inFrenchPrint, tableInFrenchPrint } from './french-print.ts';

test.each([
  ['Avez-vous mal ?', 'Avez-vous mal\u00a0?'],
  ['Dites : « non » !', 'Dites\u00a0: «\u00a0non\u00a0»\u00a0!'],
  ['2 713 personnes', '2\u00a0713 personnes'],
  ['le 112', 'le 112'],
  ["L'os d'une hanche", 'L’os d’une hanche'],
  ['Bouger, manger', 'Bouger, manger'],
])('"%s" is set as it is printed', (written, set) => {
  expect(inFrenchPrint(written)).toBe(set);
  expect(inFrenchPrint(set)).toBe(set);
});

test('a telephone number keeps its groups apart from a thousand', () => {
  expect(inFrenchPrint('02 555 12 34')).toBe('02\u00a0555 12 34');
});

test('every text of a table is set, and what is no text stays', () => {
  expect(tableInFrenchPrint({ a: ['Où ?', 3, null], b: { c: 'Ici !' } })).toEqual({
    a: ['Où\u00a0?', 3, null],
    b: { c: 'Ici\u00a0!' },
  });
});
