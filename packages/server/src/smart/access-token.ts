// Tokens given to systems that fetch records (SMART backend services). Decision: random text with the hospital before it, kept as
// a hash like a session, so that a token can be ended at once; good for five minutes.

import type { Kysely } from 'kysely';
import type { Tables } from '../database/generated/tables.ts';
import { inSite, type SiteTransaction } from '../database/site-transaction.ts';
import { newToken, readToken } from '../people/session-token.ts';

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

export interface BearerCaller {
  readonly siteId: string;
  /** The account of the system, for the audit log. */
  readonly who: number;
  readonly scopes: readonly string[];
}

/** Whose token it is, now; null when it opens nothing, or not any more. */
export async function bearerCaller(
  db: Kysely<Tables>,
  token: string,
  at: Date,
): Promise<BearerCaller | null> {
  const read = readToken(token);
  if (read === null) return null;
  return inSite(db, read.site, async (tx) => {
    const row = await tx.db
      .selectFrom('access_token as t')
      .innerJoin('connected_system as s', (join) =>
        join
          .onRef('s.site_id', '=', 't.site_id')
          .onRef('s.connected_system_id', '=', 't.connected_system_id'),
      )
      .select(['t.scopes', 's.app_user_id'])
      .where('t.site_id', '=', tx.site)
      .where('t.token_hash', '=', read.hash)
      .where('t.expires_at', '>', at)
      .where('s.ended_at', 'is', null)
      .executeTakeFirst();
    return row === undefined ? null : { siteId: tx.site, who: row.app_user_id, scopes: row.scopes };
  });
}
