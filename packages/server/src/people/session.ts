// Sessions: opened at sign-in, ended by signing out, by a quarter of an hour without a request, or at the end of a shift.
// Decision: kept in the database and read at each request, together with the person. So a session can be ended at once,
// by the person or by an administrator, and a change of role holds from the next request.

import type { Kysely } from 'kysely';
import type { Tables } from '../database/generated/tables.ts';
import { inSite, type SiteTransaction } from '../database/site-transaction.ts';
import type { WebSettings } from '../settings/settings.ts';
import { accountColumns, accountFrom } from './account-row.ts';
import type { Bearer } from './bearer.ts';
import { newToken, readToken } from './session-token.ts';
import type { SignedIn } from './signed-in.ts';
import { siteChoicesFrom } from './site-choices.ts';

type Durations = Pick<WebSettings, 'idleMinutes' | 'sessionHours'>;

const minuteMs = 60_000;

/** The text for the cookie. */
export async function openSession(
  { db, site }: SiteTransaction,
  user: number,
  { sessionHours }: Durations,
  at: Date,
  address: string,
): Promise<string> {
  await forgetEnded({ db, site }, user, at);
  const { text, hash } = newToken(site);
  const expires = new Date(at.getTime() + sessionHours * 60 * minuteMs);
  await db
    .insertInto('session')
    .values({
      site_id: site,
      token_hash: hash,
      app_user_id: user,
      created_at: at,
      seen_at: at,
      expires_at: expires,
      address,
    })
    .execute();
  return text;
}

/** Who signed in when stands in the audit log; the table is for sessions that may still open something. */
async function forgetEnded({ db, site }: SiteTransaction, user: number, at: Date): Promise<void> {
  await db
    .deleteFrom('session')
    .where('site_id', '=', site)
    .where('app_user_id', '=', user)
    .where((is) => is.or([is('expires_at', '<=', at), is('ended_at', 'is not', null)]))
    .execute();
}

export async function endSession({ db, site }: SiteTransaction, session: Buffer, at: Date): Promise<void> {
  await db
    .updateTable('session')
    .set({ ended_at: at })
    .where('site_id', '=', site)
    .where('token_hash', '=', session)
    .where('ended_at', 'is', null)
    .execute();
}

/** All of the person's, but for the one that asks. */
export async function endSessionsOf(
  { db, site }: SiteTransaction,
  user: number,
  at: Date,
  butFor: Buffer | null = null,
): Promise<void> {
  let query = db
    .updateTable('session')
    .set({ ended_at: at })
    .where('site_id', '=', site)
    .where('app_user_id', '=', user)
    .where('ended_at', 'is', null);
  if (butFor !== null) query = query.where('token_hash', '<>', butFor);
  await query.execute();
}

/** Whose session it is, now; null when it is nobody's any more. Marks it as used unless it only looks. */
export async function signedInBy(
  db: Kysely<Tables>,
  cookie: string | null,
  durations: Durations,
  at: Date,
  use: 'use' | 'look' = 'use',
): Promise<SignedIn | null> {
  const token = readToken(cookie);
  if (token === null) return null;
  return inSite(db, token.site, async (tx) => {
    const found = await sessionBy(tx, token.hash, durations, at, use);
    await found?.used?.(tx);
    return found?.user ?? null;
  });
}

/** The same within a transaction of its hospital, leaving it to the caller to mark it as used. */
export async function sessionBy(
  tx: SiteTransaction,
  hash: Buffer,
  durations: Durations,
  at: Date,
  use: 'use' | 'look',
): Promise<Bearer | null> {
  const row = await sessionRow(tx, hash);
  if (row === undefined || !row.active || row.ended_at !== null || row.expires_at <= at) return null;
  const idleMs = durations.idleMinutes * minuteMs;
  if (at.getTime() - row.seen_at.getTime() >= idleMs) return null;
  // Once a minute is exact enough, and saves a write for almost every request.
  const renew = use === 'use' && at.getTime() - row.seen_at.getTime() >= minuteMs;
  const seen = renew ? at : row.seen_at;
  return {
    user: {
      ...accountFrom(tx.site, row),
      language: row.own_language ?? row.site_language,
      toDo: toDo(row),
      hasPassword: row.password_hash !== null,
      hasSecondFactor: row.second_factor !== null,
      session: {
        hash,
        idleUntil: new Date(Math.min(seen.getTime() + idleMs, row.expires_at.getTime())),
        until: row.expires_at,
      },
      scopes: null,
      granted: [],
    },
    used: renew ? (later) => markSeen(later, hash, at) : null,
  };
}

function sessionRow({ db, site }: SiteTransaction, hash: Buffer) {
  return db
    .selectFrom('session')
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.site_id', '=', 'session.site_id').onRef('u.app_user_id', '=', 'session.app_user_id'),
    )
    .innerJoin('site', 'site.site_id', 'session.site_id')
    .select(accountColumns)
    .select(['session.seen_at', 'session.expires_at', 'session.ended_at', 'site.choices'])
    .select(['u.active', 'u.password_hash', 'u.second_factor', 'u.must_change_password'])
    .select('u.language as own_language')
    .where('session.site_id', '=', site)
    .where('session.token_hash', '=', hash)
    .executeTakeFirst();
}

async function markSeen({ db, site }: SiteTransaction, hash: Buffer, at: Date): Promise<void> {
  await db
    .updateTable('session')
    .set({ seen_at: at })
    .where('site_id', '=', site)
    .where('token_hash', '=', hash)
    .execute();
}

interface Readiness {
  readonly password_hash: string | null;
  readonly second_factor: Buffer | null;
  readonly must_change_password: boolean;
  readonly choices: unknown;
}

function toDo(row: Readiness): SignedIn['toDo'] {
  // Who signs in at the hospital's own provider has neither here.
  if (row.password_hash === null) return null;
  if (row.must_change_password) return 'change-password';
  const wanted = siteChoicesFrom(row.choices).secondFactor === 'required';
  return wanted && row.second_factor === null ? 'set-second-factor' : null;
}
