import { expect, test } from 'vitest';
import { gapsIn, guideOf } from '../../test/guide-gaps.ts';
import { someInput } from '../../test/guide-input.ts';
import type { GuideInput } from '../input/guide-input.ts';

const wornHip = {
  diagnosis: { kind: 'hip-osteoarthritis' },
  treatment: { kind: 'conservative' },
} as const;

function blocksOf(given: GuideInput['given']['weightBearing']): readonly string[] {
  const input = { ...someInput, ...wornHip, given: { ...someInput.given, weightBearing: given } };
  const guide = guideOf(input);
  expect(gapsIn(guide, input)).toEqual([]);
  return guide.sections.flatMap(({ blocks }) => blocks.map(({ id }) => id));
}

test('nobody with a worn hip is told that a surgeon allowed to stand on it', () => {
  expect(blocksOf('full').filter((id) => id.startsWith('today.load'))).toEqual([]);
  expect(blocksOf('not-recorded')).toContain('exercise.sit-to-stand');
});

test('a limit that the team wrote holds for a worn hip too: no exercise on the legs', () => {
  const blocks = blocksOf('partial');
  expect(blocks).toContain('today.load.partial');
  expect(blocks).not.toContain('exercise.sit-to-stand');
});

test('a disease has headings of its own: it did not happen', () => {
  const { sections } = guideOf({ ...someInput, ...wornHip });
  expect(sections.map(({ title }) => title)).toContain('Wat is er aan de hand?');
  expect(guideOf(someInput).sections.map(({ title }) => title)).toContain('Wat is er gebeurd?');
});
