// Signing in with login, password and, where it is set, a code. Every try stands in the audit log.
// Decision: an unknown login and a wrong password get the same answer after the same work. The password is checked outside
// any transaction, because it takes long on purpose; whatever follows from it is decided on a locked row.

import { failure, type Result, success } from '@breekpunt/core';
import type { AuditEvent } from '../audit/audit-event.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { inSite, type SiteTransaction } from '../database/site-transaction.ts';
import type { ServerContext } from '../http/server-context.ts';
import { openSecondFactor } from './kept-second-factor.ts';
import { waitAfter } from './lock-out.ts';
import { isPassword } from './password.ts';
import { stepOfCode } from './second-factor.ts';
import { openSession } from './session.ts';
import { loginFrom } from './user.ts';

export interface SignInTry {
  readonly site: string;
  readonly login: string;
  readonly password: string;
  /** Null when none was given. */
  readonly code: string | null;
}

export type SignInError =
  | { readonly kind: 'refused' }
  | { readonly kind: 'code-needed' }
  | { readonly kind: 'wait'; readonly seconds: number };

type Reason =
  | 'unknown-login'
  | 'switched-off'
  | 'waiting'
  | 'wrong-password'
  | 'wrong-code'
  | 'code-needed'
  | 'none';

/** The text for the session cookie. */
export async function signIn(
  context: ServerContext,
  { site, login, password, code }: SignInTry,
  at: Date,
  address: string,
): Promise<Result<string, SignInError>> {
  const { database, keys, web } = context;
  const known = await inSite(database.db, site, (tx) => accountOf(tx, loginFrom(login)));
  const right = await isPassword(password, known?.password_hash ?? null);
  return inSite(database.db, site, async (tx) => {
    const account = known === undefined ? undefined : await lockedAccount(tx, known.app_user_id);
    const log = (reason: Reason): Promise<number> =>
      logTry(tx, keys, { user: account?.app_user_id ?? null, reason, address, at });
    if (account === undefined) {
      // A hospital that does not exist has no log either.
      if (await siteExists(tx)) await log('unknown-login');
      return failure({ kind: 'refused' });
    }
    const waitMs = (account.locked_until?.getTime() ?? 0) - at.getTime();
    if (waitMs > 0) {
      await log('waiting');
      return failure({ kind: 'wait', seconds: Math.ceil(waitMs / 1_000) });
    }
    // The password may have been changed while it was checked.
    if (!right || account.password_hash !== known?.password_hash || !account.active) {
      await countFailure(tx, account.app_user_id, account.failed_sign_ins + 1, at);
      await log(account.active ? 'wrong-password' : 'switched-off');
      return failure({ kind: 'refused' });
    }
    let step: number | null = null;
    if (account.second_factor !== null) {
      if (code === null) {
        await log('code-needed');
        return failure({ kind: 'code-needed' });
      }
      const secret = openSecondFactor(keys, site, account.app_user_id, account.second_factor);
      step = stepOfCode(secret, code, at, account.second_factor_step);
      if (step === null) {
        await countFailure(tx, account.app_user_id, account.failed_sign_ins + 1, at);
        await log('wrong-code');
        return failure({ kind: 'refused' });
      }
    }
    await markSignedIn(tx, account.app_user_id, step, at);
    const token = await openSession(tx, account.app_user_id, web, at, address);
    await log('none');
    return success(token);
  });
}

function accountOf({ db, site }: SiteTransaction, login: string) {
  return db
    .selectFrom('app_user')
    .select(['app_user_id', 'password_hash'])
    .where('site_id', '=', site)
    .where('login', '=', login)
    .executeTakeFirst();
}

function lockedAccount({ db, site }: SiteTransaction, user: number) {
  return db
    .selectFrom('app_user')
    .selectAll()
    .where('site_id', '=', site)
    .where('app_user_id', '=', user)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

async function siteExists({ db, site }: SiteTransaction): Promise<boolean> {
  const row = await db.selectFrom('site').select('site_id').where('site_id', '=', site).executeTakeFirst();
  return row !== undefined;
}

async function countFailure(
  { db, site }: SiteTransaction,
  user: number,
  failures: number,
  at: Date,
): Promise<void> {
  const wait = waitAfter(failures);
  await db
    .updateTable('app_user')
    .set({
      failed_sign_ins: failures,
      locked_until: wait === 0 ? null : new Date(at.getTime() + wait * 1_000),
    })
    .where('site_id', '=', site)
    .where('app_user_id', '=', user)
    .execute();
}

async function markSignedIn(
  { db, site }: SiteTransaction,
  user: number,
  step: number | null,
  at: Date,
): Promise<void> {
  await db
    .updateTable('app_user')
    .set({
      failed_sign_ins: 0,
      locked_until: null,
      signed_in_at: at,
      ...(step === null ? {} : { second_factor_step: step }),
    })
    .where('site_id', '=', site)
    .where('app_user_id', '=', user)
    .execute();
}

interface LoggedTry {
  readonly user: number | null;
  readonly reason: Reason;
  readonly address: string;
  readonly at: Date;
}

function logTry(
  tx: SiteTransaction,
  keys: ServerContext['keys'],
  { user, reason, address, at }: LoggedTry,
): Promise<number> {
  const event: AuditEvent = {
    at,
    actor: user === null ? { kind: 'unknown' } : { kind: 'user', user, onBehalfOf: null },
    action: 'sign-in',
    outcome: reason === 'none' ? 'done' : 'refused',
    person: null,
    shown: [],
    object: null,
    detail: reason === 'none' ? {} : { reason },
    breakGlass: null,
    address,
  };
  return recordAudit(tx, keys, [event]);
}
