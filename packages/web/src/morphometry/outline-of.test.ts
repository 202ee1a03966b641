import { expect, test } from 'vitest';
import { outlineOf } from './outline-of.ts';

const box = (scale: number, front: number) =>
  [
    [0, 0],
    [20, 0],
    [40, 0],
    [0, front],
    [20, 30],
    [40, 30],
  ].map(([x = 0, y = 0]) => ({ x: x * scale, y: y * scale }));

test('one vertebra on images of two sizes has one outline', () => {
  expect(outlineOf(box(1, 20))).toBe(outlineOf(box(3, 20)));
});

test('a front that lost height makes another outline', () => {
  expect(outlineOf(box(1, 20))).not.toBe(outlineOf(box(1, 30)));
});

test('five points, or a back without height, make none', () => {
  expect(outlineOf([...box(1, 30).slice(0, 5), null])).toBeNull();
  expect(outlineOf(box(0, 30))).toBeNull();
});
