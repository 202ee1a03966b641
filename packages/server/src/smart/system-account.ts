// Whose account here it is that another system signs in. Decision: as with the hospital's own provider (people/provider-account):
// an account is made here by who keeps the accounts, without a password, and the first time binds it to the subject that the
// other system names; nobody gets in because that system knows them.

import type { SiteTransaction } from '../database/site-transaction.ts';
import { loginFrom } from '../people/user.ts';

export interface SystemPerson {
  readonly subject: string;
  /** From the claim that was registered; null when it did not come. */
  readonly login: string | null;
}

/** The account; null when there is none, or it is switched off. */
export async function accountOfSystem(
  tx: SiteTransaction,
  system: number,
  { subject, login }: SystemPerson,
  at: Date,
): Promise<number | null> {
  const { db, site } = tx;
  const bound = await db
    .selectFrom('system_account as b')
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.site_id', '=', 'b.site_id').onRef('u.app_user_id', '=', 'b.app_user_id'),
    )
    .select(['u.app_user_id', 'u.active', 'u.password_hash'])
    .where('b.site_id', '=', site)
    .where('b.connected_system_id', '=', system)
    .where('b.subject', '=', subject)
    .executeTakeFirst();
  if (bound !== undefined) return bound.active && bound.password_hash === null ? bound.app_user_id : null;
  if (login === null) return null;
  const account = await db
    .selectFrom('app_user')
    .select('app_user_id')
    .where('site_id', '=', site)
    .where('login', '=', loginFrom(login))
    .where('password_hash', 'is', null)
    .where('role', '<>', 'machine')
    .where('active', '=', true)
    .executeTakeFirst();
  if (account === undefined) return null;
  const made = await db
    .insertInto('system_account')
    .values({
      site_id: site,
      connected_system_id: system,
      subject,
      app_user_id: account.app_user_id,
      bound_at: at,
    })
    // Another subject has the account already: it is not taken over.
    .onConflict((conflict) => conflict.doNothing())
    .returning('app_user_id')
    .executeTakeFirst();
  return made?.app_user_id ?? null;
}
