// Tables of options: what holds for every table, whatever its rows are.

import { type Answer, answers } from '@breekpunt/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asked } from './condition.ts';
import { type Pathway, type PathwayRow, pathway } from './pathway.ts';

const standings = { of: () => 'confirmed' as const };
const options = fc.subarray(['a', 'b', 'c'] as const);
const row = fc.record({
  rule: fc.constantFrom('XX1', 'XX2', 'XX3'),
  when: fc.constantFrom<Answer>(...answers).map((answer) => asked(answer, 'question')),
  show: options,
  block: options,
  stops: fc.constantFrom(false, false, false, true),
});
const table: fc.Arbitrary<readonly PathwayRow<'a' | 'b' | 'c'>[]> = fc.array(row, { maxLength: 5 });
const settings = { numRuns: 500, seed: 20261121 };
const names = (of: Pathway<string>['options']): readonly string[] => of.map(({ option }) => option);

test('an option stands in one place only: shown, possible or blocked', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const { options: shown, possible, blocked } = pathway(rows, standings);
      const places = [...names(shown), ...names(possible), ...names(blocked)];
      expect(places.length).toBe(new Set(places).size);
    }),
    settings,
  );
});

test('what is only possible says what to ask, and what is shown or blocked asks nothing', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const { options: shown, possible, blocked } = pathway(rows, standings);
      expect(possible.filter(({ missing }) => missing.length === 0)).toEqual([]);
      expect([...shown, ...blocked].filter(({ missing }) => missing.length > 0)).toEqual([]);
    }),
    settings,
  );
});

test('one more row that blocks never shows more', () => {
  fc.assert(
    fc.property(table, options, fc.constantFrom<Answer>(...answers), (rows, block, answer) => {
      const before = names(pathway(rows, standings).options);
      const more = pathway([...rows, { rule: 'XX9', when: asked(answer, 'more'), block }], standings);
      expect(names(more.options).filter((option) => !before.includes(option))).toEqual([]);
    }),
    settings,
  );
});

test('a row that stops leaves only what it shows itself', () => {
  const answer = pathway(
    [
      { rule: 'XX1', when: asked('yes', 'a'), show: ['go-elsewhere'], stops: true },
      { rule: 'XX2', when: asked('yes', 'b'), show: ['stay'] },
    ],
    standings,
  );
  expect(answer).toMatchObject({ outcome: 'stopped', reasons: ['XX1'], possible: [], blocked: [] });
  expect(names(answer.options)).toEqual(['go-elsewhere']);
});

test('a row that might stop makes everything else no more than possible', () => {
  const answer = pathway(
    [
      { rule: 'XX1', when: asked('not-recorded', 'a'), show: ['go-elsewhere'], stops: true },
      { rule: 'XX2', when: asked('yes', 'b'), show: ['stay'] },
    ],
    standings,
  );
  expect(answer.outcome).toBe('cannot-tell');
  expect(names(answer.possible)).toEqual(['go-elsewhere', 'stay']);
});
