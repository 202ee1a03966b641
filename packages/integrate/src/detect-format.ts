// What a file is, from its first bytes, then from its name. One decision: the bytes win where they are certain
// (zip, MSH, a JSON object), because endings lie; the name decides between formats that look alike.
// It does not judge whether the file is sound.

import { failure, type Result, success } from '@breekpunt/core';
import type { InputFormat, RefusalReason } from './report-record.ts';
import { decodeWhole } from './text/byte-decoder.ts';

const formatByEnding: Readonly<Record<string, InputFormat>> = {
  csv: 'csv',
  tsv: 'csv',
  tab: 'csv',
  psv: 'csv',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  txt: 'text',
  json: 'fhir-json',
  hl7: 'hl7v2',
  er7: 'hl7v2',
  oru: 'hl7v2',
  mdm: 'hl7v2',
};

const magics: readonly (readonly [readonly number[], string, string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF file', 'Export the reports as CSV, XLSX, NDJSON, FHIR or HL7 v2.'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel or Word file (.xls, .doc)', 'Save it as .xlsx or .csv.'],
  [[0x1f, 0x8b], 'gzip inside gzip', 'Unpack it once and try again.'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'an RTF file', 'Save it as plain text.'],
  [[0x42, 0x5a, 0x68], 'a bzip2 file', 'Unpack it first.'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'an xz file', 'Unpack it first.'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7-Zip file', 'Unpack it first.'],
  [[0x50, 0x41, 0x52, 0x31], 'a Parquet file', 'Export it as CSV or NDJSON.'],
];

/** The ending that counts: 'export.csv.gz' is a csv. */
function fileEnding(name: string): string {
  const bare = name.toLowerCase().replace(/\.gz$/, '');
  return /\.([a-z0-9]+)$/.exec(bare)?.[1] ?? '';
}

export function detectFormat(head: Uint8Array, name: string): Result<InputFormat, RefusalReason> {
  const byName = formatByEnding[fileEnding(name)];
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06]))
    return success('xlsx');
  for (const [magic, what, hint] of magics) {
    if (startsWith(head, magic)) return failure({ kind: 'not-supported', what, hint });
  }
  const text = decodeWhole(head).text.replace(/^[\s\x0b]+/, '');
  if (/^(MSH|FHS|BHS)[^\w\s]/.test(text)) return success('hl7v2');
  if (text.startsWith('{')) return success(jsonFormat(text, byName));
  if (text.startsWith('[')) {
    const hint = 'Write one JSON object a line (NDJSON), or a FHIR Bundle.';
    return failure({ kind: 'not-supported', what: 'a JSON array', hint });
  }
  if (byName === 'xlsx')
    return failure({ kind: 'damaged', what: 'the file ends in .xlsx and is no zip archive' });
  if (byName !== undefined && byName !== 'fhir-json') return success(byName);
  if (looksBinary(text))
    return failure({ kind: 'unknown-format', hint: 'The file is binary and of no kind known here.' });
  if (text.startsWith('<')) {
    return failure({
      kind: 'not-supported',
      what: 'XML or HTML',
      hint: 'Export FHIR as JSON, or the reports as CSV.',
    });
  }
  if (/^[^\n]*[;,\t|]/.test(text)) return success('csv');
  return failure({
    kind: 'unknown-format',
    hint: 'Name the format, or give the file its usual ending (.csv, .txt, .hl7 …).',
  });
}

/** A JSON file is a FHIR resource, lines of them, or lines of reports: the first object tells. */
function jsonFormat(text: string, byName: InputFormat | undefined): InputFormat {
  const firstLine = text.slice(0, text.indexOf('\n') === -1 ? text.length : text.indexOf('\n'));
  const oneLineObject =
    isJson(firstLine) && text.indexOf('\n') !== -1 && text.slice(firstLine.length).trim() !== '';
  const fhir = /"resourceType"\s*:/.test(byName === 'ndjson' || oneLineObject ? firstLine : text);
  if (!fhir)
    return byName === 'fhir-json' && !oneLineObject && !/"text"\s*:/.test(text) ? 'fhir-json' : 'ndjson';
  if (oneLineObject) return 'fhir-ndjson';
  // One line alone: a Bundle or a single resource reads the same either way, unless the line is a Bundle.
  return byName === 'ndjson' && !/"resourceType"\s*:\s*"Bundle"/.test(firstLine)
    ? 'fhir-ndjson'
    : 'fhir-json';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function looksBinary(text: string): boolean {
  return /[\x00-\x08\x0e-\x1a]/.test(text.slice(0, 1_000));
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return bytes.length >= prefix.length && prefix.every((byte, i) => bytes[i] === byte);
}
