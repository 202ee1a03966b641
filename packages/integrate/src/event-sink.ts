// Where readers put what they read: collects a batch, keeps the tally and the counts behind the closing notices.
// One decision: counting happens here and nowhere else, so reports + rejects + skipped is what was delivered.

import type { RejectReason } from './reject-reason.ts';
import type { Notice, Place, ReadBatch, ReadEvent, RefusalReason, ReportRecord } from './report-record.ts';
import { SeenIds } from './seen-ids.ts';
import { readable } from './text/byte-decoder.ts';

interface Counted {
  count: number;
  readonly first: Place;
}

export class EventSink {
  #batch: ReadEvent[] = [];
  #reports = 0;
  #rejects = 0;
  #skipped = 0;
  #idsMade = 0;
  #duplicates: Counted | undefined;
  #patientsNotFound: Counted | undefined;
  refused = false;
  readonly #ids = new SeenIds();
  readonly #skippedTypes = new Map<string, number>();
  readonly #unrecognised = new Map<string, Counted>();

  get size(): number {
    return this.#batch.length;
  }

  report(record: ReportRecord, idMade = false, source?: string): void {
    this.#reports++;
    if (idMade) this.#idsMade++;
    else if (this.#ids.seen(record.id)) this.#duplicates = counted(this.#duplicates, record.place);
    this.#batch.push(
      source === undefined
        ? { kind: 'report', record }
        : { kind: 'report', record, source: readable(source) },
    );
  }

  reject(place: Place, reason: RejectReason, raw: string, rawTruncated = false): void {
    this.#rejects++;
    this.#batch.push({ kind: 'reject', reject: { place, reason, raw: readable(raw), rawTruncated } });
  }

  /** An item of a type that carries no report. */
  skip(type: string): void {
    this.#skipped++;
    this.#skippedTypes.set(type, (this.#skippedTypes.get(type) ?? 0) + 1);
  }

  /** A value that was there and is not one we know; the field stays not recorded. */
  unrecognised(field: string, place: Place): void {
    this.#unrecognised.set(field, counted(this.#unrecognised.get(field), place));
  }

  patientNotFound(place: Place): void {
    this.#patientsNotFound = counted(this.#patientsNotFound, place);
  }

  notice(notice: Notice): void {
    this.#batch.push({ kind: 'notice', notice });
  }

  refuse(reason: RefusalReason, place: Place = { kind: 'file' }): void {
    this.refused = true;
    this.#batch.push({ kind: 'refused', refusal: { place, reason } });
  }

  /** The closing notices and the tally. */
  end(): void {
    if (this.#idsMade > 0) this.notice({ kind: 'ids-made', count: this.#idsMade });
    if (this.#duplicates) this.notice({ kind: 'duplicate-ids', ...this.#duplicates });
    if (this.#patientsNotFound) this.notice({ kind: 'patients-not-found', ...this.#patientsNotFound });
    for (const [field, seen] of this.#unrecognised)
      this.notice({ kind: 'unrecognised-values', field, ...seen });
    for (const [type, count] of this.#skippedTypes) this.notice({ kind: 'skipped-type', type, count });
    const items = this.#reports + this.#rejects + this.#skipped;
    const tally = { items, reports: this.#reports, rejects: this.#rejects, skipped: this.#skipped };
    this.#batch.push({ kind: 'end', tally });
  }

  take(): ReadBatch {
    const batch = this.#batch;
    this.#batch = [];
    return batch;
  }
}

function counted(before: Counted | undefined, place: Place): Counted {
  return before === undefined ? { count: 1, first: place } : { count: before.count + 1, first: before.first };
}
