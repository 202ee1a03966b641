import type { WorklistRow } from '@breekpunt/server';
import { expect, test } from 'vitest';
import { correctionFrom, levelsIn } from './correction.ts';

const row = {
  site: 'vertebra.lumbar',
  side: null,
  levels: ['L1'],
  mechanism: 'not-recorded',
  fractureOn: '2026-11-12',
} as unknown as WorklistRow;

const asItStands = {
  site: 'vertebra.lumbar',
  side: '',
  levels: 'L1',
  mechanism: 'not-recorded',
  fractureOn: '2026-11-12',
};

test('vertebrae are read as people write them', () => {
  expect(levelsIn('d12, L1')).toEqual(['T12', 'L1']);
  expect(levelsIn('Th12 + l1')).toEqual(['T12', 'L1']);
  expect(levelsIn('')).toEqual([]);
  expect(levelsIn('L6')).toBeNull();
  expect(levelsIn('twaalf')).toBeNull();
});

test('what stands as it stood is no correction', () => {
  expect(correctionFrom(row, asItStands)).toEqual({});
});

test('only what was changed is a correction, and a place outside the spine has no vertebrae', () => {
  expect(correctionFrom(row, { ...asItStands, levels: 'T12' })).toEqual({ levels: ['T12'] });
  expect(correctionFrom(row, { ...asItStands, site: 'hip.femoral-neck', side: 'left' })).toEqual({
    site: 'hip.femoral-neck',
    side: 'left',
    levels: [],
  });
  expect(correctionFrom(row, { ...asItStands, levels: 'L9' })).toBeNull();
});
