import { expect, test } from 'vitest';
import { termsFrom } from './claim-terms.ts';

test('a plain term stands for itself', () => {
  expect(termsFrom('geen verschil')).toEqual(['geen verschil']);
});

test('a group stands for each of its words', () => {
  expect(termsFrom('(rem*|tot rust) ~ pijn')).toEqual(['rem* ~ pijn', 'tot rust ~ pijn']);
});

test('two groups joined stand for every pair, in both orders', () => {
  expect(termsFrom('(a|b) & (c|d)')).toEqual([
    'a ~ c',
    'c ~ a',
    'a ~ d',
    'd ~ a',
    'b ~ c',
    'c ~ b',
    'b ~ d',
    'd ~ b',
  ]);
});
