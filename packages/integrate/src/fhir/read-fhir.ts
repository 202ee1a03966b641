// FHIR R4 files (one resource, a Bundle, or NDJSON of either) to events. One decision: everything goes through one
// resource reader; only the cutting into resources differs.

import type { EventSink } from '../event-sink.ts';
import { isObject } from '../json-value.ts';
import { type LineReader, readJsonLines } from '../read-ndjson.ts';
import type { ReadBatch, ReadLimits, ReadOptions } from '../report-record.ts';
import { ByteDecoder, encodingFromHead, isDamaged } from '../text/byte-decoder.ts';
import type { ByteStream } from '../text/byte-stream.ts';
import { BundleSplitter } from './bundle-splitter.ts';
import { PatientDirectory } from './patient-directory.ts';
import { ResourceReader } from './resource-reader.ts';

export async function* readFhir(
  format: 'fhir-json' | 'fhir-ndjson',
  stream: ByteStream,
  options: ReadOptions,
  limits: ReadLimits,
  sink: EventSink,
): AsyncGenerator<ReadBatch, void, undefined> {
  sink.notice({ kind: 'format', format });
  const reader = new ResourceReader(sink, options.patients ?? new PatientDirectory());
  if (format === 'fhir-json') yield* readBundle(stream, options, limits, sink, reader);
  else {
    const read: LineReader = (value, line, _sink, raw) => reader.readResource(value, line, raw);
    yield* readJsonLines(stream, options, limits, sink, read, () => reader.settle());
  }
  await reader.settle();
  reader.end();
}

async function* readBundle(
  stream: ByteStream,
  options: ReadOptions,
  limits: ReadLimits,
  sink: EventSink,
  reader: ResourceReader,
): AsyncGenerator<ReadBatch, void, undefined> {
  const decoder = new ByteDecoder(options.encoding ?? encodingFromHead(stream.head));
  let last = 0;
  const splitter = new BundleSplitter(limits.itemSize, {
    entry: (json, index) => {
      last = index;
      readEntry(json, index, decoder, reader);
    },
    tooLarge: (beginning, index) => {
      last = index;
      reader.reject({ kind: 'too-large', limit: limits.itemSize }, index, 'unknown', beginning, true);
    },
  });
  for await (const chunk of stream.chunks()) {
    splitter.push(decoder.decode(chunk));
    await reader.settle();
    if (sink.size > 0) yield sink.take();
  }
  splitter.push(decoder.end());
  await reader.settle();
  const rest = splitter.end();
  if (rest.unfinishedEntry !== undefined)
    reader.reject({ kind: 'bad-json' }, last + 1, 'unknown', rest.unfinishedEntry, true);
  if (rest.tooLarge) {
    return sink.refuse({ kind: 'too-large', what: 'one resource', limit: limits.itemSize, unit: 'bytes' });
  }
  if (!rest.complete)
    return sink.refuse({ kind: 'damaged', what: 'the JSON ends before its outermost brace is closed' });
  readRoot(rest.json, last > 0, decoder, sink, reader);
}

function readEntry(json: string, index: number, decoder: ByteDecoder, reader: ResourceReader): void {
  if (decoder.damaged && isDamaged(json)) {
    return reader.reject(
      { kind: 'broken-encoding', encoding: decoder.encoding ?? 'utf-8' },
      index,
      'unknown',
      json,
    );
  }
  const value = parsed(json);
  if (isObject(value)) reader.readEntry(value, index, json);
  else reader.reject({ kind: 'bad-json' }, index, 'unknown', json);
}

/** What stands around the entries: a Bundle's own elements, or a resource that is no Bundle. */
function readRoot(
  json: string,
  hadEntries: boolean,
  decoder: ByteDecoder,
  sink: EventSink,
  reader: ResourceReader,
): void {
  const root = parsed(json);
  if (!isObject(root)) {
    if (hadEntries) return sink.refuse({ kind: 'damaged', what: 'the JSON around the entries is not valid' });
    return reader.reject({ kind: 'bad-json' }, 1, 'unknown', json);
  }
  // Entries that the splitter did not recognise (an escaped key, a null among them) are still in the list.
  const left = Array.isArray(root['entry']) && root['entry'].length > 0;
  if (root['resourceType'] === 'Bundle') return left ? reader.readResource(root, 1, json) : undefined;
  if (hadEntries) return sink.refuse({ kind: 'damaged', what: 'entries in a resource that is no Bundle' });
  if (decoder.damaged && isDamaged(json)) {
    return reader.reject(
      { kind: 'broken-encoding', encoding: decoder.encoding ?? 'utf-8' },
      1,
      'unknown',
      json,
    );
  }
  reader.readResource(root, 1, json);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
