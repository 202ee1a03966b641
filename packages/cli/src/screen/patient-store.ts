// Keeps reports with findings as bytes until the end of the run, grouped by patient. Bytes and not
// objects: a hospital's year fits in the memory of a laptop. Beyond a stated size it keeps no more and
// counts what it left out, so that a list that is not complete says so.

import type { BatchResult } from './batch.ts';
import { unpackKept } from './kept-code.ts';
import type { KeptReport } from './kept-report.ts';

/** Bytes of kept reports beyond which no more are kept. */
const keptBytesLimit: number = 192 * 1024 * 1024;

interface Chain {
  /** Index of the newest kept report of this patient. */
  last: number;
  stated: boolean;
}

export class PatientStore {
  readonly #limit: number;
  readonly #pieces: Uint8Array[] = [];
  /** For each kept report: piece, start, end, and the previous report of the same patient (-1: none). */
  readonly #places: number[] = [];
  readonly #chains = new Map<string, Chain>();
  /** Reports without a patient number stand alone. */
  readonly #alone: number[] = [];
  #bytes = 0;
  #overCap = 0;

  constructor(limit: number = keptBytesLimit) {
    this.#limit = limit;
  }

  /** Reports that state a finding and no longer fitted. */
  get overCap(): number {
    return this.#overCap;
  }

  add({ kept, keptPlaces }: Pick<BatchResult, 'kept' | 'keptPlaces'>): void {
    if (keptPlaces.length === 0) return;
    if (this.#bytes + kept.byteLength > this.#limit) {
      this.#overCap += keptPlaces.filter(({ stated }) => stated).length;
      return;
    }
    this.#bytes += kept.byteLength;
    this.#pieces.push(kept);
    for (const { patient, stated, start, end } of keptPlaces) {
      const index = this.#places.length / 4;
      const chain = patient === null ? undefined : this.#chains.get(patient);
      this.#places.push(this.#pieces.length - 1, start, end, chain?.last ?? -1);
      if (patient === null) this.#alone.push(index);
      else if (chain === undefined) this.#chains.set(patient, { last: index, stated });
      else {
        chain.last = index;
        chain.stated ||= stated;
      }
    }
  }

  /** One handle for each patient of whom a report states or doubts something. */
  *handles(): Generator<number, void, undefined> {
    for (const { last, stated } of this.#chains.values()) if (stated) yield last;
    yield* this.#alone;
  }

  /** All kept reports of the patient, in the order they came. */
  reportsOf(handle: number): KeptReport[] {
    const reports: KeptReport[] = [];
    for (let at = handle; at >= 0; at = this.#places[at * 4 + 3] ?? -1) reports.push(this.#read(at));
    return reports.reverse();
  }

  #read(index: number): KeptReport {
    const piece = this.#pieces[this.#places[index * 4] ?? -1];
    const bytes = piece?.subarray(this.#places[index * 4 + 1], this.#places[index * 4 + 2]);
    return unpackKept(decoder.decode(bytes));
  }
}

const decoder = new TextDecoder();
