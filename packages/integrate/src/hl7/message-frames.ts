// Lines to single HL7 v2 messages: MLLP frames, batches (FHS, BHS), or messages one after another. One decision: a
// line that does not begin like a segment continues the one before, because many senders leave raw line breaks
// in report text. Lines outside any message are handed over as an orphan, never dropped.

import { keptBeginning } from '../text/line-splitter.ts';
import { concatenated, type LineEnd, PhysicalLines } from './physical-lines.ts';

export interface Frame {
  /** Segments joined by CR; a line that continues a segment is joined by LF. */
  readonly bytes: Uint8Array;
  readonly line: number;
  /** The MLLP frame was opened and never closed. */
  readonly unclosed: boolean;
  /** The input ends in the middle of this message's last line. */
  readonly cut: boolean;
  readonly tooLarge: boolean;
}

export interface FrameHandler {
  message(frame: Frame): void;
  orphan(frame: Frame): void;
}

const separator = { segment: new Uint8Array([0x0d]), continuation: new Uint8Array([0x0a]) };

export class MessageFrames {
  readonly #limit: number;
  readonly #handler: FrameHandler;
  readonly #lines: PhysicalLines;
  #held: Uint8Array[] = [];
  #length = 0;
  #line = 0;
  #kind: 'none' | 'message' | 'orphan' = 'none';
  #blanks = 0;
  #framed = false;
  #tooLarge = false;

  constructor(limit: number, handler: FrameHandler) {
    this.#limit = limit;
    this.#handler = handler;
    this.#lines = new PhysicalLines(limit, (bytes, line, end, tooLong) =>
      this.#take(bytes, line, end, tooLong),
    );
  }

  push(chunk: Uint8Array): void {
    this.#lines.push(chunk);
  }

  end(): void {
    this.#lines.end();
  }

  #take(bytes: Uint8Array, line: number, end: LineEnd, tooLong: boolean): void {
    if (bytes.length > 0) this.#place(bytes, line, tooLong);
    else if (end === 'line') this.#blanks++;
    if (end === 'line') return;
    const unclosed = this.#framed && end !== 'frame-end';
    this.#close(unclosed, end === 'end' && bytes.length > 0);
    this.#framed = end === 'frame-start';
  }

  #place(bytes: Uint8Array, line: number, tooLong: boolean): void {
    const start = lineStart(bytes);
    if (start === 'envelope') this.#close(false, false);
    else if (start === 'message') {
      this.#close(false, false);
      this.#open('message', line);
      this.#add(bytes, tooLong);
    } else if (this.#kind === 'none') {
      if (isBlank(bytes)) return;
      this.#open('orphan', line);
      this.#add(bytes, tooLong);
    } else if (start === 'segment' || this.#kind === 'orphan') {
      this.#add(separator.segment, false);
      this.#add(bytes, tooLong);
    } else {
      for (let i = 0; i <= this.#blanks; i++) this.#add(separator.continuation, false);
      this.#add(bytes, tooLong);
    }
    this.#blanks = 0;
  }

  #open(kind: 'message' | 'orphan', line: number): void {
    this.#kind = kind;
    this.#line = line;
  }

  #add(bytes: Uint8Array, tooLong: boolean): void {
    if (this.#tooLarge) return;
    this.#held.push(bytes);
    this.#length += bytes.length;
    if (!tooLong && this.#length <= this.#limit) return;
    this.#tooLarge = true;
    const beginning = concatenated(this.#held, this.#length).slice(0, keptBeginning);
    this.#held = [beginning];
    this.#length = beginning.length;
  }

  #close(unclosed: boolean, cut: boolean): void {
    if (this.#kind !== 'none') {
      const bytes = concatenated(this.#held, this.#length);
      const frame = { bytes, line: this.#line, unclosed, cut, tooLarge: this.#tooLarge };
      if (this.#kind === 'message') this.#handler.message(frame);
      else this.#handler.orphan(frame);
    }
    this.#kind = 'none';
    this.#held = [];
    this.#length = 0;
    this.#blanks = 0;
    this.#tooLarge = false;
  }
}

const envelopes = new Set(['FHS', 'BHS', 'BTS', 'FTS']);

/** A segment begins with its name of three capitals or digits and then a delimiter, or nothing. */
function lineStart(bytes: Uint8Array): 'message' | 'envelope' | 'segment' | 'text' {
  const skip = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const [a, b, c, next] = [bytes[skip], bytes[skip + 1], bytes[skip + 2], bytes[skip + 3]];
  if (a === undefined || b === undefined || c === undefined) return 'text';
  if (!isCapital(a) || !(isCapital(b) || isDigit(b)) || !(isCapital(c) || isDigit(c))) return 'text';
  const name = String.fromCharCode(a, b, c);
  if (next !== undefined && (next <= 0x20 || next > 0x7e || isLetterOrDigit(next))) return 'text';
  if (name === 'MSH') return 'message';
  return envelopes.has(name) ? 'envelope' : 'segment';
}

function isCapital(byte: number): boolean {
  return byte >= 0x41 && byte <= 0x5a;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isLetterOrDigit(byte: number): boolean {
  return isDigit(byte) || isCapital(byte) || (byte >= 0x61 && byte <= 0x7a);
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every(
    (byte) => byte === 0x20 || byte === 0x09 || byte === 0xef || byte === 0xbb || byte === 0xbf,
  );
}
