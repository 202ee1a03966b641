import { expect, test } from 'vitest';
import { keyName } from './use-keys.ts';

const pressed = { key: '', code: '', ctrlKey: false, metaKey: false, altKey: false };

test('a digit is known by its place, so that AZERTY needs no Shift', () => {
  expect(keyName({ ...pressed, key: '&', code: 'Digit1' })).toBe('Digit1');
  expect(keyName({ ...pressed, key: '1', code: 'Numpad1' })).toBe('Digit1');
});

test('a letter is known by what it writes, so that it is where the hand looks for it', () => {
  expect(keyName({ ...pressed, key: 'J', code: 'KeyJ' })).toBe('j');
  expect(keyName({ ...pressed, key: '?', code: 'Comma' })).toBe('?');
});

test('with Ctrl or Command it is another key, and with Alt it is none of ours', () => {
  expect(keyName({ ...pressed, key: 'K', code: 'KeyK', ctrlKey: true })).toBe('Ctrl+k');
  expect(keyName({ ...pressed, key: 'z', code: 'KeyZ', metaKey: true })).toBe('Ctrl+z');
  expect(keyName({ ...pressed, key: 'c', code: 'KeyC', altKey: true })).toBeNull();
});
