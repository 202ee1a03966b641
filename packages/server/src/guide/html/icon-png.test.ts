import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { iconPng, iconSizes } from './guide-icons.ts';
import { drawnIcon } from './icon-png.ts';

/** The pixels of our own kind of PNG: eight bits, no filter, one block of data. */
function pixels(png: Buffer): { readonly side: number; readonly rows: Buffer } {
  const side = png.readUInt32BE(16);
  const length = png.readUInt32BE(33);
  return { side, rows: inflateSync(png.subarray(41, 41 + length)) };
}

test.each(iconSizes)('the icon of %i pixels that is kept is the one the script draws', (size) => {
  const kept = pixels(iconPng(size));
  expect(kept.side).toBe(size);
  expect(kept.rows.equals(pixels(drawnIcon(size)).rows)).toBe(true);
});

test('an icon shows a white line on blue, and nothing of it where a round home screen cuts', () => {
  const { side, rows } = pixels(drawnIcon(180));
  const colour = (x: number, y: number): readonly number[] => {
    const at = y * (1 + side * 3) + 1 + x * 3;
    return [...rows.subarray(at, at + 3)];
  };
  expect(colour(45, 100)).toEqual([255, 255, 255]);
  expect(colour(2, 2)).toEqual([10, 88, 166]);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      if (Math.hypot(x - side / 2, y - side / 2) > side * 0.4) expect(colour(x, y)).toEqual([10, 88, 166]);
});
