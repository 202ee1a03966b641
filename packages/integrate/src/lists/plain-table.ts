// A small table that a spreadsheet or another system saved as text: names in the first line, cells between commas, semicolons or tabs.
// Decision: for tables whose cells are days, numbers and words of closed lists, so a cell never holds a separator or the end of a
// line; tables of reports are read elsewhere.

export interface PlainTable {
  readonly names: readonly string[];
  /** Without empty lines; cells without the quotes and spaces around them. */
  readonly rows: readonly (readonly string[])[];
}

export function readPlainTable(text: string): PlainTable {
  const [head = '', ...lines] = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const between = [';', '\t'].find((one) => head.includes(one)) ?? ',';
  const cells = (line: string): readonly string[] =>
    line.split(between).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  return { names: cells(head), rows: lines.filter((line) => line.trim() !== '').map(cells) };
}
