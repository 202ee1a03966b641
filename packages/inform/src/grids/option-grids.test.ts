import { gridRows, loadKnowledge } from '@breekpunt/knowledge';
import { describe, expect, test } from 'vitest';
import { createClaimChecker } from '../claims/check-claims.ts';
import { gridSummary } from './grid-summary.ts';
import { optionGrids } from './option-grids.ts';

const knowledge = loadKnowledge();
const grids = optionGrids(knowledge, { language: 'nl', today: '2026-11-22' });

test('there is a grid for every choice that is open to a patient', () => {
  expect(new Set(grids.map(({ pathway }) => pathway))).toEqual(
    new Set(['hip-fracture', 'vertebral-fracture', 'necrosis', 'hip-osteoarthritis', 'bone-medicine']),
  );
});

describe.each(grids.map((grid) => [grid.title, grid] as const))('the grid %s', (_title, grid) => {
  test('tells every option in the same rows', () => {
    for (const { rows } of grid.options)
      expect(Object.keys(rows).toSorted()).toEqual(gridRows.filter((row) => row !== 'certainty').toSorted());
  });

  test('contradicts no claim of the register, read as a whole', () => {
    const options = grid.options.map(({ name, rows, gains, harms }) =>
      [name, ...gains, ...harms, ...Object.values(rows).map((cell) => cell.text)].join('\n'),
    );
    const text = [grid.title, grid.condition, grid.alarm ?? '', ...options].join('\n\n');
    const { found } = createClaimChecker(knowledge.claims)(text, 'nl');
    expect(found.map(({ claim, start, end }) => [claim, text.slice(start, end)])).toEqual([]);
  });

  test('names every source it cites', () => {
    const cited = grid.options.flatMap(({ rows }) =>
      Object.values(rows).flatMap((cell) => cell.sources.map(({ id }) => id)),
    );
    expect(grid.sources.map(({ id }) => id).toSorted()).toEqual([...new Set(cited)].toSorted());
  });
});

test('a grid says when its review is overdue, and a language without grids gets the Dutch ones', () => {
  expect(
    optionGrids(knowledge, { language: 'nl', today: '2029-01-01' }).every(({ overdue }) => overdue),
  ).toBe(true);
  expect(grids.some(({ overdue }) => overdue)).toBe(false);
  expect(optionGrids(knowledge, { language: 'fr', today: '2026-11-22', pathway: 'necrosis' })).toEqual(
    grids.filter(({ pathway }) => pathway === 'necrosis'),
  );
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
