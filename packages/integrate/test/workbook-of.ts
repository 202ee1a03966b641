// A workbook to read in tests, packed as spreadsheet programs pack it.

import { strToU8, zipSync } from 'fflate';

/** A workbook as spreadsheet programs write it: shared and inline strings, date styles, two sheets. */
export function workbookOf(sheet: string, changes: Record<string, string> = {}): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="Verslagen" sheetId="1" r:id="rId1"/>' +
      '<sheet name="Uitleg" sheetId="2" r:id="rId2"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>' +
      '<Relationship Id="rId2" Type="http://x/worksheet" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0.0&quot;dy&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml':
      '<sst><si><t>id</t></si><si><t>datum</t></si><si><t>verslag</t></si>' +
      '<si><r><t xml:space="preserve">Inzakking </t></r><r><t>L1 &amp; L2</t></r><rPh><t>x</t></rPh></si></sst>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/worksheets/sheet2.xml':
      '<worksheet><sheetData><row><c t="inlineStr"><is><t>text</t></is></c></row><row><c t="str"><v>uitleg</v></c></row></sheetData></worksheet>',
    ...changes,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}
