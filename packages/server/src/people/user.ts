// People with an account at a hospital; programs stand in machine.ts. An account is switched off and never removed: the audit log points at it.

import { failure, type Language, type Result, success } from '@breekpunt/core';
import type { SiteTransaction } from '../database/site-transaction.ts';
import type { ChangeRefused } from '../records/optimistic-change.ts';
import type { Role } from './role.ts';

export interface NewUser {
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
  /** Null: the hospital's. */
  readonly language: Language | null;
  /** As `hashPassword` makes it; null for who signs in at the hospital's own provider. */
  readonly passwordHash: string | null;
  /** Somebody else chose the password. */
  readonly mustChangePassword: boolean;
}

export interface User extends Omit<NewUser, 'passwordHash'> {
  readonly id: number;
  readonly active: boolean;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly lockedUntil: Date | null;
  readonly signedInAt: Date | null;
  readonly version: number;
}

/** How a login is kept and compared. */
export function loginFrom(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

/** The person's id; refused when somebody has the login already. */
export async function addUser(
  { db, site }: SiteTransaction,
  user: NewUser,
): Promise<Result<number, { readonly kind: 'login-taken' }>> {
  const added = await db
    .insertInto('app_user')
    .values({
      site_id: site,
      login: loginFrom(user.login),
      display_name: user.displayName,
      role: user.role,
      language: user.language,
      password_hash: user.passwordHash,
      must_change_password: user.mustChangePassword,
    })
    .onConflict((conflict) => conflict.columns(['site_id', 'login']).doNothing())
    .returning('app_user_id')
    .executeTakeFirst();
  return added === undefined ? failure({ kind: 'login-taken' }) : success(added.app_user_id);
}

/** By name. */
export async function allUsers({ db, site }: SiteTransaction): Promise<User[]> {
  const rows = await db
    .selectFrom('app_user')
    .selectAll()
    .where('site_id', '=', site)
    .where('role', '<>', 'machine')
    .orderBy('display_name')
    .orderBy('app_user_id')
    .execute();
  return rows.map((row) => ({
    id: row.app_user_id,
    login: row.login,
    displayName: row.display_name,
    role: row.role,
    language: row.language,
    mustChangePassword: row.must_change_password,
    active: row.active,
    hasPassword: row.password_hash !== null,
    hasSecondFactor: row.second_factor !== null,
    lockedUntil: row.locked_until,
    signedInAt: row.signed_in_at,
    version: row.version,
  }));
}

export interface UserChange {
  readonly onVersion: number;
  readonly displayName: string;
  readonly role: Role;
  readonly language: Language | null;
  readonly active: boolean;
}

/** The version after the change. */
export async function changeUser(
  { db, site }: SiteTransaction,
  id: number,
  { onVersion, displayName, role, language, active }: UserChange,
  at: Date,
): Promise<Result<number, ChangeRefused>> {
  const changed = await db
    .updateTable('app_user')
    .set({ display_name: displayName, role, language, active, changed_at: at, version: onVersion + 1 })
    .where('site_id', '=', site)
    .where('app_user_id', '=', id)
    .where('role', '<>', 'machine')
    .where('version', '=', onVersion)
    .returning('version')
    .executeTakeFirst();
  if (changed !== undefined) return success(changed.version);
  const row = await db
    .selectFrom('app_user')
    .select(['version', 'changed_at'])
    .where('site_id', '=', site)
    .where('role', '<>', 'machine')
    .where('app_user_id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return failure({ kind: 'not-found' });
  return failure({ kind: 'changed-meanwhile', version: row.version, by: null, at: row.changed_at });
}

/** Names for lists: the other people of the hospital whom a case can be given to. */
export async function colleagues({
  db,
  site,
}: SiteTransaction): Promise<{ readonly id: number; readonly displayName: string; readonly role: Role }[]> {
  const rows = await db
    .selectFrom('app_user')
    .select(['app_user_id', 'display_name', 'role'])
    .where('site_id', '=', site)
    .where('active', '=', true)
    .where('role', '<>', 'machine')
    .orderBy('display_name')
    .orderBy('app_user_id')
    .execute();
  return rows.map((row) => ({ id: row.app_user_id, displayName: row.display_name, role: row.role }));
}
