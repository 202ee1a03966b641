// Bytes of a connection to messages: MLLP frames, <VT> message <FS> <CR>, however the network cuts them.
// Decision: what stands between frames is skipped and counted, a frame that grows past the limit is thrown away as it
// comes and reported once it ends, so a sender of anything cannot fill the memory.

const startOfBlock = 0x0b;
const endOfBlock = 0x1c;

export type Framed =
  | { readonly kind: 'message'; readonly bytes: Buffer }
  | { readonly kind: 'too-large'; readonly beginning: Buffer };

/** Kept of a message that is too large: enough to read its header and to answer. */
const keptBeginning = 2_000;

export class FrameReader {
  readonly #limit: number;
  #pieces: Buffer[] = [];
  #length = 0;
  #inFrame = false;
  #tooLarge = false;
  /** Bytes outside frames, line ends apart. */
  skipped = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** A frame was opened and is not closed. */
  get unfinished(): boolean {
    return this.#inFrame;
  }

  push(chunk: Buffer): Framed[] {
    const done: Framed[] = [];
    let at = 0;
    while (at < chunk.length) {
      if (!this.#inFrame) {
        const start = chunk.indexOf(startOfBlock, at);
        const end = start === -1 ? chunk.length : start;
        for (let i = at; i < end; i++) if (chunk[i] !== 0x0d && chunk[i] !== 0x0a) this.skipped += 1;
        if (start === -1) break;
        this.#inFrame = true;
        at = start + 1;
        continue;
      }
      const end = chunk.indexOf(endOfBlock, at);
      this.#keep(chunk.subarray(at, end === -1 ? chunk.length : end));
      if (end === -1) break;
      done.push(this.#finish());
      at = end + 1;
    }
    return done;
  }

  #keep(piece: Buffer): void {
    if (this.#tooLarge) return;
    this.#pieces.push(piece);
    this.#length += piece.length;
    if (this.#length <= this.#limit) return;
    this.#tooLarge = true;
    this.#pieces = [Buffer.from(Buffer.concat(this.#pieces).subarray(0, keptBeginning))];
  }

  #finish(): Framed {
    const bytes = Buffer.concat(this.#pieces);
    const framed: Framed = this.#tooLarge
      ? { kind: 'too-large', beginning: bytes }
      : { kind: 'message', bytes };
    this.#pieces = [];
    this.#length = 0;
    this.#inFrame = false;
    this.#tooLarge = false;
    return framed;
  }
}

export function framed(text: string): Buffer {
  return Buffer.concat([Buffer.of(startOfBlock), Buffer.from(text, 'utf8'), Buffer.of(endOfBlock, 0x0d)]);
}
