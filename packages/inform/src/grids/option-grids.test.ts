import { knownDate } from '@breekpunt/core';
import { gridRows, guideContent, guideLanguages, loadKnowledge } from '@breekpunt/knowledge';
import { describe, expect, test } from 'vitest';
import { createClaimChecker } from '../claims/check-claims.ts';
import { gridSummary } from './grid-summary.ts';
import { optionGrids } from './option-grids.ts';

const knowledge = loadKnowledge();
const today = knownDate('2026-11-22');
type Reader = Parameters<typeof optionGrids>[2];
const gridsFor = (
  language: Reader['language'],
  changes: Partial<Reader> = {},
): ReturnType<typeof optionGrids> =>
  optionGrids(knowledge, guideContent, { language, country: 'BE', today, ...changes });
const grids = gridsFor('nl');
const everyGrid = guideLanguages.flatMap((language) => gridsFor(language));

test('there is a grid for every choice that is open to a patient', () => {
  expect(new Set(grids.map(({ pathway }) => pathway))).toEqual(
    new Set(['hip-fracture', 'vertebral-fracture', 'necrosis', 'hip-osteoarthritis', 'bone-medicine']),
  );
});

test.each(guideLanguages)(
  'in %s there is the same grid for every choice, with the same options',
  (language) => {
    const own = gridsFor(language);
    const shape = (of: typeof grids): unknown =>
      of.map(({ id, pathway, options, values }) => [
        id,
        pathway,
        options.map((option) => option.id),
        values.length,
      ]);
    expect(own.every((grid) => grid.language === language)).toBe(true);
    expect(shape(own)).toEqual(shape(grids));
  },
);

test.each(guideLanguages)('in %s a cell cites what the Dutch cell cites, and is no less sure', (language) => {
  const cited = (of: typeof grids): unknown =>
    of.map(({ id, options }) => [
      id,
      options.map(({ rows, certainty }) => [
        certainty.word,
        Object.entries(rows).map(([row, cell]) => [row, cell.sources]),
      ]),
    ]);
  expect(cited(gridsFor(language))).toEqual(cited(grids));
});

describe.each(everyGrid.map((grid) => [grid.title, grid] as const))('the grid %s', (_title, grid) => {
  test('tells every option in the same rows', () => {
    for (const { rows } of grid.options)
      expect(Object.keys(rows).toSorted()).toEqual(gridRows.filter((row) => row !== 'certainty').toSorted());
  });

  test('contradicts no claim of the register, read as a whole', () => {
    const options = grid.options.map(({ name, rows, gains, harms }) =>
      [name, ...gains, ...harms, ...Object.values(rows).map((cell) => cell.text)].join('\n'),
    );
    const text = [grid.title, grid.condition, grid.alarm ?? '', ...options].join('\n\n');
    const { found } = createClaimChecker(knowledge.claims)(text, grid.language);
    expect(found.map(({ claim, start, end }) => [claim, text.slice(start, end)])).toEqual([]);
  });

  test('names every source it cites', () => {
    const cited = grid.options.flatMap(({ rows }) =>
      Object.values(rows).flatMap((cell) => cell.sources.map(({ id }) => id)),
    );
    expect(grid.sources.map(({ id }) => id).toSorted()).toEqual([...new Set(cited)].toSorted());
  });
});

test.each(guideLanguages)(
  'in %s who pays and who teaches exercises is named as in the country of the hospital',
  (language) => {
    const said = (country: Reader['country']): string => JSON.stringify(gridsFor(language, { country }));
    const own = { nl: 'uw zorgverzekeraar', fr: 'votre assureur santé', en: 'your health insurer' }[language];
    expect(said('NL')).toContain(own);
    expect(said('BE')).not.toContain(own);
    expect(said('NL') + said('BE')).not.toMatch(/\{[a-z]/);
  },
);

test('a grid says when its review is overdue', () => {
  expect(gridsFor('nl', { today: knownDate('2029-01-01') }).every(({ overdue }) => overdue)).toBe(true);
  expect(grids.some(({ overdue }) => overdue)).toBe(false);
});

test('the summary for the physician puts what matters most first and advises nothing', () => {
  const [grid] = grids;
  if (grid === undefined) throw new Error('No grid');
  const text = gridSummary(grid, {
    weights: [3, null, 9],
    leaning: grid.options[1]?.id ?? null,
    questions: '',
  });
  const lines = text.split('\n');
  expect(lines[2]).toBe(`- ${grid.values[2]} 9 op 10`);
  expect(lines[4]).toBe(`- ${grid.values[1]} niet gewogen`);
  expect(lines[5]).toBe(`Neigt naar: ${grid.options[1]?.name}`);
  expect(lines[6]).toBe('Vragen: geen');
  expect(gridSummary(grid, { weights: [], leaning: null, questions: 'Hoe lang?' })).toContain(
    'nog niet zeker',
  );
});
