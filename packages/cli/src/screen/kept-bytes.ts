// Bytes behind each other, found again by their place: in memory while they are few, in a file without a
// name when they are many, so that memory does not grow with the input. The file holds words of reports:
// only the owner may read it, and where the system allows it has no name from the moment it is made, so
// that nothing stays behind however the program ends. It knows nothing of what the bytes mean.

import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotRun, systemErrorInWords } from './cannot-run.ts';

/** Bytes held in memory before they go to a file. */
const inMemoryLimit = 24 * 1024 * 1024;

export class KeptBytes {
  readonly #limit: number;
  /** What is in memory, and where each piece begins; empty once there is a file. */
  #pieces: Uint8Array[] = [];
  #starts: number[] = [];
  #length = 0;
  #file: { readonly descriptor: number; readonly folder: string } | null = null;

  constructor(limit: number = inMemoryLimit) {
    this.#limit = limit;
  }

  /** Whether the bytes are in a file. */
  get inFile(): boolean {
    return this.#file !== null;
  }

  /** Keeps the bytes and gives the place of the first. */
  append(bytes: Uint8Array): number {
    const start = this.#length;
    if (this.#file === null && start + bytes.byteLength > this.#limit) this.#moveToFile();
    if (this.#file === null) {
      this.#pieces.push(bytes);
      this.#starts.push(start);
    } else {
      this.#write(bytes);
    }
    this.#length = start + bytes.byteLength;
    return start;
  }

  /** The bytes at a place; they were appended in one piece. */
  read(start: number, length: number): Uint8Array {
    if (this.#file === null) {
      const index = this.#pieceAt(start);
      const offset = start - (this.#starts[index] ?? 0);
      return this.#pieces[index]?.subarray(offset, offset + length) ?? new Uint8Array(0);
    }
    const bytes = new Uint8Array(length);
    let done = 0;
    while (done < length) {
      const read = readSync(this.#file.descriptor, bytes, done, length - done, start + done);
      if (read === 0) throw new Error(`Kept bytes end at ${start + done}, expected ${start + length}`);
      done += read;
    }
    return bytes;
  }

  /** Leaves nothing behind. */
  close(): void {
    this.#pieces = [];
    this.#starts = [];
    if (this.#file === null) return;
    closeSync(this.#file.descriptor);
    rmSync(this.#file.folder, { recursive: true, force: true });
    this.#file = null;
  }

  #moveToFile(): void {
    try {
      const folder = mkdtempSync(join(tmpdir(), 'breekpunt-'));
      this.#file = { descriptor: openSync(join(folder, 'kept'), 'wx+', 0o600), folder };
      // Windows keeps the name of an open file; there it goes when the file is closed.
      if (process.platform !== 'win32') rmSync(folder, { recursive: true });
    } catch (thrown) {
      throw new CannotRun(systemErrorInWords(thrown, 'write', tmpdir()));
    }
    for (const piece of this.#pieces) this.#write(piece);
    this.#pieces = [];
    this.#starts = [];
  }

  #write(bytes: Uint8Array): void {
    try {
      let done = 0;
      while (done < bytes.byteLength) done += writeSync(this.#file?.descriptor ?? -1, bytes, done);
    } catch (thrown) {
      throw new CannotRun(systemErrorInWords(thrown, 'write', tmpdir()));
    }
  }

  /** The last piece that begins at or before the place. */
  #pieceAt(place: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
