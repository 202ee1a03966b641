import fc from 'fast-check';
import { expect, test } from 'vitest';
import { windows1252 } from '../../test/read-all.ts';
import { ByteDecoder, decodeWhole, isDamaged, readable } from './byte-decoder.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('Windows-1252 is recognised by bytes that UTF-8 cannot hold, curly signs included', () => {
  const decoded = decodeWhole(windows1252('Besluit: geen fractuur, patiënt betaalt 5 €'));
  expect(decoded).toEqual({
    text: 'Besluit: geen fractuur, patiënt betaalt 5 €',
    encoding: 'windows-1252',
    damaged: false,
  });
});

test('a single accented letter at the very end is enough to decide', () => {
  expect(decodeWhole(windows1252('compte rendu validé')).text).toBe('compte rendu validé');
});

test('UTF-8 and UTF-16 are read with and without their marks', () => {
  const text = 'Röntgen Lendenwirbelsäule – Befund';
  const utf16le = new Uint8Array(new Uint16Array([...text].map((c) => c.charCodeAt(0))).buffer);
  const utf16be = utf16le.slice();
  for (let i = 0; i < utf16be.length; i += 2)
    utf16be.set([utf16le[i + 1] as number, utf16le[i] as number], i);
  expect(decodeWhole(bytes(text)).text).toBe(text);
  expect(decodeWhole(bytes(`\ufeff${text}`)).text).toBe(text);
  expect(decodeWhole(utf16le).text).toBe(text);
  expect(decodeWhole(new Uint8Array([0xff, 0xfe, ...utf16le])).text).toBe(text);
  expect(decodeWhole(new Uint8Array([0xfe, 0xff, ...utf16be])).text).toBe(text);
});

test('one broken byte among much good UTF-8 is marked and stays readable; the rest is untouched', () => {
  const input = new Uint8Array([...bytes('patiënte, né, Müller '), 0xe9, ...bytes(' fin')]);
  const decoded = decodeWhole(input);
  expect(decoded.encoding).toBe('utf-8');
  expect(isDamaged(decoded.text)).toBe(true);
  expect(isDamaged('patiënte 😀')).toBe(false);
  expect(readable(decoded.text)).toBe('patiënte, né, Müller é fin');
});

test('where the chunks are cut never changes the text', () => {
  const input = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }).map(bytes),
    fc.uint8Array({ maxLength: 60 }),
    fc
      .string({ unit: 'grapheme', maxLength: 40 })
      .chain((text) =>
        fc
          .uint8Array({ maxLength: 3 })
          .map((noise) => new Uint8Array([...bytes(text), ...noise, ...bytes('é')])),
      ),
  );
  fc.assert(
    fc.property(
      input,
      fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 }),
      (all, cuts) => {
        const decoder = new ByteDecoder();
        let text = '';
        for (let at = 0, i = 0; at < all.length; i++) {
          const length = cuts[i % cuts.length] as number;
          text += decoder.decode(all.slice(at, at + length));
          at += length;
        }
        text += decoder.end();
        const whole = new ByteDecoder();
        expect(text).toBe(whole.decode(all) + whole.end());
      },
    ),
    { seed: 20_261_121, numRuns: 1_000 },
  );
});
