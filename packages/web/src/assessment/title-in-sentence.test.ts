import { expect, test } from 'vitest';
import { titleInSentence } from './title-in-sentence.ts';
import en from './words/en.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import nl from './words/nl.json' with { type: 'json' };

test('the title of a question loses its question mark and its capital within a sentence', () => {
  expect(titleInSentence('Zwanger?')).toBe('zwanger');
  expect(titleInSentence('Œsophage rétréci ou lent ?')).toBe('œsophage rétréci ou lent');
});

test('abbreviations and names keep their capitals', () => {
  for (const title of [
    'MRI toont oedeem',
    'T-score vergeleken met',
    'OF-klasse',
    'FRAX, elders berekend',
    'Garden',
  ])
    expect(titleInSentence(title)).toBe(title);
});

test.each(Object.entries({ nl, fr, en }))(
  'no title of a question in %s puts a common word with a capital into a sentence',
  (_language, words: Readonly<Record<string, string>>) => {
    const titles = Object.entries(words).filter(([key]) => key.startsWith('field.'));
    expect(titles.length).toBeGreaterThan(150);
    const capital = titles
      .map(([, title]) => titleInSentence(title))
      .filter((title) => /^\p{Lu}\p{Ll}{2}/u.test(title));
    expect(['Garden', 'Parkinson’s disease']).toEqual(expect.arrayContaining(capital));
  },
);
