// What could not be read, one JSON object a line: file, place, reason, raw. Made only when there is
// something to put in it. It may hold patient text, so only the owner may read it.

import { describePlace, describeReject, type Reject } from '@breekpunt/integrate';
import { AtomicFile } from './atomic-file.ts';

export class RejectFile {
  readonly path: string;
  #file: AtomicFile | null = null;

  constructor(path: string) {
    this.path = path;
  }

  async add(file: string, { place, reason, raw, rawTruncated }: Reject): Promise<void> {
    await this.#line({
      file,
      place,
      where: describePlace(place),
      reason: reason.kind,
      expected: describeReject(reason),
      raw,
      ...(rawTruncated ? { rawTruncated } : {}),
    });
  }

  /** A whole file, or its end, that could not be read. */
  async addFile(file: string, where: string, reason: string, sentence: string): Promise<void> {
    await this.#line({ file, place: { kind: 'file' }, where, reason, expected: sentence, raw: '' });
  }

  /** Puts the file in its place; null when there was nothing to write. */
  async finish(): Promise<string | null> {
    if (this.#file === null) return null;
    await this.#file.finish();
    return this.path;
  }

  async abandon(): Promise<void> {
    await this.#file?.abandon();
  }

  async #line(line: object): Promise<void> {
    this.#file ??= await AtomicFile.create(this.path);
    await this.#file.write(`${JSON.stringify(line)}\n`);
  }
}
