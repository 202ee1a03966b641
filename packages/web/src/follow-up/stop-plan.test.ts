import { expect, test } from 'vitest';
import { followers, missingInStop, stopBodyOf } from './stop-plan.ts';

const said = { stoppedOn: '2026-11-20', because: 'side-effects', plan: '', drug: '', by: '', on: '' };

test('denosumab cannot be written down as stopped while nothing is said to follow', () => {
  expect(missingInStop('denosumab', said)).toEqual(['plan']);
  expect(missingInStop('denosumab', { ...said, plan: 'none' })).toEqual(['plan']);
  expect(missingInStop('denosumab', { ...said, plan: 'drug' })).toEqual(['drug', 'on']);
  expect(missingInStop('denosumab', { ...said, plan: 'specialist', by: ' ' })).toEqual(['by', 'on']);
});

test('tablets can', () => {
  expect(missingInStop('alendronate', { ...said, plan: 'none' })).toEqual([]);
});

test('what follows denosumab keeps bone, or is denosumab again', () => {
  expect(followers('denosumab')).toContain('zoledronate');
  expect(followers('denosumab')).toContain('denosumab');
  expect(followers('denosumab')).not.toContain('teriparatide');
  expect(followers('alendronate')).not.toContain('alendronate');
});

test('a plan is sent with its drug and day, and without what was typed for another plan', () => {
  const answers = { ...said, plan: 'drug', drug: 'zoledronate', by: 'dr. A.', on: '2026-12-01' };
  expect(stopBodyOf('denosumab', answers)).toEqual({
    drug: 'denosumab',
    stoppedOn: '2026-11-20',
    because: 'side-effects',
    next: { plan: 'drug', drug: 'zoledronate', on: '2026-12-01' },
  });
});
