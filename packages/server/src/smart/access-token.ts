// Tokens given to systems that fetch records (SMART backend services). Decision: random text with the hospital before it, kept as
// a hash like a session, so that a token can be ended at once; good for five minutes. Its bearer is the system's own account,
// narrowed to what the token was granted: admit.ts lets it through to reading records and nothing else (people/program.ts says whose
// it is).

import type { SiteTransaction } from '../database/site-transaction.ts';
import { newToken } from '../people/session-token.ts';

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
