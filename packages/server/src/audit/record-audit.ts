// Adds to the audit log, in the transaction of what is being logged: either both happened or neither.
// Decision: the chain is taken in order by a lock on its head, which is held until the transaction ends; so log last.

import type { SiteTransaction } from '../database/site-transaction.ts';
import type { Keys } from '../secrets/keys.ts';
import type { AuditEvent } from './audit-event.ts';
import { rowFrom } from './audit-rows.ts';
import { headSealOf, noSeal, sealOf } from './seal.ts';

const logged = new WeakSet<object>();

/** Whether anything was added to the log in this transaction. */
export function wasLogged({ db }: SiteTransaction): boolean {
  return logged.has(db);
}

/** The place of the newest event in the chain; 0 when the log is empty and nothing was added. */
export async function recordAudit(
  tx: SiteTransaction,
  keys: Pick<Keys, 'audit'>,
  events: readonly AuditEvent[],
): Promise<number> {
  const { db, site } = tx;
  const head = (await lockedHead(tx)) ?? (await firstHead(tx, keys));
  let { sequence, seal } = head;
  const rows = events.map((event) => {
    sequence += 1;
    const row = rowFrom(site, sequence, seal, event);
    seal = sealOf(keys.audit, row);
    return {
      ...row,
      seal,
      shown_person_ids: [...event.shown],
      detail: JSON.stringify(event.detail),
    };
  });
  if (rows.length === 0) return sequence;
  logged.add(db);
  await db.insertInto('audit_event').values(rows).execute();
  await db
    .updateTable('audit_head')
    .set({ sequence, seal, head_seal: headSealOf(keys.audit, site, sequence, seal) })
    .where('site_id', '=', site)
    .execute();
  return sequence;
}

interface Head {
  readonly sequence: number;
  readonly seal: Buffer;
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
async function firstHead(tx: SiteTransaction, keys: Pick<Keys, 'audit'>): Promise<Head> {
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
