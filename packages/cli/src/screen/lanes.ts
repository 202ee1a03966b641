// Worker threads that each read one batch at a time, behind one function. A batch goes to the next free
// thread and waits when there is none. A thread that fails takes the run down with it: its batch would be
// missing otherwise.

import { Worker } from 'node:worker_threads';
import type { BatchRecord, BatchResult, Lane, ReadingSettings } from './batch.ts';

interface Task {
  readonly records: readonly BatchRecord[];
  readonly resolve: (result: BatchResult) => void;
  readonly reject: (error: Error) => void;
}

export interface Lanes {
  readonly run: Lane;
  readonly close: () => Promise<void>;
}

/** Short-lived objects are cleared early; no limit on the rest, because one report may be 10 MB long. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 };

export function startLanes(count: number, settings: ReadingSettings): Lanes {
  const waiting: Task[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Task>();
  let broken: Error | null = null;

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
  const workers = Array.from({ length: count }, () => {
    const worker = new Worker(new URL('./lane-worker.ts', import.meta.url), {
      workerData: settings,
      resourceLimits,
    });
    worker.on('message', (result: BatchResult) => {
      busy.get(worker)?.resolve(result);
      busy.delete(worker);
      idle.push(worker);
      next();
    });
    worker.on('error', (thrown) => breakDown(thrown instanceof Error ? thrown : new Error(String(thrown))));
    worker.on('exit', (code) => {
      if (code !== 0) breakDown(new Error(`A reading thread stopped with code ${code}`));
    });
    idle.push(worker);
    return worker;
  });

  return {
    run: (records) =>
      new Promise((resolve, reject) => {
        if (broken !== null) {
          reject(broken);
          return;
        }
        waiting.push({ records, resolve, reject });
        next();
      }),
    close: async () => {
      for (const worker of workers) worker.removeAllListeners('exit');
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
