// Text chunks to lines, numbered from 1. One decision: a line larger than the limit is never held: its
// beginning is kept for the rejects file and the rest thrown away as it passes. A carriage return before the
// line feed goes; a lone one does not end a line.

export interface LineHandler {
  line(text: string, number: number): void;
  tooLong(beginning: string, number: number): void;
}

/** How much of an oversized item is kept to show a person which one it was. */
export const keptBeginning = 2_000;

export class LineSplitter {
  readonly #limit: number;
  readonly #handler: LineHandler;
  #parts: string[] = [];
  #held = 0;
  #number = 1;
  #skipping = false;

  constructor(limit: number, handler: LineHandler) {
    this.#limit = limit;
    this.#handler = handler;
  }

  push(text: string): void {
    let at = 0;
    for (;;) {
      const end = text.indexOf('\n', at);
      if (end === -1) break;
      this.#finish(text.slice(at, end));
      at = end + 1;
    }
    if (at < text.length) this.#hold(text.slice(at));
  }

  end(): void {
    if (this.#held > 0 || this.#skipping) this.#finish('');
  }

  #hold(part: string): void {
    if (this.#skipping) return;
    this.#parts.push(part);
    this.#held += part.length;
    if (this.#held <= this.#limit + 1) return;
    this.#skipping = true;
    this.#parts = [this.#parts.join('').slice(0, keptBeginning)];
  }

  #finish(lastPart: string): void {
    let line = lastPart;
    if (this.#held > 0) {
      this.#hold(lastPart);
      line = this.#parts.join('');
    }
    if (line.endsWith('\r') && !this.#skipping) line = line.slice(0, -1);
    if (this.#skipping || line.length > this.#limit)
      this.#handler.tooLong(line.slice(0, keptBeginning), this.#number);
    else this.#handler.line(line, this.#number);
    this.#parts = [];
    this.#held = 0;
    this.#skipping = false;
    this.#number++;
  }
}
