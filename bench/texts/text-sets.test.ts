import { expect, test } from 'vitest';
import { adversarialText, adversaries } from './adversarial.ts';
import { latencySet, openCorpus, shortSets } from './text-sets.ts';

test('short reports are as long as real ones: some 270 characters', () => {
  const [mixed] = shortSets();
  const mean = (mixed?.characters ?? 0) / (mixed?.texts.length ?? 1);
  expect(mean).toBeGreaterThan(240);
  expect(mean).toBeLessThan(300);
});

test('the texts for latency are at most 5,000 bytes and some are nearly that', () => {
  const sizes = latencySet().texts.map((text) => Buffer.byteLength(text));
  expect(Math.max(...sizes)).toBeLessThanOrEqual(5000);
  expect(Math.max(...sizes)).toBeGreaterThan(4500);
});

test('a hostile text has exactly the length asked for', () => {
  for (const adversary of adversaries) expect(adversarialText(adversary, 10_007)).toHaveLength(10_007);
});

test('the open corpus has a triage for every report', () => {
  expect(
    openCorpus().every(({ triage }) =>
      ['fracture', 'prevalent-vertebral', 'possible', 'none'].includes(triage),
    ),
  ).toBe(true);
});
