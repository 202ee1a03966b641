// Worker threads that each read one batch at a time, behind one function. A batch goes to the next free
// thread and waits when there is none. Threads have little memory, which keeps them from hoarding what they
// no longer use; what does not fit in one, a very long report, is read in this thread, which has room. A
// thread that fails for another reason takes the run down with it: its batch would be missing otherwise.

import { Worker } from 'node:worker_threads';
import type { BatchRecord, BatchResult, Lane, ReadingSettings } from './batch.ts';
import { type BatchReader, createBatchReader } from './read-batch.ts';

interface Task {
  readonly records: readonly BatchRecord[];
  readonly resolve: (result: BatchResult) => void;
  readonly reject: (error: Error) => void;
}

export interface Lanes {
  readonly run: Lane;
  readonly close: () => Promise<void>;
}

export interface LaneLimits {
  /** Characters of a report above which it is read in this thread. */
  readonly reportCharacters: number;
  /** Memory for what lives on in a thread, in MB: three times what vocabularies and a batch were seen to take. */
  readonly threadMegabytes: number;
}

const usualLimits: LaneLimits = { reportCharacters: 200_000, threadMegabytes: 160 };

export function startLanes(
  count: number,
  settings: ReadingSettings,
  limits: LaneLimits = usualLimits,
): Lanes {
  const waiting: Task[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Task>();
  const workers = new Set<Worker>();
  let broken: Error | null = null;
  let readHere: BatchReader | null = null;

  const next = (): void => {
    const worker = idle.at(-1);
    const task = waiting[0];
    if (worker === undefined || task === undefined) return;
    idle.pop();
    waiting.shift();
    busy.set(worker, task);
    worker.postMessage(task.records);
  };
  const breakDown = (error: Error): void => {
    broken ??= error;
    for (const task of [...busy.values(), ...waiting.splice(0)]) task.reject(broken);
    busy.clear();
  };
  const here = (records: readonly BatchRecord[]): BatchResult => {
    readHere ??= createBatchReader(settings);
    return readHere(records);
  };
  const outOfMemory = (worker: Worker): void => {
    const task = busy.get(worker);
    busy.delete(worker);
    workers.delete(worker);
    start();
    if (task === undefined) return;
    try {
      task.resolve(here(task.records));
    } catch (thrown) {
      task.reject(errorFrom(thrown));
    }
  };
  const start = (): void => {
    const worker = new Worker(new URL('./lane-worker.ts', import.meta.url), {
      workerData: settings,
      resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: limits.threadMegabytes },
    });
    worker.on('message', (result: BatchResult) => {
      busy.get(worker)?.resolve(result);
      busy.delete(worker);
      idle.push(worker);
      next();
    });
    worker.on('error', (thrown) => {
      if (isOutOfMemory(thrown) && busy.has(worker)) outOfMemory(worker);
      else breakDown(errorFrom(thrown));
    });
    worker.on('exit', (code) => {
      if (code !== 0 && workers.has(worker))
        breakDown(new Error(`A reading thread stopped with code ${code}`));
    });
    workers.add(worker);
    idle.push(worker);
    next();
  };
  for (let each = 0; each < count; each++) start();

  return {
    run: async (records) => {
      if (broken !== null) throw broken;
      if (records.some(({ text }) => text.length > limits.reportCharacters)) return here(records);
      return await new Promise((resolve, reject) => {
        waiting.push({ records, resolve, reject });
        next();
      });
    },
    close: async () => {
      const open = [...workers];
      workers.clear();
      await Promise.all(open.map((worker) => worker.terminate()));
    },
  };
}

function isOutOfMemory(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function errorFrom(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
