// Threads that count, as many as asked. Decision: a portion goes to whichever thread is free, and whoever asks waits for its own
// answer; when a thread breaks, everybody who waits for it is told.

import { Worker } from 'node:worker_threads';
import type { PortionCount, PortionQuestion } from './count-portion.ts';

export interface CountThreads {
  count(question: PortionQuestion): Promise<PortionCount>;
  end(): Promise<void>;
}

interface Waiting {
  readonly answer: (count: PortionCount) => void;
  readonly fail: (error: unknown) => void;
}

export function startCountThreads(number: number): CountThreads {
  const threads = Array.from({ length: number }, () => {
    const worker = new Worker(new URL('./count-thread.ts', import.meta.url), {
      // The records of a portion die together; room for them to die young halves the time of counting.
      resourceLimits: { maxYoungGenerationSizeMb: 64, maxOldGenerationSizeMb: 512 },
    });
    worker.unref();
    // Answers come in the order of the questions.
    const waiting: Waiting[] = [];
    worker.on('message', (count: PortionCount) => waiting.shift()?.answer(count));
    worker.on('error', (error) => {
      for (const one of waiting.splice(0)) one.fail(error);
    });
    return { worker, waiting };
  });
  return {
    count(question) {
      const [free] = threads.toSorted((a, b) => a.waiting.length - b.waiting.length);
      if (free === undefined) throw new RangeError('There is no thread to count in');
      return new Promise((answer, fail) => {
        free.waiting.push({ answer, fail });
        free.worker.postMessage(question);
      });
    },
    async end() {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}
