import { createRandom } from '@breekpunt/synthetic';
import { expect, test } from 'vitest';
import { mutated } from './mutate.ts';

const text = 'RX pols li: distale radiusfractuur, weinig verplaatst. Geen luxatie.';

test('the same seed damages a text in the same way, so that a failing text can be made again', () => {
  const once = Array.from({ length: 50 }, (_, i) => mutated(createRandom(`m${i}`), text, [text]));
  const again = Array.from({ length: 50 }, (_, i) => mutated(createRandom(`m${i}`), text, [text]));
  expect(once).toEqual(again);
});

test('nearly every mutation changes the text', () => {
  const random = createRandom('change');
  const changed = Array.from({ length: 300 }, () => mutated(random, text, [text])).filter(
    (other) => other !== text,
  );
  expect(changed.length).toBeGreaterThan(270);
});

test('an empty text can be mutated too', () => {
  const random = createRandom('empty');
  expect(() => Array.from({ length: 200 }, () => mutated(random, '', ['a']))).not.toThrow();
});
