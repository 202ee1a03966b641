// Programs with an account: they bring messages in by HTTP, opened by a key that is shown once.
// Decision: a machine is an account with a role of its own, so that roles, hospitals and the audit log work as for people;
// but it has keys only, its keys open only routes that name the role, and it never has a cookie.

import type { SiteTransaction } from '../database/site-transaction.ts';
import { newToken } from './session-token.ts';

export interface Machine {
  readonly id: number;
  readonly name: string;
  readonly keys: readonly MachineKey[];
}

/** In use; ended ones are not shown. */
export interface MachineKey {
  readonly id: number;
  readonly createdAt: Date;
  /** To the hour; null when it was never used. */
  readonly lastUsedAt: Date | null;
}

/** `scopes`: what it may read over FHIR, as SMART writes it; none for who only brings messages. */
export async function addMachine(
  { db, site }: SiteTransaction,
  name: string,
  at: Date,
  scopes: readonly string[] = [],
): Promise<number> {
  const added = await db
    .insertInto('app_user')
    // No login of a person has a space before it; the instant keeps two of one name apart.
    .values({
      site_id: site,
      login: ` machine ${at.toISOString()} ${name}`,
      display_name: name,
      role: 'machine',
      fhir_scopes: [...scopes],
    })
    .returning('app_user_id')
    .executeTakeFirstOrThrow();
  return added.app_user_id;
}

/** The key's text, which is nowhere else; null when there is no such machine. */
export async function addKey(
  tx: SiteTransaction,
  machine: number,
  by: number,
  at: Date,
): Promise<string | null> {
  const { db, site } = tx;
  const known = await db
    .selectFrom('app_user')
    .select('app_user_id')
    .where('site_id', '=', site)
    .where('app_user_id', '=', machine)
    .where('role', '=', 'machine')
    .executeTakeFirst();
  if (known === undefined) return null;
  const { text, hash } = newToken(site);
  await db
    .insertInto('machine_key')
    .values({ site_id: site, app_user_id: machine, token_hash: hash, created_by: by, created_at: at })
    .execute();
  return text;
}

/** Whether there was such a key in use. */
export async function endKey(
  { db, site }: SiteTransaction,
  machine: number,
  key: number,
  at: Date,
): Promise<boolean> {
  const ended = await db
    .updateTable('machine_key')
    .set({ ended_at: at })
    .where('site_id', '=', site)
    .where('app_user_id', '=', machine)
    .where('machine_key_id', '=', key)
    .where('ended_at', 'is', null)
    .returning('machine_key_id')
    .executeTakeFirst();
  return ended !== undefined;
}

export async function allMachines({ db, site }: SiteTransaction): Promise<Machine[]> {
  const machines = await db
    .selectFrom('app_user')
    .select(['app_user_id', 'display_name'])
    .where('site_id', '=', site)
    .where('role', '=', 'machine')
    // Connected systems prove themselves by what they sign, and stand on a page of their own.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('connected_system')
            .select('connected_system.app_user_id')
            .whereRef('connected_system.site_id', '=', 'app_user.site_id')
            .whereRef('connected_system.app_user_id', '=', 'app_user.app_user_id'),
        ),
      ),
    )
    .orderBy('display_name')
    .orderBy('app_user_id')
    .execute();
  const keys = await db
    .selectFrom('machine_key')
    .select(['app_user_id', 'machine_key_id', 'created_at', 'last_used_at'])
    .where('site_id', '=', site)
    .where('ended_at', 'is', null)
    .orderBy('machine_key_id')
    .execute();
  return machines.map(({ app_user_id: id, display_name: name }) => ({
    id,
    name,
    keys: keys
      .filter(({ app_user_id }) => app_user_id === id)
      .map((key) => ({ id: key.machine_key_id, createdAt: key.created_at, lastUsedAt: key.last_used_at })),
  }));
}
