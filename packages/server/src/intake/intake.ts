// What all doors of intake share in one process: the prepared case finding and the queue of the inbox.

import type pg from 'pg';
import { type InboxQueue, openInboxQueue } from './jobs/inbox-queue.ts';
import { type CaseFinding, prepareCaseFinding } from './reports/case-finding.ts';

export interface Intake {
  /** Prepared at the first call: a process that only answers screens never pays for it. */
  finding(): CaseFinding;
  readonly queue: InboxQueue;
}

export function openIntake(pool: pg.Pool, troubled?: (error: Error) => void): Intake {
  let finding: CaseFinding | undefined;
  return {
    finding() {
      finding ??= prepareCaseFinding();
      return finding;
    },
    queue: openInboxQueue(pool, troubled),
  };
}
