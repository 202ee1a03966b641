import { guideContent } from '@breekpunt/knowledge';
import { expect, test } from 'vitest';
import { drawnSpan } from './drawn-span.ts';
import { pictureSvg } from './picture-svg.ts';

test('a drawing reaches from its highest to its lowest line, arcs and heads included', () => {
  expect(drawnSpan(['M10 50 L20 90 H40', 'M0 60 V120', 'M5 70 Q6 40 9 80'], [])).toEqual({
    top: 40,
    bottom: 120,
  });
  expect(drawnSpan(['M5 70 a8 5 0 1 1 16 0'], [{ top: 20, bottom: 42 }])).toEqual({ top: 20, bottom: 75 });
  expect(() => drawnSpan(['M0 0 S1 1 2 2'], [])).toThrow('command S');
});

test('every drawing fills its box: no empty half pushes the words down, and nothing is cut off', () => {
  for (const picture of guideContent.pictures) {
    const [, top = '', height = ''] =
      /viewBox="0 (-?[\d.]+) 240 ([\d.]+)"/.exec(pictureSvg(picture, 'Somebody')) ?? [];
    expect([picture.id, Number(height) <= 168, Number(height) >= 40]).toEqual([picture.id, true, true]);
    for (const [, y] of picture.heads) {
      expect(y - 11).toBeGreaterThan(Number(top));
      expect(y + 11).toBeLessThan(Number(top) + Number(height));
    }
  }
});
