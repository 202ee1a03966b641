import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DelimitedRows } from './delimited-rows.ts';

interface Read {
  readonly rows: { cells: string[]; line: number }[];
  readonly bad: { reason: string; line: number; raw: string; truncated: boolean }[];
}

function read(
  text: string,
  options: { delimiter?: string; limit?: number; cuts?: readonly number[] } = {},
): Read {
  const result: Read = { rows: [], bad: [] };
  const rows = new DelimitedRows(options.delimiter ?? ',', '\n', options.limit ?? 1_000, {
    row: (cells, line) => result.rows.push({ cells, line }),
    bad: (reason, line, raw, truncated) => result.bad.push({ reason, line, raw, truncated }),
  });
  const cuts = options.cuts ?? [text.length || 1];
  for (let at = 0, i = 0; at < text.length; i++) {
    const length = cuts[i % cuts.length] as number;
    rows.push(text.slice(at, at + length));
    at += length;
  }
  rows.end();
  return result;
}

test('quoted cells hold delimiters, doubled quotes and line breaks, and the next row knows its line', () => {
  expect(read('a,"b,""c""\r\nd",e\r\nf,g,h').rows).toEqual([
    { cells: ['a', 'b,"c"\r\nd', 'e'], line: 1 },
    { cells: ['f', 'g', 'h'], line: 3 },
  ]);
});

test('a stray quote costs its own line and never the reports behind it', () => {
  const { rows, bad } = read('1,"good"\n2,"bad\n3,"good"\n4,"good"\n');
  expect(rows.map((row) => row.cells[0])).toEqual(['1', '3', '4']);
  expect(bad).toEqual([{ reason: 'unbalanced-quote', line: 2, raw: '2,"bad', truncated: false }]);
});

test('a quote that is still open at the end costs its own line only', () => {
  const { rows, bad } = read('1,"open\n2,b\n3,c');
  expect(rows.map((row) => [row.line, row.cells[0]])).toEqual([
    [2, '2'],
    [3, '3'],
  ]);
  expect(bad.map((row) => row.line)).toEqual([1]);
});

test('a quote within an unquoted cell is an inch sign, not syntax', () => {
  expect(read('1,5" stalen schroef,x').rows[0]?.cells).toEqual(['1', '5" stalen schroef', 'x']);
});

test('a line beyond the limit is refused with its beginning, and the next line is read', () => {
  const { rows, bad } = read(`1,a\n2,${'x'.repeat(5_000)}\n3,c\n`, { limit: 100, cuts: [64] });
  expect(rows.map((row) => [row.line, row.cells[0]])).toEqual([
    [1, '1'],
    [3, '3'],
  ]);
  expect(bad).toMatchObject([{ reason: 'too-large', line: 2, truncated: true }]);
  expect(bad[0]?.raw.length).toBeLessThanOrEqual(2_000);
});

const cell = fc.string({
  unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', '\r\n', ' ', '😀', '1'),
  maxLength: 12,
});

test('rows written with any quoting come back as they were, however they are cut', () => {
  const tables = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      tables,
      fc.constantFrom(',', ';', '\t', '|'),
      fc.infiniteStream(fc.boolean()),
      fc.constantFrom('\n', '\r\n'),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
      (table, delimiter, more, end, cuts) => {
        const quoted = (text: string): string => {
          const needed = /["\r\n]/.test(text) || text.includes(delimiter);
          return needed || more.next().value ? `"${text.replaceAll('"', '""')}"` : text;
        };
        const text = table.map((row) => row.map(quoted).join(delimiter) + end).join('');
        const result = read(text, { delimiter, cuts });
        expect(result.bad).toEqual([]);
        expect(result.rows.map((row) => row.cells)).toEqual(table);
      },
    ),
    { seed: 20_261_121, numRuns: 500 },
  );
});

test('where the chunks are cut never changes rows, rejects or line numbers, in broken text either', () => {
  const broken = fc.string({
    unit: fc.constantFrom('a', 'b', '"', '"', ',', '\n', '\r', '\r\n'),
    maxLength: 80,
  });
  fc.assert(
    fc.property(
      broken,
      fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 3, max: 40 }),
      (text, cuts, limit) => {
        expect(read(text, { cuts, limit })).toEqual(read(text, { limit }));
      },
    ),
    { seed: 20_261_121, numRuns: 3_000 },
  );
});

test('every line of a broken file is in a row or in a reject', () => {
  const broken = fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', ' '), maxLength: 12 }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(broken, (lines) => {
      const text = lines.map((line, i) => `<${i}>${line}`).join('\n');
      const { rows, bad } = read(text);
      const all = [...rows.map((row) => row.cells.join(',')), ...bad.map((row) => row.raw)].join('\n');
      for (const i of lines.keys()) expect(all.split(`<${i}>`).length).toBe(2);
    }),
    { seed: 20_261_121, numRuns: 1_000 },
  );
});
