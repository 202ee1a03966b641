import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readAll } from '../../test/read-all.ts';
import { workbookOf as workbook } from '../../test/workbook-of.ts';

const xlsx = { name: 'export.xlsx' };

const heads =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>';

test('shared, rich and inline strings, styled dates and gaps between cells are read', async () => {
  const sheet =
    `${heads}<row r="2"><c r="A2"><v>7</v></c><c r="B2" s="1"><v>45429.5</v></c><c r="C2" t="s"><v>3</v></c></row>` +
    '<row r="3"/>' +
    '<row r="5"><c r="A5" t="str"><v>8</v></c><c r="C5" t="inlineStr"><is><t>Regel_x000D_\nbreuk</t></is></c></row>' +
    '<row r="6"><c r="A6"><v>9</v></c><c r="B6"><v>45430</v></c><c r="C6" t="inlineStr"><is><t>x</t></is></c></row>';
  const { reports, rejects, notices } = await readAll(workbook(sheet), xlsx, [500]);
  expect(rejects).toEqual([]);
  expect(reports).toEqual([
    {
      id: '7',
      date: '2024-05-17',
      text: 'Inzakking L1 & L2',
      place: { kind: 'row', sheet: 'Verslagen', row: 2 },
    },
    { id: '8', text: 'Regel\nbreuk', place: { kind: 'row', sheet: 'Verslagen', row: 5 } },
    { id: '9', date: '2024-05-18', text: 'x', place: { kind: 'row', sheet: 'Verslagen', row: 6 } },
  ]);
  expect(notices).toContainEqual({ kind: 'sheets-not-read', sheets: ['Uitleg'] });
});

test('a sheet can be named, and a name that is not there is answered with the names that are', async () => {
  expect((await readAll(workbook(heads), { ...xlsx, sheet: 'Uitleg' })).reports).toMatchObject([
    { text: 'uitleg' },
  ]);
  expect((await readAll(workbook(heads), { ...xlsx, sheet: 'X' })).refusals).toMatchObject([
    { reason: { kind: 'unknown-sheet', sheets: ['Verslagen', 'Uitleg'] } },
  ]);
});

test('a workbook that counts from 1904 gives the same day', async () => {
  const book =
    '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>';
  const sheet = `${heads}<row><c><v>1</v></c><c s="1"><v>43967</v></c><c t="s"><v>3</v></c></row>`;
  const { reports } = await readAll(workbook(sheet, { 'xl/workbook.xml': book }), xlsx);
  expect(reports).toMatchObject([{ date: '2024-05-17' }]);
});

test('a bad row is rejected by its row number', async () => {
  const sheet = `${heads}<row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><v>2</v></c><c r="B3" t="str"><v>31/02/2024</v></c><c r="C3" t="s"><v>3</v></c></row>`;
  const { rejects, tally } = await readAll(workbook(sheet), xlsx);
  expect(rejects.map((reject) => [reject.place, reject.reason])).toEqual([
    [
      { kind: 'row', sheet: 'Verslagen', row: 2 },
      { kind: 'missing-text', field: 'text' },
    ],
    [
      { kind: 'row', sheet: 'Verslagen', row: 3 },
      { kind: 'bad-date', field: 'date' },
    ],
  ]);
  expect(tally).toEqual({ items: 2, reports: 0, rejects: 2, skipped: 0 });
});

test('zip bombs are stopped: by ratio, by size, by number of entries', async () => {
  const blown = workbook(`${heads}${' '.repeat(12_000_000)}`);
  expect((await readAll(blown, xlsx)).refusals).toMatchObject([
    { reason: { kind: 'too-large', unit: 'ratio' } },
  ]);
  const limits = { unpackedPartSize: 100_000 };
  const large = workbook(`${heads}${'<row/>'.repeat(50_000)}`);
  expect((await readAll(large, { ...xlsx, limits })).refusals).toMatchObject([
    { reason: { kind: 'too-large', unit: 'bytes' } },
  ]);
  const many = zipSync(
    Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`f${i}`, new Uint8Array(0)])),
  );
  expect((await readAll(many, xlsx)).refusals).toMatchObject([
    { reason: { kind: 'too-large', unit: 'entries' } },
  ]);
  expect((await readAll(blown, { ...xlsx, limits: { heldFileSize: 1_000 } })).refusals).toMatchObject([
    { reason: { kind: 'too-large', what: 'the workbook' } },
  ]);
});

test('a workbook cut off anywhere, or with any byte changed, is refused or read, never a crash', async () => {
  const whole = workbook(`${heads}<row><c><v>1</v></c><c/><c t="s"><v>3</v></c></row>`);
  for (let end = 4; end < whole.length; end += 37) {
    const { refusals } = await readAll(whole.subarray(0, end), xlsx);
    expect(refusals).toHaveLength(1);
  }
  for (let at = 4; at < whole.length; at += 11) {
    const changed = whole.slice();
    changed[at] = (changed[at] as number) ^ 0x5a;
    const { tally, reports, rejects } = await readAll(changed, xlsx);
    expect(tally.items).toBe(reports.length + rejects.length);
  }
});

test('a cell beyond the limit is rejected with its row, and the next row is read', async () => {
  const cell = (text: string): string =>
    `<row><c><v>1</v></c><c/><c t="inlineStr"><is><t>${text}</t></is></c></row>`;
  const { reports, rejects } = await readAll(workbook(`${heads}${cell('x'.repeat(9_000))}${cell('Breuk')}`), {
    ...xlsx,
    limits: { itemSize: 1_000 },
  });
  expect(reports.map((report) => report.text)).toEqual(['Breuk']);
  expect(rejects).toMatchObject([
    { place: { row: 2 }, reason: { kind: 'too-large', limit: 1_000 }, rawTruncated: true },
  ]);
});

test('a zip that is no workbook is refused as such', async () => {
  const { refusals } = await readAll(zipSync({ 'verslag.txt': strToU8('Breuk') }), { name: 'a.zip' });
  expect(refusals).toMatchObject([{ reason: { kind: 'not-supported', what: 'a zip that is no workbook' } }]);
});
