// One plain text file is one report: its name, without the ending, is the record's id. One decision: a file with
// broken encoding or nothing in it is a reject like any row, so a folder of files counts like a table.

import type { EventSink } from '../event-sink.ts';
import type { ReadLimits, ReadOptions } from '../report-record.ts';
import { ByteDecoder, encodingFromHead, isDamaged } from './byte-decoder.ts';
import type { ByteStream } from './byte-stream.ts';
import { keptBeginning } from './line-splitter.ts';

export async function readTextFile(
  stream: ByteStream,
  options: ReadOptions,
  limits: ReadLimits,
  sink: EventSink,
): Promise<void> {
  const decoder = new ByteDecoder(options.encoding ?? encodingFromHead(stream.head));
  const place = { kind: 'file' } as const;
  const parts: string[] = [];
  let length = 0;
  for await (const chunk of stream.chunks()) {
    const part = decoder.decode(chunk);
    parts.push(part);
    length += part.length;
    if (length <= limits.itemSize) continue;
    const beginning = parts.join('').slice(0, keptBeginning);
    return sink.reject(place, { kind: 'too-large', limit: limits.itemSize }, beginning, true);
  }
  parts.push(decoder.end());
  const text = parts.join('').replaceAll('\r\n', '\n');
  const encoding = decoder.encoding ?? 'utf-8';
  if (text.trim() === '') return sink.reject(place, { kind: 'missing-text', field: 'text' }, text);
  if (decoder.damaged && isDamaged(text))
    return sink.reject(place, { kind: 'broken-encoding', encoding }, text);
  sink.report({ id: idFromName(options.name), text, place });
  sink.notice({ kind: 'format', format: 'text', encoding });
}

function idFromName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? name;
  return last.replace(/\.gz$/i, '').replace(/\.[^.]+$/, '') || last;
}
