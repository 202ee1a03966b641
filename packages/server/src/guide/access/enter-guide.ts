// Entering a guide with the PIN. Every try stands in the audit log.
// Decision: an unknown link, one that ended, that of somebody who died, a wrong PIN and one try too many get the same answer after the same work; the
// PIN is checked outside any transaction, because it takes long on purpose, and what follows is decided on a locked row.

import type { AuditEvent } from '../../audit/audit-event.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import { inSite, type SiteTransaction } from '../../database/site-transaction.ts';
import type { ServerContext } from '../../http/server-context.ts';
import { waitAfter } from '../../people/lock-out.ts';
import { isPassword } from '../../people/password.ts';
import { guideCodeHash } from './guide-code.ts';
import { type GuideDoor, openGuideSession } from './guide-guest.ts';
import { mostWrongPins } from './guide-link.ts';

export interface PinTry {
  readonly door: GuideDoor;
  /** Null when what was typed is no PIN; it costs a try all the same. */
  readonly pin: string | null;
}

/** The text for the guide's cookie; null when the door stays shut, whatever the reason. */
export async function enterGuide(
  { database, keys }: Pick<ServerContext, 'database' | 'keys'>,
  { door, pin }: PinTry,
  at: Date,
  address: string,
): Promise<string | null> {
  const { site, code } = door;
  const known = await inSite(database.db, site, (tx) => pinOf(tx, code));
  const right = await isPassword(pin ?? '', known?.pin_hash ?? null);
  return inSite(database.db, site, async (tx) => {
    const link = known === undefined ? undefined : await lockedLink(tx, known.guide_link_id);
    const log = (outcome: AuditEvent['outcome'], reason: string): Promise<number> =>
      recordAudit(tx, keys, [
        {
          at,
          actor: { kind: outcome === 'done' ? 'patient' : 'unknown' },
          action: 'sign-in',
          outcome,
          person: link?.person_id ?? null,
          shown: [],
          object: link === undefined ? null : { type: 'guide-link', id: String(link.guide_link_id) },
          detail: { door: 'guide', reason, carer: link?.for_carer ?? null },
          breakGlass: null,
          address,
        },
      ]);
    if (link === undefined) {
      // A hospital that does not exist has no log either.
      if (await siteExists(tx)) await log('refused', 'unknown-link');
      return null;
    }
    const closed = (await died(tx, link.person_id)) ? 'patient-died' : closedBecause(link, at);
    if (closed !== null) {
      await log('refused', closed);
      return null;
    }
    // A new PIN may have been given while this one was checked.
    if (!right || link.pin_hash !== known?.pin_hash) {
      await countWrongPin(tx, link.guide_link_id, link.wrong_pins + 1, at);
      await log('refused', 'wrong-pin');
      return null;
    }
    await tx.db
      .updateTable('guide_link')
      .set({ wrong_pins: 0, wait_until: null, opened_at: link.opened_at ?? at, last_opened_at: at })
      .where('site_id', '=', site)
      .where('guide_link_id', '=', link.guide_link_id)
      .execute();
    const cookie = await openGuideSession(tx, link.guide_link_id, at);
    await log('done', 'none');
    return cookie;
  });
}

interface Standing {
  readonly revoked_at: Date | null;
  readonly expires_at: Date;
  readonly wait_until: Date | null;
  readonly wrong_pins: number;
}

function closedBecause(link: Standing, at: Date): string | null {
  if (link.revoked_at !== null) return 'revoked';
  if (link.expires_at <= at) return 'expired';
  if (link.wrong_pins >= mostWrongPins) return 'shut';
  return link.wait_until !== null && link.wait_until > at ? 'waiting' : null;
}

function pinOf({ db, site }: SiteTransaction, code: string) {
  return db
    .selectFrom('guide_link')
    .select(['guide_link_id', 'pin_hash'])
    .where('site_id', '=', site)
    .where('token_hash', '=', guideCodeHash(code))
    .executeTakeFirst();
}

function lockedLink({ db, site }: SiteTransaction, link: number) {
  return db
    .selectFrom('guide_link')
    .selectAll()
    .where('site_id', '=', site)
    .where('guide_link_id', '=', link)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** What a family should not open by chance: a day of exercises for somebody who is no more. */
async function died({ db, site }: SiteTransaction, person: number): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select('deceased')
    .where('site_id', '=', site)
    .where('person_id', '=', person)
    .executeTakeFirst();
  return row?.deceased === 'yes';
}

async function siteExists({ db, site }: SiteTransaction): Promise<boolean> {
  const row = await db.selectFrom('site').select('site_id').where('site_id', '=', site).executeTakeFirst();
  return row !== undefined;
}

async function countWrongPin(
  { db, site }: SiteTransaction,
  link: number,
  wrong: number,
  at: Date,
): Promise<void> {
  const wait = waitAfter(wrong);
  await db
    .updateTable('guide_link')
    .set({ wrong_pins: wrong, wait_until: wait === 0 ? null : new Date(at.getTime() + wait * 1_000) })
    .where('site_id', '=', site)
    .where('guide_link_id', '=', link)
    .execute();
}
