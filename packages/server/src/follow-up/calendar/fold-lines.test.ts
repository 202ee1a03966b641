import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldLines } from './fold-lines.ts';

test('no line of a calendar file is longer than 75 octets, however many accents or emoji it has', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 200 })), (parts) => {
      const text = parts.map((part) => `SUMMARY:${part.replaceAll(/[\r\n]/g, '')}`).join('\r\n');
      const folded = foldLines(text);
      expect(folded.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
      expect(folded.replaceAll('\r\n ', '')).toBe(text);
    }),
    { seed: 20261122 },
  );
});

test('a line that another program folded by characters is folded anew by octets', () => {
  const place = 'é'.repeat(60);
  const byCharacters = `LOCATION:${place}`.replace(/^(.{66})/, '$1\r\n\t');
  const folded = foldLines(byCharacters);
  expect(folded.split('\r\n').map((line) => Buffer.byteLength(line))).toEqual([75, 55]);
  expect(folded.replaceAll('\r\n ', '')).toBe(`LOCATION:${place}`);
});
