import { hasLoincCheckDigit, knownDate } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { expect, test } from 'vitest';
import { dxaObservationsOn } from './dxa-observation.ts';

const read = dxaObservationsOn(loadKnowledge(), knownDate('2026-11-21'));
if (!read.ok) throw new Error('no densitometry codes today');
const index = read.value;

test('every code carries its check digit', () => {
  expect(index.size).toBeGreaterThan(15);
  expect([...index.keys()].filter((code) => !hasLoincCheckDigit(code))).toEqual([]);
});

test('the codes of the US Core example name density, T-score and Z-score of the left hip', () => {
  expect(index.get('46278-8')).toEqual({ quantity: 'bmd', site: 'total-hip', side: 'left' });
  expect(index.get('80946-7')).toEqual({ quantity: 't-score', site: 'total-hip', side: 'left' });
  expect(index.get('80938-4')).toEqual({ quantity: 'z-score', site: 'total-hip', side: 'left' });
});

test('a T-score of the femur stays a femur until a body site says which region', () => {
  expect(index.get('80948-3')).toEqual({ quantity: 't-score', site: 'femur', side: 'left' });
});

test('the code that Synthea uses for any T-score is one of the forearm, not of hip or spine', () => {
  expect(index.get('38265-5')).toMatchObject({ quantity: 't-score', site: 'forearm' });
});
