import { describe, expect, test } from 'vitest';
import { centimetres, centimetresFrom, millimetres, millimetresFrom, percent } from './quantity.ts';

describe('numbers with a unit', () => {
  test('25 percent, 4 cm and 4 mm are accepted', () => {
    expect(percent(25)).toEqual({ ok: true, value: 25 });
    expect(centimetres(4)).toEqual({ ok: true, value: 4 });
    expect(millimetres(4)).toEqual({ ok: true, value: 4 });
  });

  test.each([-1, 101, Number.NaN, Number.POSITIVE_INFINITY])('%d is not a percentage', (value) => {
    expect(percent(value).ok).toBe(false);
  });

  test('a body length of 1650 is centimetres mistaken for millimetres, and refused', () => {
    expect(centimetres(1650)).toMatchObject({ ok: false, error: { kind: 'out-of-range' } });
  });

  test('a height loss of 4 cm is 40 mm, and back', () => {
    const loss = centimetres(4);
    if (!loss.ok) throw new Error('4 cm is a length');
    expect(millimetresFrom(loss.value)).toBe(40);
    expect(centimetresFrom(millimetresFrom(loss.value))).toBe(4);
  });
});
