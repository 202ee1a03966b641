// Programs with an account: they bring messages in by HTTP, opened by a key that is shown once.
// Decision: a machine is an account with a role of its own, so that roles, hospitals and the audit log work as for people;
// but it has keys only, its keys open only routes that name the role, and it never has a cookie.

import type { Kysely } from 'kysely';
import type { Tables } from '../database/generated/tables.ts';
import { inSite, type SiteTransaction } from '../database/site-transaction.ts';
import { newToken, readToken } from './session-token.ts';
import type { SignedIn } from './signed-in.ts';

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

const hourMs = 3_600_000;

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

/** Whose key it is; null when it opens nothing, or not any more. */
export async function machineBy(db: Kysely<Tables>, key: string, at: Date): Promise<SignedIn | null> {
  const token = readToken(key);
  if (token === null) return null;
  return inSite(db, token.site, async (tx) => {
    const row = await keyRow(tx, token.hash);
    if (row === undefined) return null;
    if (row.last_used_at === null || at.getTime() - row.last_used_at.getTime() >= hourMs)
      await tx.db
        .updateTable('machine_key')
        .set({ last_used_at: at })
        .where('site_id', '=', tx.site)
        .where('token_hash', '=', token.hash)
        .execute();
    return {
      site: tx.site,
      siteName: row.name,
      timeZone: row.time_zone,
      country: row.country,
      synthetic: row.synthetic,
      id: row.app_user_id,
      login: row.login,
      displayName: row.display_name,
      role: row.role,
      language: row.language,
      toDo: null,
      hasPassword: false,
      hasSecondFactor: false,
      session: null,
      scopes: null,
    };
  });
}

function keyRow({ db, site }: SiteTransaction, hash: Buffer) {
  return db
    .selectFrom('machine_key')
    .innerJoin('app_user', (join) =>
      join
        .onRef('app_user.site_id', '=', 'machine_key.site_id')
        .onRef('app_user.app_user_id', '=', 'machine_key.app_user_id'),
    )
    .innerJoin('site', 'site.site_id', 'machine_key.site_id')
    .select([
      'machine_key.last_used_at',
      'app_user.app_user_id',
      'app_user.login',
      'app_user.display_name',
      'app_user.role',
      'site.language',
      'site.name',
      'site.time_zone',
      'site.country',
      'site.synthetic',
    ])
    .where('machine_key.site_id', '=', site)
    .where('machine_key.token_hash', '=', hash)
    .where('machine_key.ended_at', 'is', null)
    .where('app_user.active', '=', true)
    .executeTakeFirst();
}
