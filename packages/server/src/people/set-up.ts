// The first start: the hospital's own row and its first administrator, together or not at all.

import { failure, type Language, type Result, success } from '@breekpunt/core';
import { sql } from 'kysely';
import type { Database } from '../database/open-database.ts';
import { inSite } from '../database/site-transaction.ts';
import { ensureSite } from '../records/site.ts';
import { listSites } from '../records/site-directory.ts';
import type { Keys } from '../secrets/keys.ts';
import { hashPassword } from './password.ts';
import { addUser } from './user.ts';

export interface SetUp {
  readonly site: { readonly name: string; readonly country: 'BE' | 'NL'; readonly language: Language };
  readonly administrator: { readonly login: string; readonly displayName: string; readonly password: string };
}

/** 'BRKS': of two set-ups at once, the second finds the first one's hospital. */
const lockKey = 0x42_52_4b_53;

/** The hospital's id and the administrator's; refused when there is a hospital already. */
export async function setUp(
  database: Pick<Database, 'db'>,
  keys: Keys,
  { site, administrator }: SetUp,
): Promise<Result<{ readonly site: string; readonly user: number }, { readonly kind: 'set-up-closed' }>> {
  const passwordHash = await hashPassword(administrator.password);
  const id = siteIdFrom(site.name);
  return inSite(database.db, id, async (tx) => {
    await sql`select pg_advisory_xact_lock(${lockKey})`.execute(tx.db);
    if ((await listSites(database.db)).length > 0) return failure({ kind: 'set-up-closed' });
    await ensureSite(tx, keys, site);
    const { login, displayName } = administrator;
    const user = await addUser(tx, {
      login,
      displayName,
      role: 'it',
      language: null,
      passwordHash,
      mustChangePassword: false,
    });
    if (!user.ok) throw new Error('A new hospital has an account already');
    return success({ site: id, user: user.value });
  });
}

/** A short word for keys and addresses, from the hospital's name. */
function siteIdFrom(name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 30)
    .replace(/-+$/, '');
  return plain === '' ? 'hospital' : plain;
}
