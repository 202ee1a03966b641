// Reads a batch of records: findings from the text and from the codes, the rows for the output file, and
// what is kept for the list of patients. The same function runs in this thread and in the reading threads.

import { type CaseFinder, createCaseFinder } from '@breekpunt/identify';
import {
  addLimitation,
  type BatchRecord,
  type BatchResult,
  type KeptPlace,
  noCounts,
  type ReadingSettings,
} from './batch.ts';
import { createCodeReader } from './code-reader.ts';
import { packKept } from './kept-code.ts';
import { type KeptReport, keptReportFrom } from './kept-report.ts';
import { reportTriage } from './patient-triage.ts';
import { findingRows, ndjsonLine } from './rows.ts';

export type BatchReader = (records: readonly BatchRecord[]) => BatchResult;

export function createBatchReader(
  settings: ReadingSettings,
  finder: CaseFinder = createCaseFinder(),
): BatchReader {
  const readCodes = createCodeReader();
  const encoder = new TextEncoder();

  return (records) => {
    const counts = noCounts();
    const kept = new KeptBytes(encoder);
    let rows = '';
    for (const record of records) {
      const result = finder.read(record.text, contextOf(record, settings));
      const codes = readCodes(record);
      const triage = reportTriage(result, codes);
      counts.reports += 1;
      counts.triage[triage] += 1;
      counts.languages[result.language] += 1;
      for (const limitation of result.limitations) addLimitation(counts, limitation);
      if (settings.rows === 'ndjson') rows += ndjsonLine(record, result, codes, triage);
      else if (settings.rows === 'csv') rows += findingRows(record, result, codes, triage);
      const keep = keptReportFrom(record, result, codes, triage, settings);
      if (keep !== null) kept.add(keep);
    }
    return {
      rows: settings.rows === 'none' ? null : encoder.encode(rows),
      ...kept.finish(),
      counts,
    };
  };
}

function contextOf(record: BatchRecord, settings: ReadingSettings): Parameters<CaseFinder['read']>[1] {
  const language = settings.language ?? record.language;
  return {
    ...(language === undefined ? {} : { language }),
    ...(record.date === undefined ? {} : { date: record.date }),
    ...(record.kind === undefined ? {} : { kind: record.kind }),
  };
}

/** Reports as JSON behind each other in one piece of bytes, with the place of each. */
class KeptBytes {
  readonly #encoder: InstanceType<typeof TextEncoder>;
  readonly #pieces: Uint8Array[] = [];
  readonly #places: KeptPlace[] = [];
  #length = 0;

  constructor(encoder: InstanceType<typeof TextEncoder>) {
    this.#encoder = encoder;
  }

  add(report: KeptReport): void {
    const bytes = this.#encoder.encode(packKept(report));
    const stated =
      report.codes.length > 0 ||
      report.findings.some((finding) => finding.presence !== 'absent' && finding.experiencer === 'patient');
    this.#places.push({
      patient: report.patient,
      stated,
      start: this.#length,
      end: this.#length + bytes.length,
    });
    this.#pieces.push(bytes);
    this.#length += bytes.length;
  }

  finish(): { readonly kept: Uint8Array; readonly keptPlaces: readonly KeptPlace[] } {
    const kept = new Uint8Array(this.#length);
    this.#pieces.forEach((piece, index) => {
      kept.set(piece, this.#places[index]?.start ?? 0);
    });
    return { kept, keptPlaces: this.#places };
  }
}
