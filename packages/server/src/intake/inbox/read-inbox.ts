// What the inbox shows to people: which messages came, which of them wait for somebody, and why.
// Decision: a list of messages names no person and quotes no message; who needs to see one downloads it, and that is
// logged.

import type { RejectReason } from '@breekpunt/integrate';
import { sql } from 'kysely';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import type { ImpossibleDensity } from '../care/densities.ts';
import { type Counts, sentenceOf } from './outcome.ts';

export const inboxStates = ['received', 'processed', 'quarantined', 'set-aside'] as const;
export type InboxState = (typeof inboxStates)[number];

export interface InboxReason {
  /** Stable; the page has its words. */
  readonly code: string;
  /** What to do, for whoever knows the code alone and for the engineers of the sender. */
  readonly sentence: string;
  readonly place: string | null;
  /** Of an impossible value: which one, and the range in which it was expected. */
  readonly expected: ImpossibleDensity | null;
  /** Of what could not be read: what was expected, what came; null also of what arrived before this was kept. */
  readonly unread: RejectReason | null;
}

export interface InboxLine {
  readonly id: number;
  readonly door: string;
  readonly format: string;
  readonly sender: string;
  readonly fileName: string | null;
  readonly bytes: number;
  readonly receivedAt: Date;
  readonly processedAt: Date | null;
  readonly state: InboxState;
  /** Null when it does not wait for anybody. */
  readonly reason: InboxReason | null;
  readonly warnings: readonly string[];
  readonly counts: Partial<Counts>;
  readonly attempts: number;
}

export interface InboxQuery {
  readonly state: InboxState | null;
  /** Older than this one: the last id of the page before. */
  readonly before: number | null;
  readonly limit: number;
}

/** Newest first. */
export async function inboxLines(
  tx: SiteTransaction,
  { state, before, limit }: InboxQuery,
): Promise<InboxLine[]> {
  let query = lines(tx).orderBy('inbox_message_id', 'desc').limit(limit);
  if (state !== null) query = query.where('state', '=', state);
  if (before !== null) query = query.where('inbox_message_id', '<', before);
  return (await query.execute()).map(lineFrom);
}

export async function inboxLine(tx: SiteTransaction, id: number): Promise<InboxLine | null> {
  const row = await lines(tx).where('inbox_message_id', '=', id).executeTakeFirst();
  return row === undefined ? null : lineFrom(row);
}

export async function inboxCounts(tx: SiteTransaction): Promise<Readonly<Record<InboxState, number>>> {
  const rows = await tx.db
    .selectFrom('inbox_message')
    .select(['state', ({ fn }) => fn.countAll<number>().as('messages')])
    .where('site_id', '=', tx.site)
    .groupBy('state')
    .execute();
  const counts: Record<InboxState, number> = { received: 0, processed: 0, quarantined: 0, 'set-aside': 0 };
  for (const { state, messages } of rows) counts[state] = messages;
  return counts;
}

export interface RawMessage {
  readonly raw: Buffer;
  readonly format: string;
  readonly fileName: string | null;
}

export async function rawMessage(tx: SiteTransaction, id: number): Promise<RawMessage | null> {
  const row = await tx.db
    .selectFrom('inbox_message')
    .select(['raw', 'format', 'file_name as fileName'])
    .where('site_id', '=', tx.site)
    .where('inbox_message_id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** From quarantine, or from what was set aside, back to the beginning; its key, or null when it is in neither. */
export async function tryAgain(
  tx: SiteTransaction,
  id: number,
): Promise<{ readonly orderKey: Buffer | null } | null> {
  const row = await tx.db
    .updateTable('inbox_message')
    .set({
      state: 'received',
      reason: null,
      reason_place: null,
      reason_expected: null,
      reason_unread: null,
      attempts: 0,
      processed_at: null,
    })
    .where('site_id', '=', tx.site)
    .where('inbox_message_id', '=', id)
    .where('state', 'in', ['quarantined', 'set-aside'])
    .returning('order_key as orderKey')
    .executeTakeFirst();
  return row ?? null;
}

/** A person decided that nothing is to be done with it; it stays, with its reason. */
export async function setAside(tx: SiteTransaction, id: number): Promise<boolean> {
  const row = await tx.db
    .updateTable('inbox_message')
    .set({ state: 'set-aside' })
    .where('site_id', '=', tx.site)
    .where('inbox_message_id', '=', id)
    .where('state', '=', 'quarantined')
    .returning('inbox_message_id')
    .executeTakeFirst();
  return row !== undefined;
}

function lines({ db, site }: SiteTransaction) {
  return db
    .selectFrom('inbox_message')
    .select(['inbox_message_id', 'door', 'format', 'sender', 'file_name', 'received_at', 'processed_at'])
    .select([
      'state',
      'reason',
      'reason_place',
      'reason_expected',
      'reason_unread',
      'warnings',
      'counts',
      'attempts',
    ])
    .select(sql<number>`octet_length(raw)`.as('bytes'))
    .where('site_id', '=', site);
}

type Row = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number];

function lineFrom(row: Row): InboxLine {
  return {
    id: row.inbox_message_id,
    door: row.door,
    format: row.format,
    sender: row.sender,
    fileName: row.file_name,
    bytes: row.bytes,
    receivedAt: row.received_at,
    processedAt: row.processed_at,
    state: row.state,
    reason:
      row.reason === null
        ? null
        : {
            ...reasonFrom(row.reason),
            place: row.reason_place,
            expected: row.reason_expected as ImpossibleDensity | null,
            unread: row.reason_unread as RejectReason | null,
          },
    warnings: row.warnings,
    counts: row.counts as Partial<Counts>,
    attempts: row.attempts,
  };
}

/** Stored as "code: sentence", or as the code alone. */
function reasonFrom(stored: string): { readonly code: string; readonly sentence: string } {
  const end = stored.indexOf(': ');
  const code = end === -1 ? stored : stored.slice(0, end);
  return { code, sentence: end === -1 ? sentenceOf(code) : stored.slice(end + 2) };
}
