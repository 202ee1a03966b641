// Whose account it is that the hospital's provider vouches for.
// Decision: an account is made here by who keeps the accounts, without a password; the first sign-in binds it to the
// subject at the provider. Nobody gets in because the provider knows them, and no account with a password is taken over.

import type { SiteTransaction } from '../database/site-transaction.ts';
import type { Vouched } from './provider.ts';
import { loginFrom } from './user.ts';

/** The person's id; null when there is no such account, or it is switched off. */
export async function accountFor(
  tx: SiteTransaction,
  { subject, login }: Vouched,
  at: Date,
): Promise<number | null> {
  const { db, site } = tx;
  const bound = await db
    .updateTable('app_user')
    .set({ signed_in_at: at })
    .where('site_id', '=', site)
    .where('oidc_subject', '=', subject)
    .where('password_hash', 'is', null)
    .where('active', '=', true)
    .returning('app_user_id')
    .executeTakeFirst();
  if (bound !== undefined) return bound.app_user_id;
  if (login === null) return null;
  const first = await db
    .updateTable('app_user')
    .set({ signed_in_at: at, oidc_subject: subject })
    .where('site_id', '=', site)
    .where('login', '=', loginFrom(login))
    .where('oidc_subject', 'is', null)
    .where('password_hash', 'is', null)
    .where('active', '=', true)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('app_user as other')
            .select('other.app_user_id')
            .where('other.site_id', '=', site)
            .where('other.oidc_subject', '=', subject),
        ),
      ),
    )
    .returning('app_user_id')
    .executeTakeFirst();
  return first?.app_user_id ?? null;
}
