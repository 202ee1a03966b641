// A worksheet's XML to rows of cell texts. One decision: a cell becomes the text a person would see in an export:
// shared and inline strings as they are, dates as ISO days, booleans as words, errors (#N/A) as nothing.

import { serialDay } from '../read-date.ts';
import { unescapeXlsx, type Workbook } from './workbook.ts';
import { XmlStream } from './xml-stream.ts';

export type SheetRow = (cells: string[], row: number) => void;

/** Excel's own number of columns; a reference beyond it is not one. */
const mostColumns = 16_384;

export class SheetRows {
  readonly #workbook: Workbook;
  readonly #row: SheetRow;
  readonly #xml: XmlStream;
  #cells: string[] = [];
  #number = 0;
  #column = 0;
  #type = '';
  #style = 0;
  #value = '';
  #inValue = false;
  /** Whether the sheet's data list was opened and closed: a sheet that is cut off is not. */
  complete = false;

  constructor(workbook: Workbook, cellLimit: number, row: SheetRow) {
    this.#workbook = workbook;
    this.#row = row;
    this.#xml = new XmlStream({
      open: (name, attributes) => this.#open(name, attributes),
      text: (text) => {
        // One unit beyond the limit is enough for the row to be refused.
        if (this.#inValue && this.#value.length <= cellLimit) this.#value += text;
      },
      close: (name) => this.#close(name),
    });
  }

  push(bytes: Uint8Array): void {
    this.#xml.push(bytes);
  }

  end(): void {
    this.#xml.end();
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      const given = Number(attributes['r']);
      this.#number = Number.isInteger(given) && given > 0 ? given : this.#number + 1;
      this.#cells = [];
      this.#column = 0;
    } else if (name === 'c') {
      this.#column = columnFrom(attributes['r']) ?? this.#column + 1;
      this.#type = attributes['t'] ?? 'n';
      this.#style = Number(attributes['s'] ?? 0);
      this.#value = '';
    } else if (name === 'v' || name === 't') this.#inValue = true;
    else if (name === 'rPh' || name === 'f') this.#inValue = false;
    else if (name === 'sheetData') this.complete = false;
  }

  #close(name: string): void {
    if (name === 'v' || name === 't') this.#inValue = false;
    else if (name === 'c') this.#endCell();
    else if (name === 'row') this.#row(this.#cells, this.#number);
    else if (name === 'sheetData') this.complete = true;
  }

  #endCell(): void {
    if (this.#column > mostColumns) return;
    while (this.#cells.length < this.#column - 1) this.#cells.push('');
    this.#cells[this.#column - 1] = this.#cellText();
  }

  #cellText(): string {
    const value = this.#value;
    switch (this.#type) {
      case 's':
        return this.#workbook.sharedStrings[Number(value)] ?? '';
      case 'inlineStr':
      case 'str':
        return unescapeXlsx(value);
      case 'b':
        return value === '1' ? 'true' : 'false';
      case 'e':
        return '';
      case 'd':
        return value.slice(0, 10);
      default:
        if (value !== '' && this.#workbook.dateStyles.has(this.#style)) {
          return serialDay(Number(value), this.#workbook.dateSystem) ?? value;
        }
        return value;
    }
  }
}

/** 'BC12' → 55. */
function columnFrom(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
