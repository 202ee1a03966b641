import { describe, expect, test } from 'vitest';
import { densityQuantityFrom, densityRegionFrom, lumbarLevelsFrom, sideFrom } from './density-words.ts';

describe('the region is read from the words of makers and hospitals', () => {
  test.each([
    ['BMD L1-L4', 'lumbar-spine'],
    ['DXA Lumbar spine', 'lumbar-spine'],
    ['T-score LWK', 'lumbar-spine'],
    ['DMO rachis lombaire', 'lumbar-spine'],
    ['Femoral neck, left', 'femoral-neck'],
    ['Femurhals links', 'femoral-neck'],
    ['col fémoral droit', 'femoral-neck'],
    ['Total hip', 'total-hip'],
    ['Femur totaal rechts', 'total-hip'],
    ['Hanche totale', 'total-hip'],
    ['1/3 radius', 'forearm'],
    ['Onderarm', 'forearm'],
  ] as const)('%s', (words, region) => {
    expect(densityRegionFrom(words)).toBe(region);
  });

  test.each(['DXA Femur-L ArMass BMD', 'cervical spine', 'whole body', ''])('but not from "%s"', (words) => {
    expect(densityRegionFrom(words)).toBeUndefined();
  });
});

test.each([
  ['T-score L1-L4', 't-score'],
  ['T score', 't-score'],
  ['Z-score heup', 'z-score'],
  ['BMD totale heup', 'bmd'],
  ['Botdichtheid', 'bmd'],
  ['densité minérale osseuse', 'bmd'],
  ['25-OH vitamine D', undefined],
] as const)('what "%s" measures', (words, quantity) => {
  expect(densityQuantityFrom(words)).toBe(quantity);
});

test('a side is only a side when one of the two is named', () => {
  expect(['heup links', 'hanche droite', 'hip', 'left and right'].map(sideFrom)).toEqual([
    'left',
    'right',
    null,
    null,
  ]);
});

describe('the vertebrae in a value, and those left out of it', () => {
  test.each([
    ['BMD L1-L4', ['L1', 'L2', 'L3', 'L4'], []],
    ['L1–4', ['L1', 'L2', 'L3', 'L4'], []],
    ['L1, L3-L4', ['L1', 'L3', 'L4'], []],
    ['L1 L3 L4', ['L1', 'L3', 'L4'], []],
    ['L2-L4', ['L2', 'L3', 'L4'], []],
    ['L1-L4 (excl. L2)', ['L1', 'L3', 'L4'], ['L2']],
    ['L1-L4 zonder L2 en L3', ['L1', 'L4'], ['L2', 'L3']],
    ['Lumbale wervelkolom L1-L4. L3 uitgesloten wegens artefact.', ['L1', 'L2', 'L4'], ['L3']],
    ['sans L1', null, ['L1']],
    ['L1-L5', null, []],
    ['Total hip', null, []],
  ] as const)('%s', (words, used, excluded) => {
    expect(lumbarLevelsFrom(words)).toEqual({ used, excluded });
  });
});
