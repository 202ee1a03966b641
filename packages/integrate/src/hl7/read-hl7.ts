// HL7 v2 files to events. One decision: each message is decoded, checked and read on its own, so half a message
// costs that message and nothing else; all of it also serves a single message from the wire.

import type { EventSink } from '../event-sink.ts';
import type { RejectReason } from '../reject-reason.ts';
import type { ReadBatch, ReadLimits, ReadOptions } from '../report-record.ts';
import { encodingFromHead } from '../text/byte-decoder.ts';
import type { ByteStream } from '../text/byte-stream.ts';
import { decodeMessage } from './message-charset.ts';
import { type Frame, MessageFrames } from './message-frames.ts';
import { pdfTextsOf } from './observation-text.ts';
import { type Hl7Message, parseMessage } from './parse-message.ts';
import { reportsFromMessage } from './reports-from-message.ts';

export async function* readHl7(
  stream: ByteStream,
  options: ReadOptions,
  limits: ReadLimits,
  sink: EventSink,
): AsyncGenerator<ReadBatch, void, undefined> {
  sink.notice({ kind: 'format', format: 'hl7v2' });
  let message = 0;
  let waiting: (() => Promise<void>)[] = [];
  const frames = new MessageFrames(limits.itemSize, {
    message: (frame) => {
      const number = ++message;
      waiting.push(() => readFrame(frame, number, options, limits, sink));
    },
    orphan: (frame) => {
      const number = ++message;
      waiting.push(async () => rejectOrphan(frame, number, limits, sink));
    },
  });
  for await (const chunk of utf8Chunks(stream)) {
    frames.push(chunk);
    await readWaiting();
    if (sink.size > 0) yield sink.take();
  }
  frames.end();
  await readWaiting();

  async function readWaiting(): Promise<void> {
    const now = waiting;
    waiting = [];
    for (const read of now) await read();
  }
}

async function readFrame(
  frame: Frame,
  message: number,
  options: ReadOptions,
  limits: ReadLimits,
  sink: EventSink,
): Promise<void> {
  const at = { message, line: frame.line };
  const reject = (reason: RejectReason, segment: string): void =>
    sink.reject({ kind: 'message', ...at, segment }, reason, rawText(frame.bytes), frame.tooLarge);
  if (frame.tooLarge) return reject({ kind: 'too-large', limit: limits.itemSize }, 'MSH');
  const decoded = decodeMessage(
    frame.bytes,
    options.encoding?.startsWith('utf-16') ? undefined : options.encoding,
  );
  if (!decoded.ok) return reject(decoded.error, 'MSH');
  const parsed = parseMessage(decoded.value.text, decoded.value.encoding);
  if (!parsed.ok) return reject(parsed.error, 'MSH');
  const problem = unfinished(parsed.value, frame) ?? strayText(parsed.value);
  if (problem) return reject(problem, problem.segment);
  reportsFromMessage(parsed.value, at, decoded.value.text, sink, await pdfTextsOf(parsed.value));
}

type SegmentProblem = Extract<RejectReason, { readonly segment: string }>;

/** A frame that was never closed, or an input that stops inside an observation: the rest never arrived. */
function unfinished(message: Hl7Message, frame: Frame): SegmentProblem | undefined {
  const last = message.segments.at(-1);
  const segment = last?.name ?? 'MSH';
  if (frame.unclosed) return { kind: 'incomplete-message', segment, detail: 'the MLLP frame is not closed' };
  // OBX-11, the status, is required: an observation without it at a cut end has lost its own end.
  if (frame.cut && last?.name === 'OBX' && last.length < 11) {
    return { kind: 'incomplete-message', segment, detail: 'the input ends inside this segment' };
  }
  return undefined;
}

/** Raw line breaks are forgiven in text; in other segments they mean that something was torn. */
export function strayText(message: Hl7Message): SegmentProblem | undefined {
  for (const segment of message.segments) {
    if (segment.name === 'OBX' || segment.name === 'NTE') continue;
    for (let field = 1; field <= segment.length; field++) {
      if (!segment.raw(field).includes('\n')) continue;
      return {
        kind: 'bad-segment',
        segment: segment.name,
        detail: 'followed by a line that begins like no segment',
      };
    }
  }
  return undefined;
}

function rejectOrphan(frame: Frame, message: number, limits: ReadLimits, sink: EventSink): void {
  const reason: RejectReason = frame.tooLarge
    ? { kind: 'too-large', limit: limits.itemSize }
    : { kind: 'incomplete-message', segment: 'MSH', detail: 'lines without a message header before them' };
  const place = { kind: 'message', message, line: frame.line, segment: 'MSH' } as const;
  sink.reject(place, reason, rawText(frame.bytes), frame.tooLarge);
}

/** For the rejects file only: Latin-1 shows every byte, whatever was meant. */
function rawText(bytes: Uint8Array): string {
  return new TextDecoder('iso-8859-1').decode(bytes);
}

/** UTF-16 files are turned into UTF-8 first: segments are found by single bytes. */
async function* utf8Chunks(stream: ByteStream): AsyncGenerator<Uint8Array, void, undefined> {
  const encoding = encodingFromHead(stream.head);
  if (!encoding?.startsWith('utf-16')) return yield* stream.chunks();
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for await (const chunk of stream.chunks()) yield encoder.encode(decoder.decode(chunk, { stream: true }));
  yield encoder.encode(decoder.decode());
}
