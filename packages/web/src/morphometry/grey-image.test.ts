import { expect, test } from 'vitest';
import { shade } from './grey-image.ts';

test('a window spreads its grey values from black to white, and what lies outside stays black or white', () => {
  const window = { low: 100, high: 300 };
  expect([50, 100, 200, 300, 900].map((value) => shade(value, window))).toEqual([0, 0, 128, 255, 255]);
});
