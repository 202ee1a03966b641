import { expect, test } from 'vitest';
import { dxaMakerFrom } from './dxa-maker.ts';

test.each([
  ['Hologic', 'hologic'],
  ['hologic', 'hologic'],
  ['HORIZON W', 'hologic'],
  ['GE Healthcare Lunar Prodigy', 'lunar'],
  ['Lunar iDXA', 'lunar'],
  ['GE', 'lunar'],
  ['Norland XR-46', 'norland'],
  ['DMS Stratos', 'other'],
  ['Genoray', 'other'],
] as const)('a device that calls itself %s is of %s', (text, maker) => {
  expect(dxaMakerFrom(text)).toBe(maker);
});

test.each([null, '', ' ', 'not-recorded'])('a device that says nothing (%j) is not recorded', (text) => {
  expect(dxaMakerFrom(text)).toBe('not-recorded');
});
