// The one entrance: bytes of any supported file in, batches of events out. One decision: what the file is gets
// settled once, from a head of fixed length; every format then feeds the same sink.

import { detectFormat } from './detect-format.ts';
import { EventSink } from './event-sink.ts';
import { readFhir } from './fhir/read-fhir.ts';
import { readHl7 } from './hl7/read-hl7.ts';
import { UnpackRefused, unpacked } from './inflate.ts';
import { defaultLimits } from './read-limits.ts';
import { readJsonLines, readReportLine } from './read-ndjson.ts';
import type { InputFormat, ReadBatch, ReadLimits, ReadOptions } from './report-record.ts';
import { readDelimited } from './table/read-delimited.ts';
import { encodingFromHead, knownEncoding } from './text/byte-decoder.ts';
import { type ByteStream, openStream } from './text/byte-stream.ts';
import { readTextFile } from './text/read-text-file.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';

/**
 * Reads a file's bytes into report records, in input order. Never throws for bad input: a bad item is a
 * reject and the run goes on; a file that cannot be read, or not further, is one 'refused' event. The last event
 * is always 'end' with the tally. Errors thrown by `bytes` itself (a disk that fails) pass through.
 */
export async function* readReports(
  bytes: AsyncIterable<Uint8Array>,
  options: ReadOptions,
): AsyncGenerator<ReadBatch, void, undefined> {
  const sink = new EventSink();
  const limits = { ...defaultLimits, ...options.limits };
  try {
    yield* readUnpacked(bytes, options, limits, sink);
  } catch (error) {
    if (!(error instanceof UnpackRefused)) throw error;
    sink.refuse(error.reason);
  }
  sink.end();
  yield sink.take();
}

async function* readUnpacked(
  bytes: AsyncIterable<Uint8Array>,
  options: ReadOptions,
  limits: ReadLimits,
  sink: EventSink,
): AsyncGenerator<ReadBatch, void, undefined> {
  let stream = await openStream(bytes);
  if (stream.head[0] === 0x1f && stream.head[1] === 0x8b) {
    const bounds = { what: 'the gzip file', size: limits.unpackedSize, ratio: limits.unpackedRatio };
    stream = await openStream(unpacked(stream.chunks(), 'gzip', bounds));
  }
  const encoding = options.encoding === undefined ? undefined : knownEncoding(options.encoding);
  if (options.encoding !== undefined && encoding === undefined) {
    return sink.refuse({ kind: 'unknown-encoding', encoding: options.encoding });
  }
  if (isBlank(stream)) return sink.refuse({ kind: 'empty-file' });
  const format = options.format ?? detectFormat(stream.head, options.name);
  if (typeof format === 'string') {
    yield* readFormat(format, stream, encoding ? { ...options, encoding } : options, limits, sink);
  } else if (format.ok) {
    yield* readFormat(format.value, stream, encoding ? { ...options, encoding } : options, limits, sink);
  } else sink.refuse(format.error);
}

async function* readFormat(
  format: InputFormat,
  stream: ByteStream,
  options: ReadOptions,
  limits: ReadLimits,
  sink: EventSink,
): AsyncGenerator<ReadBatch, void, undefined> {
  switch (format) {
    case 'csv':
      return yield* readDelimited(stream, options, limits, sink);
    case 'ndjson':
      sink.notice({ kind: 'format', format });
      return yield* readJsonLines(stream, options, limits, sink, readReportLine);
    case 'text':
      return await readTextFile(stream, options, limits, sink);
    case 'xlsx':
      return yield* readXlsx(stream, options, limits, sink);
    case 'fhir-json':
    case 'fhir-ndjson':
      return yield* readFhir(format, stream, options, limits, sink);
    case 'hl7v2':
      return yield* readHl7(stream, options, limits, sink);
  }
}

/** Nothing but white space and a byte order mark, as far as the whole file shows. */
function isBlank(stream: ByteStream): boolean {
  if (!stream.complete) return false;
  if (stream.head.length === 0) return true;
  const skip = encodingFromHead(stream.head);
  const blank = new Set([
    0x20,
    0x09,
    0x0a,
    0x0d,
    0xef,
    0xbb,
    0xbf,
    ...(skip?.startsWith('utf-16') ? [0, 0xfe, 0xff] : []),
  ]);
  return stream.head.every((byte) => blank.has(byte));
}
