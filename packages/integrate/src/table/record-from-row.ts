// One row of a table to one report record. One decision: a date that is no date rejects the row, for age and
// window rules hang on it; an unknown word for sex or language only leaves the field not recorded, with a notice.

import type { EventSink } from '../event-sink.ts';
import { readDate } from '../read-date.ts';
import { codesFromCell, languageFrom, sexFrom } from '../recorded-values.ts';
import type { RejectReason } from '../reject-reason.ts';
import type { ColumnField, Place, ReportRecord } from '../report-record.ts';
import type { ColumnPlan } from './column-plan.ts';

type Draft = { -readonly [F in keyof ReportRecord]: ReportRecord[F] };

export interface RowOptions {
  /** How a spreadsheet counts its days. */
  readonly serials?: '1900' | '1904';
  readonly keepSource?: boolean | undefined;
}

/** Column indexes once per table, because a map look-up per cell is felt over a million rows. */
export class RowReader {
  readonly #plan: ColumnPlan;
  readonly #sink: EventSink;
  readonly #serials: '1900' | '1904' | undefined;
  readonly #keepSource: boolean;
  readonly #id: number;
  readonly #text: number;
  readonly #conclusion: number;
  readonly #patient: number;
  readonly #birthDate: number;
  readonly #sex: number;
  readonly #date: number;
  readonly #language: number;
  readonly #kind: number;
  readonly #codes: number;

  constructor(plan: ColumnPlan, sink: EventSink, options: RowOptions = {}) {
    this.#plan = plan;
    this.#sink = sink;
    this.#serials = options.serials;
    this.#keepSource = options.keepSource ?? false;
    const column = (field: ColumnField): number => plan.columns.get(field) ?? -1;
    this.#id = column('id');
    this.#text = column('text');
    this.#conclusion = column('conclusion');
    this.#patient = column('patient');
    this.#birthDate = column('birthDate');
    this.#sex = column('sex');
    this.#date = column('date');
    this.#language = column('language');
    this.#kind = column('kind');
    this.#codes = column('codes');
  }

  /** Sends the row to the sink as a report, or as a reject with `raw()`. `madeId` names a row without an id. */
  read(cells: readonly string[], place: Place, madeId: () => string, raw: () => string): void {
    const cell = (index: number): string => (index === -1 ? '' : (cells[index] ?? '').trim());
    const text = this.#fullText(cells);
    const codes =
      this.#codes === -1 ? [] : codesFromCell(cell(this.#codes), this.#plan.headers[this.#codes] ?? '');
    if (text === '' && codes.length === 0)
      return this.#reject({ kind: 'missing-text', field: 'text' }, place, raw);
    const id = cell(this.#id);
    const record: Draft = { id: id === '' ? madeId() : id, text, place };
    if (codes.length > 0) record.codes = codes;
    const birthDate = cell(this.#birthDate);
    if (birthDate !== '') {
      const read = readDate(birthDate, this.#serials);
      if (read.kind === 'not-a-date')
        return this.#reject({ kind: 'bad-date', field: 'birthDate' }, place, raw);
      if (read.kind === 'date') record.birthDate = read.date;
    }
    const date = cell(this.#date);
    if (date !== '') {
      const read = readDate(date, this.#serials);
      if (read.kind === 'not-a-date') return this.#reject({ kind: 'bad-date', field: 'date' }, place, raw);
      if (read.kind === 'date') record.date = read.date;
    }
    const patient = cell(this.#patient);
    if (patient !== '') record.patient = patient;
    const kind = cell(this.#kind);
    if (kind !== '') record.kind = kind;
    this.#words(record, cell(this.#sex), cell(this.#language));
    this.#sink.report(record, id === '', this.#keepSource ? raw() : undefined);
  }

  #words(record: Draft, sexWord: string, languageWord: string): void {
    if (sexWord !== '') {
      const sex = sexFrom(sexWord);
      if (sex === undefined) this.#sink.unrecognised('sex', record.place);
      else record.sex = sex;
    }
    if (languageWord !== '') {
      const language = languageFrom(languageWord);
      if (language === undefined) this.#sink.unrecognised('language', record.place);
      else record.language = language;
    }
  }

  /** The text as received; a separate conclusion follows under its own header, as it would in one document. */
  #fullText(cells: readonly string[]): string {
    const text = this.#text === -1 ? '' : (cells[this.#text] ?? '');
    const conclusion = this.#conclusion === -1 ? '' : (cells[this.#conclusion] ?? '').trim();
    const main = isBlank(text) ? '' : text;
    if (conclusion === '') return main;
    const heading = this.#plan.headers[this.#conclusion] ?? 'Conclusion';
    return main === '' ? `${heading}: ${conclusion}` : `${main}\n${heading}: ${conclusion}`;
  }

  #reject(reason: RejectReason, place: Place, raw: () => string): void {
    this.#sink.reject(place, reason, raw());
  }
}

function isBlank(text: string): boolean {
  return text === '' || (text.charCodeAt(0) <= 32 && text.trim() === '');
}
