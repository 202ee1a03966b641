// Rows of a table that are not taken, each with its reason, and the file of them that a person mends and brings again.
// Decision: what the reader rejects follows from the file and is read again when asked for; only what the hospital's own
// records decided (a number that belongs to two people) is kept beside the message.

import {
  csvRow,
  csvStart,
  describePlace,
  describeReject,
  type Place,
  type ReadEvent,
  type RejectReason,
  type ReportRecord,
} from '@breekpunt/integrate';
import { z } from 'zod';
import { reasonOf } from '../inbox/outcome.ts';
import { eventsOf, type UploadReading } from './upload-reading.ts';

/** The program's words only, never the row's. */
export interface LeftOut {
  readonly place: string;
  /** The line or row in its file; null when it stands in none. */
  readonly line: number | null;
  /** A stable code, of the reader or of the inbox. */
  readonly code: string;
  /** The field it is about. */
  readonly field: string | null;
  readonly sentence: string;
}

/** By the hospital's records: the place and the code of the inbox. */
export interface Untakable {
  readonly place: string;
  readonly code: string;
}

export const untakableForm: z.ZodType<readonly Untakable[]> = z.array(
  z.object({ place: z.string(), code: z.string() }),
);

export function leftOutByReader(place: Place, reason: RejectReason): LeftOut {
  return {
    place: describePlace(place),
    line: lineOf(place),
    code: reason.kind,
    field: 'field' in reason ? reason.field : null,
    sentence: describeReject(reason),
  };
}

export function leftOutByRecords(place: Place, code: string): LeftOut {
  return {
    place: describePlace(place),
    line: lineOf(place),
    code,
    field: null,
    sentence: reasonOf(code).sentence,
  };
}

/** What can be said before any record is looked at: a row without a patient number is nobody's. */
export function untakableByItself({ patient }: ReportRecord): string | null {
  return patient === undefined ? 'no-patient-number' : null;
}

function lineOf(place: Place): number | null {
  return place.kind === 'line' ? place.line : place.kind === 'row' ? place.row : null;
}

/** A CSV of every row that was left out: where it stands, why, and the row itself. */
export async function* leftOutFile(
  raw: Uint8Array,
  reading: UploadReading,
  untakable: readonly Untakable[],
): AsyncGenerator<string> {
  const codes = new Map(untakable.map(({ place, code }) => [place, code]));
  yield csvStart + csvRow(['place', 'reason', 'row']);
  for await (const event of eventsOf(raw, reading)) {
    const row = rowOf(event, codes);
    if (row !== null) yield csvRow(row);
  }
}

function rowOf(event: ReadEvent, codes: ReadonlyMap<string, string>): readonly string[] | null {
  if (event.kind === 'reject') {
    const { place, reason, raw } = event.reject;
    return [describePlace(place), describeReject(reason), raw];
  }
  if (event.kind !== 'report') return null;
  const place = describePlace(event.record.place);
  const code = codes.get(place);
  return code === undefined ? null : [place, reasonOf(code).sentence, event.source ?? ''];
}
