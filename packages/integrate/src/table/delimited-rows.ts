// Delimited text to rows of cells, streaming (RFC 4180 with any delimiter). One decision: a row whose quotes do
// not balance costs its first line only. Reading starts again on the next line, so one stray quote cannot swallow
// the reports behind it; a quote inside an unquoted cell is an ordinary character.
// It does not know what columns mean, nor whether rows have the right number of cells.

import { keptBeginning } from '../text/line-splitter.ts';

export interface RowHandler {
  /** `source.slice(start, end)` is the row as received, without its line ending. */
  row(cells: string[], line: number, source: string, start: number, end: number): void;
  bad(reason: 'unbalanced-quote' | 'too-large', line: number, raw: string, truncated: boolean): void;
}

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

type Step = 'row' | 'more' | 'unbalanced' | 'oversize';

export class DelimitedRows {
  readonly #delimiter: string;
  readonly #newline: '\n' | '\r';
  readonly #delimiterUnit: number;
  readonly #newlineUnit: number;
  readonly #limit: number;
  readonly #handler: RowHandler;
  #buffer = '';
  #waiting: string[] = [];
  #waitingLength = 0;
  /** Text is only looked at again once this much has come, so that a huge row is not rescanned per chunk. */
  #needed = 0;
  #position = 0;
  #line = 1;
  /** Inside a line beyond the limit: text is thrown away up to the next line ending. */
  #skipping = false;
  #nextDelimiter = -2;
  #nextNewline = -2;
  #cells: string[] = [];
  #rowEnd = 0;
  /** Whether the row just read has a quoted cell, the only place for a line ending inside a row. */
  #quoted = false;

  constructor(delimiter: string, newline: '\n' | '\r', limit: number, handler: RowHandler) {
    this.#delimiter = delimiter;
    this.#newline = newline;
    this.#delimiterUnit = delimiter.charCodeAt(0);
    this.#newlineUnit = newline.charCodeAt(0);
    this.#limit = limit;
    this.#handler = handler;
  }

