// NDJSON: one JSON object a line, {"id","text"} and optionally patient, birthDate, sex, date, lang, kind, codes.
// One decision: unknown keys are ignored, known keys of a wrong type reject the line, so that annotated corpora
// read as they are and a shifted export does not.

import type { CalendarDate } from '@breekpunt/core';
import type { EventSink } from './event-sink.ts';
import { ItemRefused, isObject, type JsonObject, stringAt, typeName } from './json-value.ts';
import { readDate } from './read-date.ts';
import { codeFrom, languageFrom, sexFrom } from './recorded-values.ts';
import type { ReadBatch, ReadLimits, ReadOptions, RecordedCode, ReportRecord } from './report-record.ts';
import { ByteDecoder, encodingFromHead, isDamaged } from './text/byte-decoder.ts';
import type { ByteStream } from './text/byte-stream.ts';
import { LineSplitter } from './text/line-splitter.ts';

/** Reads one parsed line into the sink; throws ItemRefused. */
export type LineReader = (value: JsonObject, line: number, sink: EventSink, raw: string) => void;

export async function* readJsonLines(
  stream: ByteStream,
  options: ReadOptions,
  limits: ReadLimits,
  sink: EventSink,
  read: LineReader,
  /** Reads what the lines so far left to be read. */
  settle: () => Promise<void> = () => Promise.resolve(),
): AsyncGenerator<ReadBatch, void, undefined> {
  const decoder = new ByteDecoder(options.encoding ?? encodingFromHead(stream.head));
  const lines = new LineSplitter(limits.itemSize, {
    line: (text, number) => readLine(text, number, decoder, sink, read),
    tooLong: (raw, line) =>
      sink.reject({ kind: 'line', line }, { kind: 'too-large', limit: limits.itemSize }, raw, true),
  });
  for await (const chunk of stream.chunks()) {
    lines.push(decoder.decode(chunk));
    await settle();
    if (sink.size > 0) yield sink.take();
  }
  lines.push(decoder.end());
  lines.end();
  await settle();
}

function readLine(text: string, line: number, decoder: ByteDecoder, sink: EventSink, read: LineReader): void {
  if (text.trim() === '') return;
  const place = { kind: 'line', line } as const;
  if (decoder.damaged && isDamaged(text)) {
    return sink.reject(place, { kind: 'broken-encoding', encoding: decoder.encoding ?? 'utf-8' }, text);
  }
  // Throwing is slow; a file of something else altogether must not take minutes to be refused line by line.
  if (!/^\s*[{[]/.test(text)) return sink.reject(place, { kind: 'bad-json' }, text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return sink.reject(place, { kind: 'bad-json' }, text);
  }
  if (!isObject(value)) {
    const found = typeName(value);
    return sink.reject(place, { kind: 'wrong-type', element: 'line', expected: 'object', found }, text);
  }
  try {
    read(value, line, sink, text);
  } catch (error) {
    if (!(error instanceof ItemRefused)) throw error;
    sink.reject(place, error.reason, text);
  }
}

type Draft = { -readonly [F in keyof ReportRecord]: ReportRecord[F] };

export const readReportLine: LineReader = (value, line, sink) => {
  const place = { kind: 'line', line } as const;
  const id = stringAt(value, 'id', 'line') ?? '';
  const text = stringAt(value, 'text', 'line') ?? '';
  const codes = codesAt(value);
  if (text.trim() === '' && codes.length === 0)
    throw new ItemRefused({ kind: 'missing-text', field: 'text' });
  const record: Draft = { id: id === '' ? `line-${line}` : id, text: text.trim() === '' ? '' : text, place };
  if (codes.length > 0) record.codes = codes;
  const patient = stringAt(value, 'patient', 'line');
  if (patient) record.patient = patient;
  const kind = stringAt(value, 'kind', 'line');
  if (kind) record.kind = kind;
  const birthDate = dateAt(value, 'birthDate');
  if (birthDate) record.birthDate = birthDate;
  const date = dateAt(value, 'date');
  if (date) record.date = date;
  const sexWord = stringAt(value, 'sex', 'line');
  if (sexWord) {
    const sex = sexFrom(sexWord);
    if (sex === undefined) sink.unrecognised('sex', place);
    else record.sex = sex;
  }
  const languageWord = stringAt(value, 'lang', 'line') ?? stringAt(value, 'language', 'line');
  if (languageWord) {
    const language = languageFrom(languageWord);
    if (language === undefined) sink.unrecognised('language', place);
    else record.language = language;
  }
  sink.report(record, id === '');
};

function dateAt(value: JsonObject, field: string): CalendarDate | undefined {
  const text = stringAt(value, field, 'line');
  if (text === undefined) return undefined;
  const read = readDate(text);
  if (read.kind === 'not-a-date') throw new ItemRefused({ kind: 'bad-date', field });
  return read.kind === 'date' ? read.date : undefined;
}

/** Codes as plain strings ('S72.0', 'icd-10:S72.0') or as {system, code, display}. */
function codesAt(value: JsonObject): RecordedCode[] {
  const list = value['codes'];
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list)) {
    throw new ItemRefused({
      kind: 'wrong-type',
      element: 'line.codes',
      expected: 'array',
      found: typeName(list),
    });
  }
  return list.map((entry: unknown, index): RecordedCode => {
    const element = `line.codes[${index}]`;
    if (typeof entry === 'string') {
      const colon = entry.lastIndexOf(':');
      return colon > 0 ? codeFrom(entry.slice(colon + 1), entry.slice(0, colon)) : codeFrom(entry);
    }
    if (!isObject(entry)) {
      throw new ItemRefused({
        kind: 'wrong-type',
        element,
        expected: 'string or object',
        found: typeName(entry),
      });
    }
    const code = stringAt(entry, 'code', element);
    if (!code) throw new ItemRefused({ kind: 'missing-element', element: `${element}.code` });
    return codeFrom(code, stringAt(entry, 'system', element), stringAt(entry, 'display', element));
  });
}
