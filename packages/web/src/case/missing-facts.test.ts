// Two days that cannot both be true must not read like days that nobody recorded.

import { expect, test } from 'vitest';
import nl from '../words/nl.json' with { type: 'json' };
import { sayIn } from '../words/use-words.tsx';
import { missingFactsInWords } from './missing-facts.ts';

const say = sayIn('nl', nl);

test('a report from after the death is said to contradict it, and neither day is called unknown', () => {
  expect(missingFactsInWords(['death-date', 'report-date', 'mechanism'], say)).toEqual({
    unknown: 'hoe het gebeurde',
    contradiction: 'Spreekt elkaar tegen: het verslag is van na het overlijden. Kijk beide dagen na.',
  });
});

test('a death that lies ahead and a fracture before the birth are said too', () => {
  expect(missingFactsInWords(['death-date'], say).contradiction).toMatch(/in de toekomst/);
  expect(missingFactsInWords(['birth-date', 'report-date'], say)).toMatchObject({ unknown: null });
});

test('what nobody recorded contradicts nothing', () => {
  expect(missingFactsInWords(['birth-date', 'fracture-date'], say)).toEqual({
    unknown: 'geboortedatum, datum van de breuk',
    contradiction: null,
  });
  expect(missingFactsInWords([], say)).toEqual({ unknown: null, contradiction: null });
});
