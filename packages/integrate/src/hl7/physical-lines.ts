// A byte stream to lines ended by CR, LF, CRLF or an MLLP control byte. One decision: bytes are not decoded here,
// because each HL7 message names its own character set. A line beyond the limit is cut to its beginning.

/** What ended the line; 'end' is the end of the input. */
export type LineEnd = 'line' | 'frame-start' | 'frame-end' | 'end';

export type LineSink = (bytes: Uint8Array, line: number, end: LineEnd, tooLong: boolean) => void;

const lf = 0x0a;
const frameStart = 0x0b;
const cr = 0x0d;
const frameEnd = 0x1c;

export class PhysicalLines {
  readonly #limit: number;
  readonly #sink: LineSink;
  #parts: Uint8Array[] = [];
  #length = 0;
  #line = 1;
  #afterCr = false;
  #tooLong = false;

  constructor(limit: number, sink: LineSink) {
    this.#limit = limit;
    this.#sink = sink;
  }

  push(chunk: Uint8Array): void {
    let start = 0;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i] as number;
      if (byte > frameEnd) {
        this.#afterCr = false;
        continue;
      }
      if (byte === lf && this.#afterCr) start = i + 1;
      else if (byte === cr || byte === lf) start = this.#finish(chunk, start, i, 'line');
      else if (byte === frameStart) start = this.#finish(chunk, start, i, 'frame-start');
      else if (byte === frameEnd) start = this.#finish(chunk, start, i, 'frame-end');
      this.#afterCr = byte === cr;
    }
    this.#hold(chunk.subarray(start));
  }

  end(): void {
    this.#deliver('end');
  }

  #finish(chunk: Uint8Array, start: number, at: number, end: LineEnd): number {
    this.#hold(chunk.subarray(start, at));
    this.#deliver(end);
    if (end === 'line') this.#line++;
    return at + 1;
  }

  #hold(part: Uint8Array): void {
    if (part.length === 0 || this.#tooLong) return;
    this.#parts.push(part.slice());
    this.#length += part.length;
    if (this.#length > this.#limit) this.#tooLong = true;
  }

  #deliver(end: LineEnd): void {
    const bytes =
      this.#parts.length === 1 ? (this.#parts[0] as Uint8Array) : concatenated(this.#parts, this.#length);
    this.#parts = [];
    this.#length = 0;
    const tooLong = this.#tooLong;
    this.#tooLong = false;
    this.#sink(bytes, this.#line, end, tooLong);
  }
}

export function concatenated(parts: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
