import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Delimiters, delimitersFrom, escapeHl7, unescapeHl7 } from './delimiters.ts';

const usual: Delimiters = { field: '|', component: '^', repetition: '~', escape: '\\', subcomponent: '&' };
const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
const read = (text: string): string => unescapeHl7(text, usual, latin);

test('delimiters come from the header, unusual ones included', () => {
  expect(delimitersFrom('MSH|^~\\&|A')).toEqual(usual);
  expect(delimitersFrom('MSH$%*!@$A')).toMatchObject({
    field: '$',
    component: '%',
    repetition: '*',
    escape: '!',
  });
  expect(delimitersFrom('MSH|^~\\&#|A')).toMatchObject({ subcomponent: '&' });
  expect(delimitersFrom('MSH|||A')).toBeUndefined();
  expect(delimitersFrom('MSH|^^\\&|A')).toBeUndefined();
  expect(delimitersFrom('MSH')).toBeUndefined();
});

test.each([
  ['T\\F\\S\\S\\R\\R\\A\\T\\B\\E\\C', 'T|S^R~A&B\\C'],
  ['regel 1\\.br\\regel 2', 'regel 1\nregel 2'],
  ['a\\.sp2\\b', 'a\n\nb'],
  ['a\\X0D0A\\b', 'a\nb'],
  ['\\XE9\\t\\XE9\\', 'été'],
  ['\\H\\vet\\N\\', 'vet'],
  ['\\.in+4\\ingesprongen', 'ingesprongen'],
  ['C:\\map\\bestand', 'C:\\map\\bestand'],
  ['eind\\', 'eind\\'],
  ['\\Zlokaal\\', '\\Zlokaal\\'],
  ['50\\% \\F\\', '50\\% |'],
])('%s reads as %j', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test('whatever is escaped comes back as it was', () => {
  const signs = fc.string({
    unit: fc.constantFrom('|', '^', '~', '\\', '&', '\n', 'F', 'X', '0', '.', 'b', 'r', 'é', '😀'),
  });
  fc.assert(
    fc.property(signs, (text) => {
      const escaped = escapeHl7(text, usual);
      expect(escaped).not.toMatch(/[|^~&\n]/);
      expect(read(escaped)).toBe(text);
    }),
    { seed: 20_261_121, numRuns: 2_000 },
  );
});
