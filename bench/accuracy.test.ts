import { expect, test } from 'vitest';
import { detectionOf } from './accuracy.ts';

const gold = [
  { id: '1', lang: 'nl', text: 'heupfractuur', triage: 'fracture' },
  { id: '2', lang: 'nl', text: 'geen fractuur', triage: 'none' },
  { id: '3', lang: 'nl', text: 'inzakking L1', triage: 'prevalent-vertebral' },
  { id: '4', lang: 'nl', text: 'pneumonie', triage: 'none' },
];

test('a keyword finds denied fractures and misses the euphemism', () => {
  const { sensitivity, ppv, specificity, f1 } = detectionOf(gold, (text) => text.includes('fractuur'));
  expect([sensitivity, ppv, specificity, f1]).toEqual([0.5, 0.5, 0.5, 0.5]);
});
