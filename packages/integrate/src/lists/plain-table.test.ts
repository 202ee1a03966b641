import { expect, test } from 'vitest';
import { readPlainTable } from './plain-table.ts';

test.each([
  ['commas', 'a,b\r\n1,2\r\n'],
  ['semicolons, as a Belgian spreadsheet saves it', 'a;b\r\n1;2\r\n'],
  ['tabs', 'a\tb\n1\t2\n'],
  ['quotes, spaces, an empty line and a mark of UTF-8', '\ufeff"a", b\n\n"1", 2\n'],
])('a table with %s is read', (_how, text) => {
  expect(readPlainTable(text)).toEqual({ names: ['a', 'b'], rows: [['1', '2']] });
});

test('a text without anything has one name, which is empty', () => {
  expect(readPlainTable('')).toEqual({ names: [''], rows: [] });
});
