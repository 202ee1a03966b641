import { expect, test } from 'vitest';
import { dutchSyllables, readability } from './readability.ts';

test.each([
  ['bot', 1],
  ['oefeningen', 4],
  ['ziekenhuis', 3],
  ['bloedverdunner', 4],
  ['ooievaar', 3],
  ['eieren', 3],
  ['reünie', 3],
  ['operatie', 4],
  ['adem', 2],
  ['cadeau', 2],
  ['MRI', 3],
  ['112', 1],
])('%s has %i syllables', (word, syllables) => {
  expect(dutchSyllables(word)).toBe(syllables);
});

test('the formulas give what they give by hand', () => {
  // 6 words in 2 sentences, one syllable each.
  const found = readability(['Sta op. Ga naar uw stoel.', '']);
  expect(found).toMatchObject({ sentences: 2, words: 6, meanSentence: 3, longestSentence: 4 });
  expect(found.fleschDouma).toBeCloseTo(206.835 - 0.93 * 3 - 77 * (6 / 6), 5);
  expect(found.readingIndexA).toBeCloseTo(195 - 2 * 3 - 66.67 * (6 / 6), 5);
});

test('a leaflet in long words falls below what is asked of ours', () => {
  const stiff =
    'De revalidatiebehandeling wordt geïndividualiseerd op basis van de functionele mogelijkheden en de belastbaarheid van de betreffende patiënt.';
  expect(readability([stiff]).fleschDouma).toBeLessThan(30);
});