  push(text: string): void {
    this.#waiting.push(text);
    this.#waitingLength += text.length;
    if (this.#buffer.length + this.#waitingLength >= this.#needed) this.#run(false);
  }

  end(): void {
    this.#run(true);
  }

  #run(final: boolean): void {
    this.#buffer = this.#waiting.length === 0 ? this.#buffer : this.#buffer + this.#waiting.join('');
    this.#waiting = [];
    this.#waitingLength = 0;
    this.#position = 0;
    this.#nextDelimiter = -2;
    this.#nextNewline = -2;
    while (this.#position < this.#buffer.length) {
      if (this.#skipping && !this.#skipLine()) break;
      if (this.#position >= this.#buffer.length) break;
      const start = this.#position;
      const step = this.#readRow(start, final);
      if (step === 'row') this.#deliver(start);
      else if (step === 'more') {
        // Two more than the limit, for a line ending that may still be on its way.
        if (this.#buffer.length - start <= this.#limit + 2) break;
        this.#rejectFirstLine(start, 'too-large');
      } else if (!final && step === 'unbalanced' && this.#lineIsUnfinished(start)) break;
      else this.#rejectFirstLine(start, step === 'oversize' ? 'too-large' : 'unbalanced-quote');
    }
    this.#buffer = this.#buffer.slice(this.#position);
    this.#needed = Math.min(this.#buffer.length * 2, this.#limit + 3);
  }

  #lineIsUnfinished(start: number): boolean {
    return (
      this.#buffer.length - start <= this.#limit + 2 && this.#buffer.indexOf(this.#newline, start) === -1
    );
  }

  #deliver(start: number): void {
    const line = this.#line;
    this.#line++;
    const end = this.#rowEnd;
    if (this.#quoted) this.#line += this.#newlinesBetween(start, end);
    this.#handler.row(this.#cells, line, this.#buffer, start, end);
  }

  #newlinesBetween(start: number, end: number): number {
    let count = 0;
    let at = this.#buffer.indexOf(this.#newline, start);
    while (at !== -1 && at < end) {
      count++;
      at = this.#buffer.indexOf(this.#newline, at + 1);
    }
    return count;
  }

  /** Reads from `start`; on 'row' leaves the cells, the row's end, and the position after its line ending. */
  #readRow(start: number, final: boolean): Step {
    const buffer = this.#buffer;
    const cells: string[] = [];
    this.#cells = cells;
    this.#quoted = false;
    let at = start;
    for (;;) {
      if (buffer.charCodeAt(at) === quote) {
        this.#quoted = true;
        const close = this.#closingQuote(at + 1);
        const next = close + 1;
        if (close === -1) return final ? 'unbalanced' : 'more';
        if (next - start > this.#limit) return 'oversize';
        if (next === buffer.length && !final) return 'more';
        cells.push(this.#unquoted(at + 1, close));
        if (next === buffer.length) return this.#endRow(next, next);
        const unit = buffer.charCodeAt(next);
        if (unit === this.#delimiterUnit) {
          at = next + 1;
        } else if (unit === this.#newlineUnit) {
          return this.#endRow(next, next + 1);
        } else if (unit === carriageReturn) {
          if (next + 1 === buffer.length && !final) return 'more';
          if (next + 1 === buffer.length) return this.#endRow(next, next + 1);
          if (buffer.charCodeAt(next + 1) === lineFeed) return this.#endRow(next, next + 2);
          return 'unbalanced';
        } else return 'unbalanced';
      } else {
        const newline = this.#newlineFrom(at);
        const delimiter = this.#delimiterFrom(at);
        if (delimiter === -1 || (newline !== -1 && newline < delimiter)) {
          if (newline === -1 && !final) return 'more';
          const end = newline === -1 ? buffer.length : newline;
          if (end - start > this.#limit) return 'oversize';
          const trimmed = end > at && buffer.charCodeAt(end - 1) === carriageReturn ? end - 1 : end;
          cells.push(buffer.slice(at, trimmed));
          return this.#endRow(trimmed, end + 1);
        }
        cells.push(buffer.slice(at, delimiter));
        at = delimiter + 1;
      }
      if (at >= buffer.length && !final) return 'more';
      if (at >= buffer.length) {
        cells.push('');
        return this.#endRow(at, at);
      }
    }
  }

  #endRow(end: number, next: number): Step {
    this.#rowEnd = end;
    this.#position = next;
    return 'row';
  }

  #closingQuote(from: number): number {
    let at = from;
    for (;;) {
      const close = this.#buffer.indexOf('"', at);
      if (close === -1) return -1;
      if (this.#buffer.charCodeAt(close + 1) !== quote) return close;
      at = close + 2;
    }
  }

  #unquoted(start: number, end: number): string {
    const cell = this.#buffer.slice(start, end);
    return cell.includes('"') ? cell.replaceAll('""', '"') : cell;
  }

  #newlineFrom(at: number): number {
    if (this.#nextNewline !== -1 && this.#nextNewline < at)
      this.#nextNewline = this.#buffer.indexOf(this.#newline, at);
    return this.#nextNewline;
  }

  #delimiterFrom(at: number): number {
    if (this.#nextDelimiter !== -1 && this.#nextDelimiter < at) {
      this.#nextDelimiter = this.#buffer.indexOf(this.#delimiter, at);
    }
    return this.#nextDelimiter;
  }

  #rejectFirstLine(start: number, reason: 'unbalanced-quote' | 'too-large'): void {
    // The cached positions may lie behind `start` after a failed attempt, so look again.
    const newline = this.#buffer.indexOf(this.#newline, start);
    const kept = Math.min(keptBeginning, this.#limit);
    this.#nextNewline = -2;
    this.#nextDelimiter = -2;
    if (newline === -1) {
      const rest = this.#buffer.slice(start);
      const tooLong = rest.length > this.#limit;
      this.#handler.bad(reason, this.#line, tooLong ? rest.slice(0, kept) : rest, tooLong);
      this.#position = this.#buffer.length;
      this.#skipping = true;
      return;
    }
    const tooLong = newline - start > this.#limit;
    const raw = this.#buffer.slice(start, tooLong ? start + kept : newline);
    this.#handler.bad(reason, this.#line, raw, tooLong);
    this.#position = newline + 1;
    this.#line++;
  }

  #skipLine(): boolean {
    const newline = this.#buffer.indexOf(this.#newline, this.#position);
    if (newline === -1) {
      this.#position = this.#buffer.length;
      return false;
    }
    this.#position = newline + 1;
    this.#line++;
    this.#skipping = false;
    return true;
  }
}
