import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOnce } from './create-once.ts';
import { describeKeyError, keysFrom, readKeys } from './keys.ts';
import { blindIndex, openText, sealText } from './sealed-text.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'breekpunt-keys-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const { sealing, index } = keysFrom(Buffer.alloc(32, 3));
const place = ['gent', 'be-insz', ''];

describe('a sealed text', () => {
  test('opens to what it was, and looks different each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const [one, other] = [sealText(sealing, place, text), sealText(sealing, place, text)];
        expect(openText(sealing, place, one)).toBe(text);
        expect(one.equals(other)).toBe(false);
      }),
      { seed: 20_261_121 },
    );
  });

  test('does not open after any bit of it changed', () => {
    const sealed = sealText(sealing, place, '85073003328');
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => openText(sealing, place, changed)).toThrow();
    }
  });

  test('does not open at another place or with another key', () => {
    const sealed = sealText(sealing, place, '85073003328');
    expect(() => openText(sealing, ['luik', 'be-insz', ''], sealed)).toThrow();
    expect(() => openText(index, place, sealed)).toThrow();
  });
});

test('a blind index is equal for equal texts of one place only', () => {
  const of = (where: readonly string[], text: string): string =>
    blindIndex(index, where, text).toString('hex');
  expect(of(['a'], 'bc')).toBe(of(['a'], 'bc'));
  expect(of(['a', 'b'], 'c')).not.toBe(of(['a'], 'bc'));
  expect(of(['ab'], 'c')).not.toBe(of(['a'], 'bc'));
});

describe('the key', () => {
  test('is made once, closed to others, and the same at the next start', () => {
    const path = join(folder, 'new', 'key');
    const first = readKeys(path, 'make');
    expect(first.ok).toBe(true);
    expect(readKeys(path, 'make')).toEqual(first);
    expect(readKeys(path, 'refuse')).toEqual(first);
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  test('is not made for records that exist already: its absence is told', () => {
    const read = readKeys(join(folder, 'absent'), 'refuse');
    expect(read).toMatchObject({ ok: false, error: { kind: 'no-key' } });
    expect(read.ok ? '' : describeKeyError(read.error)).toContain('BREEKPUNT_KEY_FILE');
  });

  test.each(['', 'short', Buffer.alloc(31).toString('base64'), `${'A'.repeat(42)}*=`])(
    'is refused when the file holds %j',
    (content) => {
      const path = join(folder, 'wrong');
      writeFileSync(path, content);
      expect(readKeys(path, 'make')).toMatchObject({ ok: false, error: { kind: 'not-a-key' } });
    },
  );

  test('gives a different key for each purpose', () => {
    const keys = Object.values(keysFrom(Buffer.alloc(32, 3))) as Buffer[];
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(4);
  });
});

test('a secret file that is there is never replaced', () => {
  const path = join(folder, 'once');
  createOnce(path, 'first');
  createOnce(path, 'second');
  expect(readFileSync(path, 'utf8')).toBe('first');
});
