import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRow } from './csv-row.ts';

/** A reader of one RFC 4180 row, written apart from the writer. */
function cellsOf(row: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  const body = row.slice(0, -2);
  for (let at = 0; at < body.length; at++) {
    const mark = body[at];
    if (quoted && mark === '"' && body[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (mark === '"') quoted = !quoted;
    else if (mark === ',' && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += mark;
  }
  return [...cells, cell];
}

describe('a CSV row', () => {
  test('quotes what holds a comma, a quote or a line break', () => {
    expect(csvRow(['a,b', 'zei "nee"', 'een\ntwee', 3, null])).toBe('"a,b","zei ""nee""","een\ntwee",3,\r\n');
  });

  test('keeps a spreadsheet from running a report as a formula', () => {
    expect(csvRow(['=HYPERLINK("x")', '+1', '-1', '@a'])).toBe('"\'=HYPERLINK(""x"")",\'+1,\'-1,\'@a\r\n');
  });

  test('a negative number stays a number', () => {
    expect(csvRow([-2.7])).toBe('-2.7\r\n');
  });

  test('can be read back, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 6 }), (cells) => {
        const safe = cells.map((cell) => (/^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell));
        expect(cellsOf(csvRow(cells))).toEqual(safe);
      }),
      { seed: 20261121, numRuns: 500 },
    );
  });
});
