// Reads an input to its end and sorts the events by kind, for tests and scripts.

import {
  type Notice,
  type ReadOptions,
  type Refusal,
  type Reject,
  type ReportRecord,
  readReports,
  type Tally,
} from '../src/index.ts';

export interface WholeReading {
  readonly reports: ReportRecord[];
  readonly rejects: Reject[];
  readonly notices: Notice[];
  readonly refusals: Refusal[];
  readonly tally: Tally;
}

/** `cuts` gives the length of each chunk in turn, over and over; the whole input in one piece when absent. */
export async function readAll(
  input: string | Uint8Array,
  options: ReadOptions,
  cuts?: readonly number[],
): Promise<WholeReading> {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const reports: ReportRecord[] = [];
  const rejects: Reject[] = [];
  const notices: Notice[] = [];
  const refusals: Refusal[] = [];
  const tallies: Tally[] = [];
  for await (const batch of readReports(chunked(bytes, cuts), options)) {
    for (const event of batch) {
      if (tallies.length > 0) throw new Error('an event after the end');
      if (event.kind === 'report') reports.push(event.record);
      else if (event.kind === 'reject') rejects.push(event.reject);
      else if (event.kind === 'notice') notices.push(event.notice);
      else if (event.kind === 'refused') refusals.push(event.refusal);
      else tallies.push(event.tally);
    }
  }
  const tally = tallies[0];
  if (tally === undefined) throw new Error('no closing tally');
  return { reports, rejects, notices, refusals, tally };
}

async function* chunked(bytes: Uint8Array, cuts: readonly number[] | undefined): AsyncGenerator<Uint8Array> {
  if (cuts === undefined || cuts.length === 0) {
    yield bytes;
    return;
  }
  let at = 0;
  for (let i = 0; at < bytes.length; i++) {
    const length = Math.max(1, cuts[i % cuts.length] ?? 1);
    yield bytes.slice(at, at + length);
    at += length;
  }
}

/** A few bytes beyond ASCII in Windows-1252, which TextEncoder cannot write. */
export function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => (character === '€' ? 0x80 : character.charCodeAt(0)));
}
