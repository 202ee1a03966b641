// A report as it comes in, of a person who is known already, and what became of it.
// Decision: the sender's name for a report and the sender together are its identity; the same identity with other
// contents is a revision. Identical contents change nothing, however often they are sent.

import { createHash } from 'node:crypto';
import { unreachable } from '@breekpunt/core';
import type { ReportRecord } from '@breekpunt/integrate';
import type { ReportStatus } from '../../records/report.ts';

export interface IncomingReport {
  readonly person: number;
  readonly record: ReportRecord;
  /** Who gives the record its id, such as the sending system of a message. */
  readonly sourceSystem: string;
  readonly inboxMessage?: number;
  /** When the sender sent it, to tell a late old message from a correction. */
  readonly sentAt?: Date;
}

export type ReportOutcome =
  /** New here. */
  | 'stored'
  /** A new revision; what the earlier one stated is withdrawn. */
  | 'revised'
  /** Taken back by its sender: what it stated is withdrawn. */
  | 'withdrawn'
  /** Known already, word for word. */
  | 'unchanged'
  /** Older than the revision that is known: kept out, so that it undoes nothing. */
  | 'older-than-known';

export interface ReportFate {
  readonly outcome: ReportOutcome;
  /** The row that now speaks for the report. */
  readonly report: number;
}

/** One text for each report identity. */
export function nameOf(sourceSystem: string, sourceId: string): string {
  return JSON.stringify([sourceSystem, sourceId]);
}

export function statusOf({ status }: ReportRecord): ReportStatus {
  switch (status) {
    case undefined:
      return 'final';
    case 'preliminary':
    case 'final':
    case 'corrected':
      return status;
    case 'withdrawn':
      return 'cancelled';
    default:
      return unreachable(status);
  }
}

export function speaks(status: ReportStatus): boolean {
  return status !== 'cancelled' && status !== 'entered-in-error';
}

export function contentHash({ person, record }: IncomingReport): Buffer {
  const { date, kind, language, text, codes } = record;
  const content = [person, statusOf(record), date, kind, language, text, codes ?? []];
  return createHash('sha256').update(JSON.stringify(content)).digest();
}
