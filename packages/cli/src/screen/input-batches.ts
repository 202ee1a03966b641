// The input as batches of records, file after file. Everything that is not a record (rejects, refusals,
// notices) goes to the listener as it comes. Batches are cut by count and by length of text, so that one
// long report does not wait for five hundred others.

import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Notice, ReadOptions, Refusal, Reject, Tally } from '@breekpunt/integrate';
import { readReports } from '@breekpunt/integrate';
import type { BatchRecord } from './batch.ts';
import { systemErrorInWords } from './cannot-run.ts';
import type { InputFile } from './input-files.ts';

export interface InputListener {
  readonly reject: (file: InputFile, reject: Reject) => void | Promise<void>;
  readonly refused: (file: InputFile, refusal: Refusal) => void | Promise<void>;
  /** The system could not give the file's bytes; the sentence says why. */
  readonly unreadable: (file: InputFile, sentence: string) => void | Promise<void>;
  readonly notice: (file: InputFile, notice: Notice) => void;
  readonly bytes: (read: number) => void;
  readonly end: (file: InputFile, tally: Tally) => void;
}

const recordsInBatch = 512;
const charactersInBatch = 512 * 1024;

export async function* inputBatches(
  files: readonly InputFile[],
  options: Omit<ReadOptions, 'name'>,
  listener: InputListener,
): AsyncGenerator<readonly BatchRecord[], void, undefined> {
  let records: BatchRecord[] = [];
  let characters = 0;
  for (const file of files) {
    try {
      const events = readReports(bytesOf(file, listener), { ...options, name: basename(file.path) });
      for await (const delivery of events) {
        for (const event of delivery) {
          if (event.kind !== 'report') {
            await tell(listener, file, event);
            continue;
          }
          const { place: _, ...record } = event.record;
          records.push(record);
          characters += record.text.length;
          if (records.length < recordsInBatch && characters < charactersInBatch) continue;
          yield records;
          records = [];
          characters = 0;
        }
      }
    } catch (thrown) {
      if (!isSystemError(thrown)) throw thrown;
      await listener.unreadable(file, systemErrorInWords(thrown, 'read', file.path));
    }
  }
  if (records.length > 0) yield records;
}

type OtherEvent = Exclude<
  ReturnType<typeof readReports> extends AsyncGenerator<readonly (infer E)[]> ? E : never,
  { kind: 'report' }
>;

async function tell(listener: InputListener, file: InputFile, event: OtherEvent): Promise<void> {
  switch (event.kind) {
    case 'reject':
      await listener.reject(file, event.reject);
      return;
    case 'refused':
      await listener.refused(file, event.refusal);
      return;
    case 'notice':
      listener.notice(file, event.notice);
      return;
    case 'end':
      listener.end(file, event.tally);
  }
}

async function* bytesOf(
  file: InputFile,
  listener: InputListener,
): AsyncGenerator<Uint8Array, void, undefined> {
  const stream =
    file.standardInput === true ? process.stdin : createReadStream(file.path, { highWaterMark: 1 << 18 });
  for await (const chunk of stream) {
    const bytes = chunk as Uint8Array;
    listener.bytes(bytes.byteLength);
    yield bytes;
  }
}

function isSystemError(thrown: unknown): boolean {
  return thrown instanceof Error && 'syscall' in thrown;
}
