// One fuzz run: damaged items of one format through the reader, in chunks of changing size, and every mark
// sought in the reports and rejects that come out. It prints nothing.

import { type ReadEvent, type RejectReason, readReports } from '../src/index.ts';
import { damagedItem, type FuzzFormat, joined, seededRandom } from './mutated-input.ts';

export interface FuzzResult {
  readonly format: FuzzFormat;
  readonly itemsIn: number;
  readonly reports: number;
  readonly rejects: number;
  readonly skipped: number;
  /** Marks of items found in no report, no reject and no count of skipped ones. */
  readonly lost: number;
  readonly refused: number;
  readonly rejectsByReason: Readonly<Record<string, number>>;
}

/** Pieces cut loose from a message by a control byte are rejects of their own; they stand for no message that came. */
function isOrphan(reason: RejectReason): boolean {
  return reason.kind === 'incomplete-message' && reason.detail.startsWith('lines without');
}

/** HL7 has a header for the mark that reports do not carry, so there messages are sought by their number. */
export async function fuzzRun(format: FuzzFormat, count: number, seed: number): Promise<FuzzResult> {
  const sought = new Uint8Array(count);
  const messages = new Set<number>();
  const reasons: Record<string, number> = {};
  let refused = 0;
  let tally = { items: 0, reports: 0, rejects: 0, skipped: 0 };
  const see = (text: string): void => {
    for (const [, n] of text.matchAll(/Q(\d+)Z/g)) sought[Number(n)] = 1;
  };
  const take = (event: ReadEvent): void => {
    if (event.kind === 'report') {
      see(`${event.record.id}\n${event.record.text}\n${event.record.patient ?? ''}`);
      if (event.record.place.kind === 'message') messages.add(event.record.place.message);
    } else if (event.kind === 'reject') {
      see(event.reject.raw);
      reasons[event.reject.reason.kind] = (reasons[event.reject.reason.kind] ?? 0) + 1;
      if (event.reject.place.kind === 'message' && !isOrphan(event.reject.reason))
        messages.add(event.reject.place.message);
    } else if (event.kind === 'refused') refused++;
    else if (event.kind === 'end') tally = event.tally;
  };
  const name = `fuzz.${format}`;
  for await (const batch of readReports(damagedStream(format, count, seed), { name, format }))
    for (const event of batch) take(event);
  const found = sought.reduce((sum, seen) => sum + seen, 0);
  const lost = format === 'hl7v2' ? Math.max(0, count - messages.size - tally.skipped) : count - found;
  return {
    format,
    itemsIn: count,
    reports: tally.reports,
    rejects: tally.rejects,
    skipped: tally.skipped,
    lost,
    refused,
    rejectsByReason: reasons,
  };
}

const ending: Readonly<Record<FuzzFormat, string>> = { csv: '\n', ndjson: '\n', hl7v2: '\r' };

/** Chunks of 1 byte to 64 KiB, so that items are cut everywhere. */
async function* damagedStream(format: FuzzFormat, count: number, seed: number): AsyncGenerator<Uint8Array> {
  const random = seededRandom(seed);
  const end = new TextEncoder().encode(ending[format]);
  if (format === 'csv') yield new TextEncoder().encode('id;patient;geboortedatum;geslacht;datum;verslag\n');
  let held: Uint8Array[] = [];
  let length = 0;
  let wanted = 1;
  for (let n = 0; n < count; n++) {
    const item = damagedItem(format, n, random);
    held.push(item, end);
    length += item.length + end.length;
    if (length < wanted && n < count - 1) continue;
    yield* cut(joined(...held), random);
    held = [];
    length = 0;
    wanted = 2 ** Math.floor(random() * 17);
  }
}

function* cut(bytes: Uint8Array, random: () => number): Generator<Uint8Array> {
  const at = Math.floor(random() * bytes.length);
  yield bytes.subarray(0, at);
  yield bytes.subarray(at);
}
