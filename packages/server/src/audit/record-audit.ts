// Adds to the audit log, in the transaction of what is being logged: either both happened or neither.
// Decision: the chain is taken in order by a lock on its head, which is held until the transaction ends; so log last. Where the
// chain ended when this process last wrote is remembered, as a guess: one statement moves the head on from there and adds the
// events, or, when the head has meanwhile been elsewhere, does neither. Only then is the head read, under its lock.

import { type RawBuilder, sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import type { Keys } from '../secrets/keys.ts';
import type { AuditEvent } from './audit-event.ts';
import { rowFrom } from './audit-rows.ts';
import { headSealOf, noSeal, sealOf, type UnsealedRow } from './seal.ts';

type AuditKeys = Pick<Keys, 'audit'>;

interface Head {
  readonly sequence: number;
  readonly seal: Buffer;
}

const logged = new WeakSet<object>();

/** Of each hospital; by the key, because nothing sealed with another key can follow. */
const lastWritten = new WeakMap<Buffer, Map<string, Head>>();

/** Whether anything was added to the log in this transaction. */
export function wasLogged({ db }: SiteTransaction): boolean {
  return logged.has(db);
}

/** The place of the last of these in the chain; 0 when there are none. */
export async function recordAudit(
  tx: SiteTransaction,
  keys: AuditKeys,
  events: readonly AuditEvent[],
): Promise<number> {
  if (events.length === 0) return 0;
  const heads = lastWritten.get(keys.audit) ?? new Map<string, Head>();
  lastWritten.set(keys.audit, heads);
  const guess = heads.get(tx.site);
  let end = guess === undefined ? null : await appended(tx, keys, guess, events);
  end ??= await appended(tx, keys, (await lockedHead(tx)) ?? (await firstHead(tx, keys)), events);
  if (end === null) throw new Error('The head of the audit log moved under its own lock');
  logged.add(tx.db);
  heads.set(tx.site, end);
  return end.sequence;
}

/** The new end of the chain; null, and nothing added, when it does not end at `head`. */
async function appended(
  { db, site }: SiteTransaction,
  keys: AuditKeys,
  head: Head,
  events: readonly AuditEvent[],
): Promise<Head | null> {
  let { sequence, seal } = head;
  const rows = events.map((event) => {
    sequence += 1;
    const row = rowFrom(site, sequence, seal, event);
    seal = sealOf(keys.audit, row);
    return writtenRow(row, seal);
  });
  const headSeal = headSealOf(keys.audit, site, sequence, seal);
  const { numAffectedRows = 0n } = await sql`
    with moved as (
      update audit_head set sequence = ${sequence}, seal = ${seal}, head_seal = ${headSeal}
       where site_id = ${site} and sequence = ${head.sequence} and seal = ${head.seal}
       returning site_id)
    insert into audit_event
    select added.* from ${rowsOf(rows)} added join moved on moved.site_id = added.site_id`.execute(db);
  return numAffectedRows === 0n ? null : { sequence, seal };
}

function rowsOf(rows: readonly object[]): RawBuilder<unknown> {
  return sql`jsonb_populate_recordset(null::audit_event, ${JSON.stringify(rows)}::jsonb)`;
}

/** As JSON: bytes as PostgreSQL reads them, instants in ISO 8601. */
function writtenRow({ previous_seal, ...row }: UnsealedRow, seal: Buffer): object {
  return { ...row, previous_seal: bytes(previous_seal), seal: bytes(seal) };
}

function bytes(of: Buffer): string {
  return `\\x${of.toString('hex')}`;
}

/** Waits for whoever is writing to the log of this hospital now. */
function lockedHead({ db, site }: SiteTransaction): Promise<Head | undefined> {
  return db
    .selectFrom('audit_head')
    .select(['sequence', 'seal'])
    .where('site_id', '=', site)
    .forUpdate()
    .executeTakeFirst();
}

/** Of two first events at once, one makes the head and the other waits for it. */
async function firstHead(tx: SiteTransaction, keys: AuditKeys): Promise<Head> {
  const { db, site } = tx;
  await db
    .insertInto('audit_head')
    .values({ site_id: site, sequence: 0, seal: noSeal, head_seal: headSealOf(keys.audit, site, 0, noSeal) })
    .onConflict((conflict) => conflict.column('site_id').doNothing())
    .execute();
  const head = await lockedHead(tx);
  if (head === undefined) throw new Error('The head of the audit log is hidden from its own hospital');
  return head;
}
