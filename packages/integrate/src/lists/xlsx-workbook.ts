// A workbook written as a stream: sheets of rows become XML, the XML is packed as it comes, so that a list
// of any length needs no more memory than one row. Every text is a plain string to the spreadsheet, never
// a formula. Only what the list needs is supported: a bold frozen header, widths, wrapped text.

import { Zip, ZipDeflate } from 'fflate';
import type { Cell } from './cell.ts';

export interface Sheet {
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: Iterable<readonly Cell[]>;
}

/** More rows than this do not open; the rest is left out and the caller says so. */
const rowsInSheet = 1_048_575;

/** A spreadsheet cell holds no more characters than this. */
const charactersInCell = 32_767;

export async function writeWorkbook(
  sheets: readonly Sheet[],
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  const ready: Uint8Array[] = [];
  let failed: Error | null = null;
  const zip = new Zip((error, bytes) => {
    if (error !== null) failed = error;
    else ready.push(bytes);
  });
  const drain = async (): Promise<void> => {
    if (failed !== null) throw failed;
    for (const bytes of ready.splice(0)) await write(bytes);
  };
  const part = async (name: string, pieces: Iterable<string>): Promise<void> => {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = new Date(1980, 0, 1, 12);
    zip.add(file);
    let waiting = '';
    for (const piece of pieces) {
      waiting += piece;
      if (waiting.length < 1 << 16) continue;
      file.push(encoder.encode(waiting));
      waiting = '';
      await drain();
    }
    file.push(encoder.encode(waiting), true);
    await drain();
  };
  await part('[Content_Types].xml', [contentTypes(sheets.length)]);
  await part('_rels/.rels', [rootRelations]);
  await part('xl/workbook.xml', [workbook(sheets)]);
  await part('xl/_rels/workbook.xml.rels', [workbookRelations(sheets.length)]);
  await part('xl/styles.xml', [styles]);
  for (const [index, sheet] of sheets.entries()) {
    await part(`xl/worksheets/sheet${index + 1}.xml`, sheetPieces(sheet));
  }
  zip.end();
  await drain();
}

const encoder = new TextEncoder();
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function* sheetPieces({ columns, rows }: Sheet): Generator<string, void, undefined> {
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
  yield rowXml(
    columns.map(({ title }) => title),
    1,
  );
  let count = 0;
  for (const row of rows) {
    if (count >= rowsInSheet) break;
    count += 1;
    yield rowXml(row, 2);
  }
  yield '</sheetData></worksheet>';
}

function rowXml(cells: readonly Cell[], style: number): string {
  return `<row>${cells.map((cell) => cellXml(cell, style)).join('')}</row>`;
}

function cellXml(cell: Cell, style: number): string {
  if (cell === null || cell === undefined || cell === '') return '<c/>';
  if (typeof cell === 'number') return `<c s="${style}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c s="${style}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`;
}

/** Characters that XML 1.0 cannot hold. */
const unholdable = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;

function xmlText(text: string): string {
  return text
    .slice(0, charactersInCell)
    .replaceAll(unholdable, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function contentTypes(count: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const sheets = numbers(count).map(
    (number) =>
      `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${type}.worksheet+xml"/>`,
  );
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${sheets.join('')}</Types>`;
}

const rootRelations = `${declaration}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

function workbook(sheets: readonly Sheet[]): string {
  const names = sheets.map(
    ({ name }, index) =>
      `<sheet name="${xmlText(name.slice(0, 31))}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names.join('')}</sheets></workbook>`;
}

function workbookRelations(count: number): string {
  const sheets = numbers(count).map(
    (number) =>
      `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
  );
  return `${declaration}<Relationships xmlns="${relations}">${sheets.join('')}<Relationship Id="rId${count + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`;
}

/** Style 1: bold header; style 2: text at the top of its cell, wrapped. */
const styles = `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`;

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
