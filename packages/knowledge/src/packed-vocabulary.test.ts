import { expect, test } from 'vitest';
import { packedVocabulary, rowId, unpackedVocabulary } from './packed-vocabulary.ts';
import { vocabulary } from './vocabulary.ts';

test('packing the vocabulary and unpacking it gives every row back, its id included', () => {
  expect(unpackedVocabulary(packedVocabulary(vocabulary))).toEqual(vocabulary);
  expect(vocabulary.length).toBeGreaterThan(1000);
});

test('an id follows from language, role, meaning and first text, accents and signs aside', () => {
  expect(rowId({ lang: 'fr', role: 'cue', sense: 'absent' }, 'Pas d’évidence #')).toBe(
    'fr/cue/absent/pas-d-evidence-hash',
  );
  expect(rowId({ lang: 'nl', role: 'site', site: 'ankle' }, 'enkel')).toBe('nl/site/enkel');
});

test('rows that differ only in their texts share one kind', () => {
  const [first, second] = vocabulary.filter((row) => row.role === 'pseudo' && row.lang === 'nl');
  if (first === undefined || second === undefined) throw new Error('expected two rows');
  expect(packedVocabulary([first, { ...first, id: 'own', text: ['a:b'] }])).toMatchObject({
    kinds: [{ role: 'pseudo', lang: 'nl' }],
    rows: [expect.stringMatching(/^0::/), '0:own:a:b'],
  });
});
