import { knownDate } from '@breekpunt/core';
import { guideContent, loadKnowledge } from '@breekpunt/knowledge';
import { expect, test } from 'vitest';
import { type Words, wordsOf } from './words.ts';
import { writtenDay, writtenNumber, writtenRange } from './written-number.ts';

const today = knownDate('2026-11-22');

function words(language: 'nl' | 'fr' | 'en', country: 'BE' | 'NL' = 'BE'): Words {
  return wordsOf(guideContent, loadKnowledge(), { language, country, today });
}

test('a word of two countries is the one of the reader', () => {
  expect(words('nl', 'BE').fill('Vraag uw {physio}.')).toBe('Vraag uw kinesist.');
  expect(words('nl', 'NL').fill('Vraag uw {physio}.')).toBe('Vraag uw fysiotherapeut.');
});

test('a sentence that begins with a filled word begins with a capital, in the middle it does not', () => {
  expect(words('nl').fill('{your-physio} helpt. {your-physio} weet het. Bel {your-physio}.')).toBe(
    'Uw kinesist helpt. Uw kinesist weet het. Bel uw kinesist.',
  );
});

test('a number of knowledge is written as the language does, a pair as a range, and a list in full', () => {
  expect(words('nl', 'NL').fill('{number:pain.nl-paracetamol-long} gram')).toBe('2,5 gram');
  expect(words('en', 'NL').fill('{number:pain.nl-paracetamol-long} grams')).toBe('2.5 grams');
  expect(words('nl').fill('{number:treatment.nl-calcium}')).toBe('1.000 tot 1.100');
  expect(words('nl').fill('na {list:spine.x-ray-weeks} weken')).toBe('na 2, 6 en 12 weken');
});

test('a place that nothing fills is a mistake of ours and stops', () => {
  expect(() => words('nl').fill('Bel {nobody}.')).toThrow('Nothing fills {nobody} in nl');
});

test('days are written with their name and month in words', () => {
  expect(writtenDay(knownDate('2026-03-12'), words('nl'))).toBe('donderdag 12 maart 2026');
  expect(writtenDay(knownDate('2024-02-29'), words('fr'))).toBe('jeudi 29 février 2024');
  expect(writtenDay(knownDate('1999-12-31'), words('en'))).toBe('Friday 31 December 1999');
});

test('thousands and ranges are those of the language', () => {
  expect(writtenNumber(24523, 'nl')).toBe('24.523');
  expect(writtenNumber(1000, 'en')).toBe('1,000');
  expect(writtenRange([5, 10], words('nl'))).toBe('5 tot 10');
  expect(writtenRange([3, 3], words('nl'))).toBe('3');
});
