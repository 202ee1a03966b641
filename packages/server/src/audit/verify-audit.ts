// Whether the audit log is whole: nothing changed, removed, added, or put in another order.
// Decision: verification names the first place where the chain does not hold; what stands after it proves nothing. Only
// one thing is beyond it: a copy of the whole log and its head as they once were, put back. For that the head is given
// out, to be kept elsewhere and asked for at the next verification.

import { timingSafeEqual } from 'node:crypto';
import type { SiteTransaction } from '../database/site-transaction.ts';
import type { Keys } from '../secrets/keys.ts';
import { auditRows } from './audit-rows.ts';
import { type AuditRow, headSealOf, noSeal, sealOf } from './seal.ts';

/** Where the log ended, to be kept outside the database. */
export interface AuditAnchor {
  readonly sequence: number;
  /** In hexadecimal. */
  readonly seal: string;
}

export type AuditProblem =
  /** The contents, or a seal, are not what was written. */
  | { readonly kind: 'event-altered'; readonly sequence: number }
  /** An event is absent, or stands in another place. */
  | { readonly kind: 'event-missing'; readonly sequence: number }
  /** Events stand after the sealed end of the log. */
  | { readonly kind: 'event-added'; readonly sequence: number }
  | { readonly kind: 'head-altered' }
  | { readonly kind: 'head-missing' }
  /** The log once held more, or something else, than it does now. */
  | { readonly kind: 'anchor-not-met'; readonly sequence: number };

export type AuditVerification =
  | { readonly whole: true; readonly events: number; readonly anchor: AuditAnchor }
  | { readonly whole: false; readonly problem: AuditProblem };

/** Reads the whole log of the site. `kept` is an anchor given out by an earlier verification. */
export async function verifyAudit(
  tx: SiteTransaction,
  keys: Pick<Keys, 'audit'>,
  kept: AuditAnchor | null = null,
): Promise<AuditVerification> {
  const head = await tx.db
    .selectFrom('audit_head')
    .selectAll()
    .where('site_id', '=', tx.site)
    .executeTakeFirst();
  let previous = noSeal;
  let sequence = 0;
  let anchorMet = kept === null || kept.sequence === 0;
  for await (const row of auditRows(tx)) {
    sequence += 1;
    if (head === undefined) return broken({ kind: 'head-missing' });
    if (sequence > head.sequence) return broken({ kind: 'event-added', sequence });
    const problem = problemOf(keys.audit, row, sequence, previous);
    if (problem !== null) return broken(problem);
    previous = row.seal;
    if (sequence === kept?.sequence) anchorMet = row.seal.toString('hex') === kept.seal;
  }
  if (head === undefined)
    return anchorMet
      ? { whole: true, events: 0, anchor: { sequence: 0, seal: noSeal.toString('hex') } }
      : broken({ kind: 'head-missing' });
  if (!equal(head.head_seal, headSealOf(keys.audit, tx.site, head.sequence, head.seal)))
    return broken({ kind: 'head-altered' });
  if (head.sequence !== sequence) return broken({ kind: 'event-missing', sequence: sequence + 1 });
  if (!equal(head.seal, previous)) return broken({ kind: 'head-altered' });
  if (!anchorMet) return broken({ kind: 'anchor-not-met', sequence: kept?.sequence ?? 0 });
  return { whole: true, events: sequence, anchor: { sequence, seal: previous.toString('hex') } };
}

function problemOf(key: Buffer, row: AuditRow, expected: number, previous: Buffer): AuditProblem | null {
  if (row.sequence !== expected) return { kind: 'event-missing', sequence: expected };
  const right = equal(row.previous_seal, previous) && equal(row.seal, sealOf(key, row));
  return right ? null : { kind: 'event-altered', sequence: expected };
}

function broken(problem: AuditProblem): AuditVerification {
  return { whole: false, problem };
}

function equal(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

/** For people: what is wrong and what to do. */
export function describeAuditProblem(problem: AuditProblem): string {
  const what = {
    'event-altered': 'was altered after it was written',
    'event-missing': 'is missing or stands in another place',
    'event-added': 'was added outside the program',
    'head-altered': 'The sealed end of the log was altered',
    'head-missing': 'The sealed end of the log is missing',
    'anchor-not-met': 'is not the event that was there when the anchor was kept',
  }[problem.kind];
  const sentence = 'sequence' in problem ? `Event ${problem.sequence} of the audit log ${what}.` : `${what}.`;
  return `${sentence} Keep the database as it is, and compare it with a backup.`;
}
