// Every combination compiled, each with further answers in turn, and nothing left open in any of them. Takes its time; the
// everyday test takes every pair.

import { countries, type GuideLanguage, guideContent, guideLanguages } from '@breekpunt/knowledge';
import { expect, test } from 'vitest';
import { allCases } from '../all-cases.ts';
import { answeredInTurn } from '../further-answers.ts';
import { gapsIn, guideOf } from '../guide-gaps.ts';

const cases = allCases();

interface Walk {
  readonly gaps: ReadonlySet<string>;
  readonly blocks: ReadonlySet<string>;
}

/** All cases of both countries in one language. */
function walk(language: GuideLanguage): Walk {
  const [gaps, blocks] = [new Set<string>(), new Set<string>()];
  for (const [turn, country] of countries.entries())
    for (const [place, { input, factors }] of cases.entries()) {
      // The case of which nothing is recorded stays so.
      const whole = factors[3] === 1 ? answeredInTurn(input, place + turn) : input;
      const asked = { ...whole, language, country };
      const guide = guideOf(asked);
      for (const gap of gapsIn(guide, asked)) gaps.add(gap);
      for (const section of guide.sections) for (const { id } of section.blocks) blocks.add(id);
    }
  return { gaps, blocks };
}

test('every diagnosis, treatment, phase and country gives a guide without a gap, and every text has its reader', () => {
  const { gaps, blocks } = walk('nl');
  expect([...gaps]).toEqual([]);
  const written = [
    ...guideContent.blocks.map(({ id }) => id),
    ...guideContent.exercises.map(({ id }) => `exercise.${id}`),
    ...guideContent.figures.map(({ id }) => `figures.${id}`),
    ...guideContent.spans.map(({ id }) => `spans.${id}`),
  ];
  expect(written.filter((id) => !blocks.has(id))).toEqual([]);
});

test.each(guideLanguages.filter((language) => language !== 'nl'))(
  'in %s the guides are as complete as in Dutch',
  (language) => {
    expect([...walk(language).gaps]).toEqual([]);
  },
);
