// Who is behind what a program brings as Authorization: Bearer: the key of an account, or the token of a few minutes that a
// connected system was given. Decision: both are looked for in one statement, within the transaction of the request, so that a
// key or token that was ended opens nothing from that moment on.

import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { type AccountRow, programFrom } from './account-row.ts';
import type { Bearer } from './bearer.ts';

interface ProgramRow extends AccountRow {
  readonly fhir_scopes: readonly string[];
  /** Of a token; null of a key. */
  readonly token_scopes: readonly string[] | null;
  readonly last_used_at: Date | null;
}

const hourMs = 3_600_000;

/** Null when it opens nothing, or not any more. */
export async function programBy(
  { db, site }: SiteTransaction,
  hash: Buffer,
  at: Date,
): Promise<Bearer | null> {
  const found = await sql<ProgramRow>`
    select u.app_user_id, u.login, u.display_name, u.role, u.fhir_scopes, s.language as site_language, s.name,
           s.time_zone, s.country, s.synthetic, brought.token_scopes, brought.last_used_at
      from (select app_user_id, null::text[] as token_scopes, last_used_at from machine_key
             where site_id = ${site} and token_hash = ${hash} and ended_at is null
            union all
            select c.app_user_id, t.scopes, null from access_token t
              join connected_system c on c.site_id = t.site_id and c.connected_system_id = t.connected_system_id
             where t.site_id = ${site} and t.token_hash = ${hash} and t.expires_at > ${at} and c.ended_at is null
           ) brought
      join app_user u on u.site_id = ${site} and u.app_user_id = brought.app_user_id and u.active
      join site s on s.site_id = u.site_id`.execute(db);
  const [row] = found.rows;
  if (row === undefined) return null;
  const isKey = row.token_scopes === null;
  // To the hour: exact enough, and saves a write for almost every request.
  const isDue = isKey && (row.last_used_at === null || at.getTime() - row.last_used_at.getTime() >= hourMs);
  return {
    user: programFrom(site, row, row.token_scopes),
    used: isDue ? (tx) => noteUse(tx, hash, at) : null,
  };
}

async function noteUse({ db, site }: SiteTransaction, hash: Buffer, at: Date): Promise<void> {
  await db
    .updateTable('machine_key')
    .set({ last_used_at: at })
    .where('site_id', '=', site)
    .where('token_hash', '=', hash)
    .execute();
}
