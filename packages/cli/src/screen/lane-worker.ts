// A reading thread: batches in, results out, until it is ended. The bytes of a result are handed over.

import { parentPort, workerData } from 'node:worker_threads';
import type { BatchRecord, ReadingSettings } from './batch.ts';
import { createBatchReader } from './read-batch.ts';

const readBatch = createBatchReader(workerData as ReadingSettings);

parentPort?.on('message', (records: readonly BatchRecord[]) => {
  const result = readBatch(records);
  const buffers = result.rows === null ? [result.kept.buffer] : [result.kept.buffer, result.rows.buffer];
  parentPort?.postMessage(result, buffers as ArrayBuffer[]);
});
