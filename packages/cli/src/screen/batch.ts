// What travels between the thread that reads files and the threads that read reports: a batch of records
// one way; finished output bytes, counts and the reports to keep the other way. Bytes rather than objects,
// because they are handed over instead of copied.

import type { Language } from '@breekpunt/core';
import type { Limitation, Triage } from '@breekpunt/identify';
import type { ReportRecord } from '@breekpunt/integrate';

export type BatchRecord = Omit<ReportRecord, 'place'>;

export type RowFormat = 'ndjson' | 'csv' | 'none';

export interface ReadingSettings {
  readonly rows: RowFormat;
  /** What is kept for the list of patients: whole reports for the page, or the sentences with findings. */
  readonly keep: 'whole-text' | 'sentences' | 'nothing';
  /** The language all reports are written in, when the user says so. */
  readonly language: Language | null;
}

export interface BatchCounts {
  readonly reports: number;
  readonly triage: Record<Triage, number>;
  readonly languages: Record<Language, number>;
  readonly limitations: Partial<Record<Limitation, number>>;
}

/** One report worth keeping: where its JSON stands in the batch's bytes, and whose it is. */
export interface KeptPlace {
  /** The patient's number as the source gives it; null when it gives none. */
  readonly patient: string | null;
  /** False when the report only denies, and alone puts nobody on the list. */
  readonly stated: boolean;
  readonly start: number;
  readonly end: number;
}

export interface BatchResult {
  /** Rows for the output file, in the order of the records; null when none are asked for. */
  readonly rows: Uint8Array | null;
  readonly kept: Uint8Array;
  readonly keptPlaces: readonly KeptPlace[];
  readonly counts: BatchCounts;
}

export type Lane = (records: readonly BatchRecord[]) => Promise<BatchResult>;

export function noCounts(): BatchCounts & { reports: number } {
  return {
    reports: 0,
    triage: { fracture: 0, 'prevalent-vertebral': 0, possible: 0, none: 0 },
    languages: { nl: 0, fr: 0, de: 0, en: 0 },
    limitations: {},
  };
}

export function addLimitation(counts: BatchCounts, limitation: Limitation): void {
  counts.limitations[limitation] = (counts.limitations[limitation] ?? 0) + 1;
}

/** Adds the counts of a batch to a running total. */
export function addCounts(total: BatchCounts & { reports: number }, batch: BatchCounts): void {
  total.reports += batch.reports;
  addTo(total.triage, batch.triage);
  addTo(total.languages, batch.languages);
  addTo(total.limitations, batch.limitations);
}

function addTo(total: Record<string, number>, more: Readonly<Record<string, number>>): void {
  for (const [key, count] of Object.entries(more)) total[key] = (total[key] ?? 0) + count;
}
