// Keeps reports with findings as bytes until the end of the run, grouped by patient: the last report may
// decide about the first. Of each report memory holds its place and the report before it, no more; the
// bytes themselves leave the memory when they are many.

import type { BatchResult } from './batch.ts';
import { KeptBytes } from './kept-bytes.ts';
import { unpackKept } from './kept-code.ts';
import type { KeptReport } from './kept-report.ts';

const reportsAtFirst = 4096;

export class PatientStore {
  readonly #bytes: KeptBytes;
  /** Of each kept report: where its bytes are, how many, and the previous one of the same patient (-1: none). */
  #starts = new Float64Array(reportsAtFirst);
  #lengths = new Uint32Array(reportsAtFirst);
  #previous = new Int32Array(reportsAtFirst);
  /** Whether this report or an earlier one of the same patient states something. */
  #stated = new Uint8Array(reportsAtFirst);
  #count = 0;
  /** The newest kept report of each patient. */
  readonly #newest = new Map<string, number>();
  /** Reports without a patient number stand alone. */
  readonly #alone: number[] = [];

  constructor(bytes: KeptBytes = new KeptBytes()) {
    this.#bytes = bytes;
  }

  add({ kept, keptPlaces }: Pick<BatchResult, 'kept' | 'keptPlaces'>): void {
    if (keptPlaces.length === 0) return;
    const offset = this.#bytes.append(kept);
    for (const { patient, stated, start, end } of keptPlaces) {
      const index = this.#next();
      const previous = patient === null ? -1 : (this.#newest.get(patient) ?? -1);
      this.#starts[index] = offset + start;
      this.#lengths[index] = end - start;
      this.#previous[index] = previous;
      this.#stated[index] = stated || this.#stated[previous] === 1 ? 1 : 0;
      if (patient === null) this.#alone.push(index);
      else this.#newest.set(patient, index);
    }
  }

  /** One handle for each patient of whom a report states or doubts something. */
  *handles(): Generator<number, void, undefined> {
    for (const newest of this.#newest.values()) if (this.#stated[newest] === 1) yield newest;
    yield* this.#alone;
  }

  /** All kept reports of the patient, in the order they came. */
  reportsOf(handle: number): KeptReport[] {
    const reports: KeptReport[] = [];
    for (let at = handle; at >= 0; at = this.#previous[at] ?? -1) {
      const bytes = this.#bytes.read(this.#starts[at] ?? 0, this.#lengths[at] ?? 0);
      reports.push(unpackKept(decoder.decode(bytes)));
    }
    return reports.reverse();
  }

  /** Leaves nothing behind; nothing can be read afterwards. */
  close(): void {
    this.#bytes.close();
  }

  #next(): number {
    const size = this.#starts.length;
    if (this.#count === size) {
      this.#starts = widened(this.#starts, new Float64Array(size * 2));
      this.#lengths = widened(this.#lengths, new Uint32Array(size * 2));
      this.#previous = widened(this.#previous, new Int32Array(size * 2));
      this.#stated = widened(this.#stated, new Uint8Array(size * 2));
    }
    this.#count += 1;
    return this.#count - 1;
  }
}

const decoder = new TextDecoder();

function widened<T extends Float64Array | Uint32Array | Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
