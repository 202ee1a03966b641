import { expect, test } from 'vitest';
import { answerOfKey, neighbour, stepOfKey } from './call-keys.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false };

test('1, 2 and 3 answer by their place, with Shift as on AZERTY, and from the numeric keypad', () => {
  expect(
    ['Digit1', 'Numpad2', 'Digit3', 'Digit4', 'KeyQ'].map((code) => answerOfKey({ code, ...plain })),
  ).toEqual(['yes', 'no', 'not-recorded', null, null]);
});

test('with Ctrl they are the browser’s own', () => {
  expect(answerOfKey({ ...plain, code: 'Digit1', ctrlKey: true })).toBeNull();
  expect(stepOfKey({ ...plain, key: 'j', metaKey: true })).toBeNull();
});

test('j and k move to the question below and above, and stop at the ends', () => {
  const questions = ['fall', 'fracture', 'exercises'] as const;
  expect(stepOfKey({ key: 'j', ...plain })).toBe(1);
  expect(neighbour(questions, 'fall', 1)).toBe('fracture');
  expect(neighbour(questions, 'fall', -1)).toBeNull();
  expect(neighbour(questions, 'exercises', 1)).toBeNull();
});
