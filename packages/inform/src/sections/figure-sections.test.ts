// Numbers for patients: whole people, both frames, and nothing computed from what is not known.

import { guideContent, loadKnowledge } from '@breekpunt/knowledge';
import { expect, test } from 'vitest';
import { someInput } from '../../test/guide-input.ts';
import { compileGuide } from '../guide/compile-guide.ts';
import type { Block, Guide } from '../guide/guide.ts';
import type { GuideInput } from '../input/guide-input.ts';

const knowledge = loadKnowledge();

function guideOf(changes: Partial<GuideInput>): Guide {
  const made = compileGuide({ ...someInput, ...changes }, knowledge, guideContent);
  if (!made.ok) throw new Error(made.error.kind);
  return made.value;
}

function block(guide: Guide, id: string): Block | undefined {
  return guide.sections.flatMap(({ blocks }) => blocks).find((each) => each.id === id);
}

test('complications are counted out of 1,000, with those it happens to and those it does not', () => {
  const array = block(guideOf({}), 'figures.hip-complications');
  expect(array).toMatchObject({
    kind: 'icon-array',
    outOf: 1000,
    sources: ['white-2025'],
    rows: expect.arrayContaining([
      expect.objectContaining({
        id: 'wound-infection',
        count: 34,
        low: 32,
        high: 36,
        text: '34 van de 1.000 wel, 966 niet',
      }),
    ]),
  });
});

test('what one implant does is told only where a trial compared it: half and total prosthesis have their own numbers', () => {
  const neck = { kind: 'hip-fracture', site: 'femoral-neck' } as const;
  const after = (operation: 'half-prosthesis' | 'total-prosthesis'): Guide =>
    guideOf({ diagnosis: neck, treatment: { kind: 'operation', operation, on: 'not-recorded' } });
  expect(block(after('half-prosthesis'), 'figures.half-prosthesis')).toMatchObject({
    rows: [{ count: 24 }, {}, {}],
  });
  expect(block(after('total-prosthesis'), 'figures.total-prosthesis')).toMatchObject({
    rows: [{ count: 47 }, {}, {}],
  });
  expect(block(after('half-prosthesis'), 'figures.total-prosthesis')).toBeUndefined();
});

test('the chance of a next fracture stands with and without treatment, and grows with the years', () => {
  const array = block(guideOf({}), 'bone-health.next-fracture');
  if (array?.kind !== 'icon-array') throw new Error('no chance of a next fracture');
  const counts = Object.fromEntries(array.rows.map(({ id, count }) => [id, count]));
  expect(counts['5-untreated']).toBeGreaterThan(counts['1-untreated'] ?? 100);
  for (const years of [1, 2, 5])
    expect(counts[`${years}-treated`]).toBeLessThan(counts[`${years}-untreated`] ?? 0);
  expect(array.status).toBe('draft');
});

test('without age or sex there is no chance to compute, and it is said in words', () => {
  const guide = guideOf({ age: 'not-recorded' });
  expect(block(guide, 'bone-health.next-fracture')).toBeUndefined();
  expect(block(guide, 'not-known.next-fracture')).toMatchObject({ kind: 'not-known' });
});

test('mortality is shown to who asked and to nobody else', () => {
  expect(guideOf({}).sections.map(({ id }) => id)).not.toContain('mortality');
  const asked = guideOf({ asked: { mortality: true } });
  expect(block(asked, 'figures.hip-mortality')).toMatchObject({ outOf: 1000 });
});
