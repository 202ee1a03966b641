import type { CalendarDate } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { describe, expect, test } from 'vitest';
import { rangesOn } from './parameters-on.ts';
import { plausible } from './plausible-value.ts';

const knowledge = loadKnowledge();
const day = '2026-11-22' as CalendarDate;
const ids = Object.keys(knowledge.parameters).filter((id) => id.includes('.plausible-'));

test('there are ranges of what is believed', () => {
  expect(ids.length).toBeGreaterThan(40);
});

describe.each(ids)('%s', (id) => {
  const found = rangesOn(knowledge, day, { range: id });
  if (!found.ok) throw new Error(`${id} holds no range on ${day}`);
  const { range } = found.value;
  const beyond = (range.most - range.least) * 1e-9;

  test('believes both of its ends, and refuses what lies beyond either with the range', () => {
    expect(range.least).toBeLessThan(range.most);
    expect(range.unit).not.toBe('');
    for (const end of [range.least, range.most])
      expect(plausible(id, end, range)).toEqual({ ok: true, value: end });
    for (const outside of [range.least - beyond, range.most + beyond])
      expect(plausible(id, outside, range)).toMatchObject({ error: { kind: 'out-of-range', range } });
  });

  test('refuses what is no number', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY])
      expect(plausible(id, value, range)).toMatchObject({ error: { kind: 'not-a-number' } });
  });
});
