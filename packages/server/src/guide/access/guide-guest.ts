// Who reads a guide: the patient or a carer, as found for one request by the cookie of that guide.
// Decision: the session lasts as long as the link. Somebody of eighty is not asked for a PIN each day; ending the link, or
// "Sluit deze gids", ends it at once, because it is looked up at each request.

import { createHash, randomBytes } from 'node:crypto';
import type { Language } from '@breekpunt/core';
import type { Kysely } from 'kysely';
import type { Tables } from '../../database/generated/tables.ts';
import { inSite, type SiteTransaction } from '../../database/site-transaction.ts';
import { guidePath } from './guide-address.ts';
import { guideCodeHash, readGuideCode } from './guide-code.ts';

export interface Guest {
  readonly site: string;
  readonly siteName: string;
  readonly timeZone: string;
  readonly country: 'BE' | 'NL';
  /** Invented patients: said on every page. */
  readonly synthetic: boolean;
  readonly link: number;
  readonly case: number;
  readonly person: number;
  readonly forCarer: boolean;
  readonly language: Language;
  readonly expiresAt: Date;
  readonly code: string;
  /** Where this guide's pages lie. */
  readonly path: string;
  /** Of the cookie. */
  readonly session: Buffer;
}

/** What an address can name; nothing of it has been looked up. */
export interface GuideDoor {
  readonly site: string;
  readonly code: string;
}

const siteForm = /^[a-z0-9][a-z0-9-]{0,38}$/;
const cookieForm = /^[A-Za-z0-9_-]{43}$/;

/** Null when no guide can stand there. */
export function guideDoorFrom(site: string, link: string): GuideDoor | null {
  const code = readGuideCode(link);
  return code === null || !siteForm.test(site) ? null : { site, code };
}

/** The text for the cookie. */
export async function openGuideSession(
  { db, site }: SiteTransaction,
  link: number,
  at: Date,
): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  await db
    .insertInto('guide_session')
    .values({ site_id: site, token_hash: hashOf(secret), guide_link_id: link, created_at: at, seen_at: at })
    .execute();
  return secret;
}

export async function endGuideSession(
  { db, site }: SiteTransaction,
  session: Buffer,
  at: Date,
): Promise<void> {
  await db
    .updateTable('guide_session')
    .set({ ended_at: at })
    .where('site_id', '=', site)
    .where('token_hash', '=', session)
    .execute();
}

/** What a cookie stands for; null when it is none of ours. */
export function guideSessionIn(cookie: string | null): Buffer | null {
  return cookie === null || !cookieForm.test(cookie) ? null : hashOf(cookie);
}

/** Null for a cookie of another guide, a link that ended, a patient who died, and everything else that does not open this door. */
export function guestBy(
  db: Kysely<Tables>,
  door: GuideDoor,
  cookie: string | null,
  at: Date,
): Promise<Guest | null> {
  const session = guideSessionIn(cookie);
  return session === null
    ? Promise.resolve(null)
    : inSite(db, door.site, (tx) => guestIn(tx, door, session, at));
}

/** The same within a transaction of the hospital. */
export async function guestIn(
  tx: SiteTransaction,
  { site, code }: GuideDoor,
  session: Buffer,
  at: Date,
): Promise<Guest | null> {
  const row = await tx.db
    .selectFrom('guide_session as s')
    .innerJoin('guide_link as l', (join) =>
      join.onRef('l.site_id', '=', 's.site_id').onRef('l.guide_link_id', '=', 's.guide_link_id'),
    )
    .innerJoin('person as p', (join) =>
      join.onRef('p.site_id', '=', 'l.site_id').onRef('p.person_id', '=', 'l.person_id'),
    )
    .innerJoin('site', 'site.site_id', 's.site_id')
    .select([
      'l.guide_link_id',
      'l.fls_case_id',
      'l.person_id',
      'l.for_carer',
      'l.language',
      'l.expires_at',
      'site.name',
      'site.time_zone',
      'site.country',
      'site.synthetic',
    ])
    .where('s.site_id', '=', site)
    .where('s.token_hash', '=', session)
    .where('s.ended_at', 'is', null)
    .where('l.token_hash', '=', guideCodeHash(code))
    .where('l.revoked_at', 'is', null)
    .where('l.expires_at', '>', at)
    .where('p.deceased', '<>', 'yes')
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    site,
    siteName: row.name,
    timeZone: row.time_zone,
    country: row.country,
    synthetic: row.synthetic,
    link: row.guide_link_id,
    case: row.fls_case_id,
    person: row.person_id,
    forCarer: row.for_carer,
    language: row.language,
    expiresAt: row.expires_at,
    code,
    path: guidePath(site, code),
    session,
  };
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(`guide session ${secret}`).digest();
}
