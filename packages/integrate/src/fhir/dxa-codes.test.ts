// The codes of bone densitometry: what each states, and what it leaves open.

import { hasLoincCheckDigit } from '@breekpunt/core';
import { expect, test } from 'vitest';
import { dxaCode, dxaLoincs, isWholeFemur } from './dxa-codes.ts';

test('every code carries its check digit', () => {
  expect(dxaLoincs.length).toBeGreaterThan(15);
  expect(dxaLoincs.filter((code) => !hasLoincCheckDigit(code))).toEqual([]);
});

test('the codes of the US Core example name density, T-score and Z-score of the left hip', () => {
  expect(dxaCode('46278-8')).toEqual({ region: 'total-hip', side: 'left', what: 'bmd' });
  expect(dxaCode('80946-7')).toEqual({ region: 'total-hip', side: 'left', what: 't-score' });
  expect(dxaCode('80938-4')).toEqual({ region: 'total-hip', side: 'left', what: 'z-score' });
});

test('a T-score of the femur stays one of the femur as a whole until words say which region', () => {
  expect([isWholeFemur('80948-3'), isWholeFemur('80946-7')]).toEqual([true, false]);
});

test('the code that Synthea uses for any T-score is one of the forearm, not of hip or spine', () => {
  expect(dxaCode('38265-5')).toMatchObject({ what: 't-score', region: 'forearm' });
});
