// The role under which the program works. It owns nothing, and row-level security binds it.

import type pg from 'pg';
import { DatabaseTrouble } from './database-error.ts';

export const appRole = 'breekpunt_app';

/** Makes the role when it is not there. With a password it may sign in; without, an account is a member of it. */
export async function ensureAppRole(owner: pg.Client, password: string | null): Promise<void> {
  const found = await owner.query('select 1 from pg_roles where rolname = $1', [appRole]);
  try {
    if (found.rowCount === 0) await owner.query(`create role ${appRole} nologin`);
    if (password !== null)
      await owner.query(`alter role ${appRole} login password ${owner.escapeLiteral(password)}`);
    else await joinRole(owner);
  } catch (error) {
    throw new DatabaseTrouble({ kind: 'cannot-make-role', reason: (error as Error).message });
  }
}

async function joinRole(owner: pg.Client): Promise<void> {
  const member = await owner.query<{ yes: boolean }>(
    "select pg_has_role(current_user, $1, 'member') as yes",
    [appRole],
  );
  if (member.rows[0]?.yes !== true) await owner.query(`grant ${appRole} to current_user`);
}
