import { expect, test } from 'vitest';
import { fitsHome } from './fits-home.ts';

test('whoever does not get up at once is advised grab rails', () => {
  expect(fitsHome({ stands: 'no' }, { stands: 'no' })).toBe('yes');
});

test('whoever gets up without arms needs none', () => {
  expect(fitsHome({ stands: 'no' }, { stands: 'yes' })).toBe('no');
});

test.each([[{}], [{ stands: 'not-recorded' as const }]])(
  'what nobody answered is not known, never "not needed" (%o)',
  (answers) => {
    expect(fitsHome({ stands: 'no' }, answers)).toBe('not-recorded');
  },
);

test('one answer is enough, whatever is still open', () => {
  expect(fitsHome({ stands: 'no', dizzy: 'yes' }, { dizzy: 'yes' })).toBe('yes');
});

test('a reacher in the first weeks is for everybody', () => {
  expect(fitsHome({}, {})).toBe('yes');
});
