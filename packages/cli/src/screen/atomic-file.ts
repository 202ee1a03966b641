// A file that is there complete or not at all: written under a temporary name beside its place, flushed to
// the disk and renamed at the end. Nobody else may read it while it is written, because it holds patient
// text. It knows nothing of what is written.

import { unlinkSync } from 'node:fs';
import { type FileHandle, open, rename, stat, unlink } from 'node:fs/promises';
import { CannotRun, systemErrorInWords } from './cannot-run.ts';

const flushAt = 1 << 20;

export class AtomicFile {
  readonly path: string;
  readonly #temporary: string;
  readonly #handle: FileHandle;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #closed = false;

  private constructor(path: string, temporary: string, handle: FileHandle) {
    this.path = path;
    this.#temporary = temporary;
    this.#handle = handle;
    unfinished.add(temporary);
  }

  /** Opens the temporary file, so that a place that cannot be written to is known before the work begins. */
  static async create(path: string): Promise<AtomicFile> {
    const there = await stat(path).catch(() => null);
    if (there?.isDirectory() === true)
      throw new CannotRun(`Cannot write ${path}: it is a folder. Name a file.`);
    const temporary = `${path}.${process.pid}.part`;
    try {
      return new AtomicFile(path, temporary, await open(temporary, 'w', 0o600));
    } catch (thrown) {
      throw new CannotRun(systemErrorInWords(thrown, 'write', path));
    }
  }

  async write(piece: string | Uint8Array): Promise<void> {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.byteLength;
    if (this.#waitingBytes >= flushAt) await this.#flush();
  }

  /** Puts the file in its place. After this, and only after this, it exists. */
  async finish(): Promise<void> {
    await this.#flush();
    try {
      await this.#handle.sync();
      await this.#close();
      await rename(this.#temporary, this.path);
    } catch (thrown) {
      await this.abandon();
      throw new CannotRun(systemErrorInWords(thrown, 'write', this.path));
    }
    unfinished.delete(this.#temporary);
  }

  /** Leaves nothing behind; harmless after `finish`. */
  async abandon(): Promise<void> {
    await this.#close().catch(() => undefined);
    if (unfinished.delete(this.#temporary)) await unlink(this.#temporary).catch(() => undefined);
  }

  async #flush(): Promise<void> {
    const pieces = this.#waiting;
    if (pieces.length === 0) return;
    this.#waiting = [];
    this.#waitingBytes = 0;
    try {
      let bytes = Buffer.concat(pieces);
      while (bytes.byteLength > 0) {
        const { bytesWritten } = await this.#handle.write(bytes);
        bytes = bytes.subarray(bytesWritten);
      }
    } catch (thrown) {
      await this.abandon();
      throw new CannotRun(systemErrorInWords(thrown, 'write', this.path));
    }
  }

  async #close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#handle.close();
  }
}

const unfinished = new Set<string>();

/** For a run that is interrupted: removes what is not finished, at once. */
export function removeUnfinishedFiles(): void {
  for (const path of unfinished) {
    try {
      unlinkSync(path);
    } catch {
      // Already gone: nothing to remove.
    }
  }
  unfinished.clear();
}
