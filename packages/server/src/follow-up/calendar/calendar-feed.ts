// The address at which a calendar program reads somebody's contacts. Decision: the secret stands in the address, because such
// programs cannot sign in; it is shown once, kept as a hash, and what it opens names no patient. Ending it closes it at once.

import { createHash, randomBytes } from 'node:crypto';
import type { SiteTransaction } from '../../database/site-transaction.ts';

export interface CalendarFeed {
  readonly id: number;
  readonly createdAt: Date;
  readonly lastReadAt: Date | null;
}

const secretForm = /^[A-Za-z0-9_-]{43}$/;

export async function makeFeed(
  { db, site }: SiteTransaction,
  user: number,
  at: Date,
): Promise<{ readonly id: number; readonly secret: string }> {
  const secret = randomBytes(32).toString('base64url');
  const row = await db
    .insertInto('calendar_feed')
    .values({ site_id: site, app_user_id: user, token_hash: hashOf(secret), created_at: at })
    .returning('calendar_feed_id')
    .executeTakeFirstOrThrow();
  return { id: row.calendar_feed_id, secret };
}

/** Those that still open. */
export async function feedsOf({ db, site }: SiteTransaction, user: number): Promise<CalendarFeed[]> {
  const rows = await db
    .selectFrom('calendar_feed')
    .select(['calendar_feed_id', 'created_at', 'last_read_at'])
    .where('site_id', '=', site)
    .where('app_user_id', '=', user)
    .where('revoked_at', 'is', null)
    .orderBy('calendar_feed_id')
    .execute();
  return rows.map((row) => ({
    id: row.calendar_feed_id,
    createdAt: row.created_at,
    lastReadAt: row.last_read_at,
  }));
}

/** False when it is not this person's, or ended already. */
export async function endFeed(
  { db, site }: SiteTransaction,
  of: { readonly user: number; readonly feed: number },
  at: Date,
): Promise<boolean> {
  const row = await db
    .updateTable('calendar_feed')
    .set({ revoked_at: at })
    .where('site_id', '=', site)
    .where('calendar_feed_id', '=', of.feed)
    .where('app_user_id', '=', of.user)
    .where('revoked_at', 'is', null)
    .returning('calendar_feed_id')
    .executeTakeFirst();
  return row !== undefined;
}

export interface FeedReader {
  readonly feed: number;
  readonly user: number;
  readonly language: 'nl' | 'fr' | 'de' | 'en';
}

/** Null for an address that never was, that ended, and whose owner may not sign in any more. */
export async function readerOf(
  { db, site }: SiteTransaction,
  secret: string,
  at: Date,
): Promise<FeedReader | null> {
  if (!secretForm.test(secret)) return null;
  const row = await db
    .selectFrom('calendar_feed as f')
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.site_id', '=', 'f.site_id').onRef('u.app_user_id', '=', 'f.app_user_id'),
    )
    .innerJoin('site', 'site.site_id', 'f.site_id')
    .select(['f.calendar_feed_id', 'f.app_user_id', 'u.language', 'site.language as site_language'])
    .where('f.site_id', '=', site)
    .where('f.token_hash', '=', hashOf(secret))
    .where('f.revoked_at', 'is', null)
    .where('u.active', '=', true)
    .executeTakeFirst();
  if (row === undefined) return null;
  await db
    .updateTable('calendar_feed')
    .set({ last_read_at: at })
    .where('site_id', '=', site)
    .where('calendar_feed_id', '=', row.calendar_feed_id)
    .execute();
  return {
    feed: row.calendar_feed_id,
    user: row.app_user_id,
    language: row.language ?? row.site_language,
  };
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(`calendar feed ${secret}`).digest();
}
