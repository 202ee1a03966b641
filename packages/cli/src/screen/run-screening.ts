// One pass over the input: files to batches, batches to reading threads, results in order to the output
// file and the store of patients. Small inputs are read in this thread, because starting others would take
// longer than the work. Counts are checked at the end: what went in must have come out or been rejected.

import {
  csvRow,
  csvStart,
  describePlace,
  describeRefusal,
  type Notice,
  type Refusal,
} from '@breekpunt/integrate';
import type { UiLanguage } from '../options/commands.ts';
import type { Terminal } from '../terminal.ts';
import { noticeInWords } from '../words/notice-in-words.ts';
import type { AtomicFile } from './atomic-file.ts';
import { addCounts, type BatchRecord, type BatchResult, noCounts, type ReadingSettings } from './batch.ts';
import { type InputListener, inputBatches } from './input-batches.ts';
import type { InputFile } from './input-files.ts';
import { startLanes } from './lanes.ts';
import { orderedResults } from './ordered.ts';
import type { PatientStore } from './patient-store.ts';
import { startProgress } from './progress.ts';
import { createBatchReader } from './read-batch.ts';
import type { RejectFile } from './reject-file.ts';
import { RejectTally } from './reject-tally.ts';
import { findingColumns } from './rows.ts';
import type { ScreenSummary } from './summary.ts';

export interface ScreeningRequest {
  readonly files: readonly InputFile[];
  readonly reading: Parameters<typeof inputBatches>[1];
  readonly settings: ReadingSettings;
  readonly jobs: number;
  readonly output: AtomicFile | null;
  readonly rejects: RejectFile;
  readonly terminal: Terminal;
  readonly silent: boolean;
  /** Of what is said on the way. */
  readonly uiLanguage: UiLanguage;
  /** Gets what the list of patients needs. */
  readonly store: PatientStore;
}

export interface Screening {
  readonly totals: Omit<ScreenSummary, 'version' | 'today' | 'country' | 'synthetic' | 'patients'>;
  /** The input calls itself synthetic. */
  readonly saysSynthetic: boolean;
}

/** Below this many bytes of input, other threads would not have started before the work is done. */
const bytesWorthThreads = 2 * 1024 * 1024;

export async function runScreening(request: ScreeningRequest): Promise<Screening> {
  const { files, settings, output, store } = request;
  const started = performance.now();
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const progress = startProgress(process.stderr, bytes, request.silent);
  const counts = noCounts();
  const { listener, seen, tally } = listenerFor(request, progress.read, progress.clear);
  const lanes = openLanes(bytes, request.jobs, settings);
  try {
    if (settings.rows === 'csv') await output?.write(csvStart + csvRow(findingColumns));
    const batches = watched(inputBatches(files, request.reading, listener), seen);
    for await (const result of orderedResults(batches, lanes.width, lanes.run)) {
      if (result.rows !== null) await output?.write(result.rows);
      store.add(result);
      addCounts(counts, result.counts);
      progress.done(result.counts.reports);
    }
  } finally {
    progress.clear();
    await lanes.close();
  }
  for (const line of tally.lines()) request.terminal.error(`${line}\n`);
  if (counts.reports + seen.rejects + seen.skipped !== seen.items && seen.refusedFiles === 0) {
    throw new Error(
      `Lost input: ${seen.items} items came in, ${counts.reports + seen.rejects + seen.skipped} out`,
    );
  }
  const { items, rejects, skipped, refusedFiles } = seen;
  return {
    totals: {
      ...counts,
      files: files.length,
      items,
      rejects,
      skipped,
      refusedFiles,
      seconds: (performance.now() - started) / 1000,
    },
    saysSynthetic: seen.synthetic || files.some(({ path }) => isSyntheticName(path)),
  };
}

interface Seen {
  items: number;
  rejects: number;
  skipped: number;
  refusedFiles: number;
  synthetic: boolean;
}

function listenerFor(
  { rejects, terminal, silent, uiLanguage }: ScreeningRequest,
  bytes: (read: number) => void,
  clear: () => void,
): { listener: InputListener; seen: Seen; tally: RejectTally } {
  const seen: Seen = { items: 0, rejects: 0, skipped: 0, refusedFiles: 0, synthetic: false };
  const tally = new RejectTally();
  const say = (line: string): void => {
    clear();
    terminal.error(`${line}\n`);
  };
  const listener: InputListener = {
    bytes,
    reject: async ({ path }, reject) => {
      seen.rejects += 1;
      tally.add(path, reject);
      await rejects.add(path, reject);
    },
    refused: async ({ path }, { place, reason }) => {
      seen.refusedFiles += 1;
      say(`${path}: ${describeRefusal(reason)}${mappingHint(reason.kind)}`);
      await rejects.addFile(path, describePlace(place), reason.kind, describeRefusal(reason));
    },
    unreadable: async ({ path }, sentence) => {
      seen.refusedFiles += 1;
      say(sentence);
      await rejects.addFile(path, 'the file', 'unreadable', sentence);
    },
    notice: ({ path }, notice: Notice) => {
      const words = noticeInWords(notice, uiLanguage);
      if (words !== null && !silent) say(`${path}: ${words}`);
    },
    end: (_, tally) => {
      seen.items += tally.items;
      seen.skipped += tally.skipped;
    },
  };
  return { listener, seen, tally };
}

/** How to name a column that was not recognised. */
function mappingHint(kind: Refusal['reason']['kind']): string {
  return kind === 'no-header-row' || kind === 'missing-column'
    ? ', such as --mapping text=Verslag or --mapping text=3'
    : '';
}

interface OpenLanes {
  readonly width: number;
  readonly run: (records: readonly BatchRecord[]) => Promise<BatchResult>;
  readonly close: () => Promise<void>;
}

function openLanes(bytes: number, jobs: number, settings: ReadingSettings): OpenLanes {
  if (bytes < bytesWorthThreads) {
    const readBatch = createBatchReader(settings);
    return { width: 1, run: async (records) => readBatch(records), close: async () => undefined };
  }
  return { width: jobs * 2 + 1, ...startLanes(jobs, settings) };
}

/** Notes on the way whether the records call themselves synthetic. */
async function* watched(
  batches: AsyncIterable<readonly BatchRecord[]>,
  seen: Seen,
): AsyncGenerator<readonly BatchRecord[], void, undefined> {
  for await (const records of batches) {
    seen.synthetic ||= records.some(
      ({ id, patient }) => isSyntheticName(id) || isSyntheticName(patient ?? ''),
    );
    yield records;
  }
}

function isSyntheticName(name: string): boolean {
  return /synth|^SYN-/iu.test(name);
}
