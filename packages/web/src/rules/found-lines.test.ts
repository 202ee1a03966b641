import { expect, test } from 'vitest';
import { foundLines } from './found-lines.ts';

const lines = [
  { id: 'CF8', text: 'In Belgium a vertebral fracture is investigated.', status: 'draft' },
  { id: 'RB2', text: 'Zoledronate is paid for.', status: 'confirmed' },
] as const;
const found = (words: string, status = ''): readonly string[] =>
  foundLines(lines, { words, status }, ({ id, text }) => `${id} ${text}`).map(({ id }) => id);

test('all typed words must stand in a line, in any order', () => {
  expect(found('fracture belgium')).toEqual(['CF8']);
  expect(found('fracture paid')).toEqual([]);
});

test('case and accents do not matter, and nothing typed finds everything', () => {
  expect(found('ZOLÉDRONATE')).toEqual(['RB2']);
  expect(found('  ')).toEqual(['CF8', 'RB2']);
});

test('drafts can be looked for alone', () => {
  expect(found('', 'draft')).toEqual(['CF8']);
});
