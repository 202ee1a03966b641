import { knownDate } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { unwrapped } from '@breekpunt/knowledge/test/rule-cases';
import { describe, expect, test } from 'vitest';
import type { Precision } from './density-change.ts';
import { dxaRulesOn } from './dxa-rules.ts';
import { parsePrecision } from './parse-precision.ts';

const today = knownDate('2026-11-22');
const knowledge = loadKnowledge();
const rules = unwrapped(dxaRulesOn(knowledge, 'ISCD', today));
const hip: Precision = {
  site: 'total-hip',
  vertebrae: [],
  maker: 'hologic',
  serial: 'S-1',
  error: 0.01,
  unit: 'g/cm2',
  studiedOn: knownDate('2026-03-01'),
};
const spine: Precision = { ...hip, site: 'lumbar-spine', vertebrae: ['L1', 'L2', 'L3', 'L4'] };
const read = (study: Precision) => parsePrecision(study, today, knowledge, rules);

test('a study of the hip and one of two vertebrae come in as they were stated', () => {
  expect(read(hip)).toEqual({ ok: true, value: hip });
  expect(read({ ...spine, vertebrae: ['L1', 'L3'] })).toMatchObject({ ok: true });
});

describe('[DX20] an error that cannot be true is refused with the range of its unit', () => {
  test.each([
    [1.1, 'g/cm2', 0.1],
    [0, 'g/cm2', 0.1],
    [0.01, 'percent', 10],
    [28, 'percent', 10],
  ] as const)('%s %s', (error, unit, most) => {
    expect(read({ ...hip, error, unit })).toMatchObject({
      ok: false,
      error: { kind: 'out-of-range', range: { most, unit } },
    });
  });
});

test('a study of tomorrow is refused', () => {
  expect(read({ ...hip, studiedOn: knownDate('2026-11-23') })).toMatchObject({
    error: { kind: 'studied-in-the-future' },
  });
});

test.each([
  ['of one vertebra', { ...spine, vertebrae: ['L2'] }],
  ['of one vertebra named twice', { ...spine, vertebrae: ['L2', 'L2'] }],
  ['of the chest', { ...spine, vertebrae: ['T12', 'L1'] }],
  ['of a hip with vertebrae', { ...hip, vertebrae: ['L1', 'L2'] }],
] as const)('[DX2] a study %s is refused', (_which, study) => {
  expect(read(study)).toMatchObject({ error: { kind: 'wrong-vertebrae', least: 2 } });
});
