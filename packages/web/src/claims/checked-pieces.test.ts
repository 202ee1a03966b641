import { expect, test } from 'vitest';
import { checkedPieces } from './checked-pieces.ts';

test('the pieces of a checked text are the text again, each with what was found on it', () => {
  const text = 'Eerst dit. Dan dat. Tot slot.';
  const pieces = checkedPieces(text, {
    found: [
      { claim: 'C1', start: 0, end: 10, because: [] },
      { claim: 'C9', start: 0, end: 10, because: [] },
    ],
    notChecked: [{ start: 11, end: 19 }],
    notRecognised: [{ start: 20, end: 29 }],
  });
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(
    pieces.map(({ claims, notChecked, notRecognised }) => [claims.join(' '), notChecked, notRecognised]),
  ).toEqual([
    ['C1 C9', false, false],
    ['', false, false],
    ['', true, false],
    ['', false, false],
    ['', false, true],
  ]);
});

test('a text without findings is one plain piece', () => {
  expect(checkedPieces('Niets.', { found: [], notChecked: [], notRecognised: [] })).toEqual([
    { start: 0, text: 'Niets.', claims: [], notChecked: false, notRecognised: false },
  ]);
});
