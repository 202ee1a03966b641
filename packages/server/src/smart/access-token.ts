// Tokens given to systems that fetch records (SMART backend services). Decision: random text with the hospital before it, kept as
// a hash like a session, so that a token can be ended at once; good for five minutes. Its bearer is the system's own account,
// narrowed to what the token was granted: admit.ts lets it through to reading records and nothing else.

import type { Kysely } from 'kysely';
import type { Tables } from '../database/generated/tables.ts';
import { inSite, type SiteTransaction } from '../database/site-transaction.ts';
import { newToken, readToken } from '../people/session-token.ts';
import type { SignedIn } from '../people/signed-in.ts';

export const accessTokenSeconds = 300;

export async function giveAccessToken(
  { db, site }: SiteTransaction,
  system: number,
  scopes: readonly string[],
  at: Date,
): Promise<string> {
  await db
    .deleteFrom('access_token')
    .where('site_id', '=', site)
    .where('connected_system_id', '=', system)
    .where('expires_at', '<=', at)
    .execute();
  const { text, hash } = newToken(site);
  await db
    .insertInto('access_token')
    .values({
      site_id: site,
      token_hash: hash,
      connected_system_id: system,
      scopes: [...scopes],
      created_at: at,
      expires_at: new Date(at.getTime() + 1_000 * accessTokenSeconds),
    })
    .execute();
  return text;
}

/** The system whose token it is, now, with what the token was granted; null when it opens nothing, or not any more. */
export async function systemSignedIn(db: Kysely<Tables>, token: string, at: Date): Promise<SignedIn | null> {
  const read = readToken(token);
  if (read === null) return null;
  return inSite(db, read.site, async (tx) => {
    const row = await tokenRow(tx, read.hash, at);
    if (row === undefined) return null;
    return {
      site: tx.site,
      siteName: row.name,
      timeZone: row.time_zone,
      country: row.country,
      synthetic: row.synthetic,
      id: row.app_user_id,
      login: row.login,
      displayName: row.display_name,
      role: row.role,
      language: row.language,
      toDo: null,
      hasPassword: false,
      hasSecondFactor: false,
      session: null,
      scopes: row.scopes,
    };
  });
}

function tokenRow({ db, site }: SiteTransaction, hash: Buffer, at: Date) {
  return db
    .selectFrom('access_token as t')
    .innerJoin('connected_system as s', (join) =>
      join.onRef('s.site_id', '=', 't.site_id').onRef('s.connected_system_id', '=', 't.connected_system_id'),
    )
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.site_id', '=', 's.site_id').onRef('u.app_user_id', '=', 's.app_user_id'),
    )
    .innerJoin('site', 'site.site_id', 't.site_id')
    .select(['t.scopes', 'u.app_user_id', 'u.login', 'u.display_name', 'u.role'])
    .select(['site.language', 'site.name', 'site.time_zone', 'site.country', 'site.synthetic'])
    .where('t.site_id', '=', site)
    .where('t.token_hash', '=', hash)
    .where('t.expires_at', '>', at)
    .where('s.ended_at', 'is', null)
    .where('u.active', '=', true)
    .executeTakeFirst();
}
