// Whether a row of a table says in every cell what an earlier row said. Such a row is read and kept once; rows that share
// only their name are two reports, for a table has no order in time.

import { createHash } from 'node:crypto';
import type { ReportRecord } from '@breekpunt/integrate';

/** Ids made from a row's place mean nothing in the next file: such a report is named after its contents. */
const madeFromPlace = /^(row|line)[- ]\d+$/;

export class RepeatedRows {
  readonly #contents = new Set<string>();
  readonly #names = new Map<string, number>();

  /** The record under a name of its own in this file; null when it was there before, word for word. */
  distinct(record: ReportRecord): ReportRecord | null {
    const { id: given, place: _place, ...said } = record;
    const unnamed = madeFromPlace.test(given);
    const contents = createHash('sha256')
      .update(JSON.stringify([unnamed ? null : given, said]))
      .digest('hex');
    if (this.#contents.has(contents)) return null;
    this.#contents.add(contents);
    const id = unnamed ? contentsName(record) : given;
    const times = (this.#names.get(id) ?? 0) + 1;
    this.#names.set(id, times);
    return { ...record, id: times === 1 ? id : `${id}#${times}` };
  }
}

/** The same next month, also when the export has more columns by then. */
function contentsName({ patient, date, text, codes }: ReportRecord): string {
  return createHash('sha256')
    .update(JSON.stringify([patient, date, text, codes ?? []]))
    .digest('hex');
}
