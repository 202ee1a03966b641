import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Cell } from './cell.ts';
import { writeWorkbook } from './xlsx-workbook.ts';

async function partsOf(rows: Iterable<readonly Cell[]>): Promise<Record<string, string>> {
  const pieces: Uint8Array[] = [];
  const sheet = { name: 'Patiënten & co', columns: [{ title: 'Zin', width: 20 }], rows };
  await writeWorkbook(
    [sheet, { ...sheet, name: 'Twee', rows: [] }],
    async (bytes) => void pieces.push(bytes),
  );
  const parts = unzipSync(new Uint8Array(Buffer.concat(pieces)));
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe('a workbook', () => {
  test('holds a part for each sheet, each listed where a spreadsheet looks for it', async () => {
    const parts = await partsOf([]);
    expect(Object.keys(parts)).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ]);
    expect(parts['xl/workbook.xml']).toContain('name="Patiënten &amp; co" sheetId="1" r:id="rId1"');
  });

  test('holds text as text, even when it looks like a formula or markup', async () => {
    const { 'xl/worksheets/sheet1.xml': sheet } = await partsOf([
      ['=1+1', '</t><f>x</f>', 'a\u0000b', 3, true, null],
    ]);
    expect(sheet).toContain('<is><t xml:space="preserve">=1+1</t></is>');
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('a\ufffdb');
    expect(sheet).toContain('<v>3</v>');
    expect(sheet).toContain('t="b"><v>1</v>');
  });

  test('keeps every row of a long list', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [`rij ${index}`]);
    const { 'xl/worksheets/sheet1.xml': sheet = '' } = await partsOf(rows);
    expect(sheet.match(/<row>/gu)).toHaveLength(20_001);
    expect(sheet.endsWith('</sheetData></worksheet>')).toBe(true);
  });
});
