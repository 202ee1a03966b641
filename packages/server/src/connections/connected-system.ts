// A system that meets this one at standard doors, as it is registered: who it is, its keys, where it may be asked, what it
// may fetch. Decision: it has an account of role machine, so that the audit log names it like anybody else; and where it may
// be asked follows from its own addresses and nothing that comes in a request.

import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { ConnectedSystemTable } from '../database/generated/tables.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { addMachine } from '../people/machine.ts';
import { newToken } from '../people/session-token.ts';
import type { Keys } from '../secrets/keys.ts';
import { openText, sealText } from '../secrets/sealed-text.ts';
import type { Reach } from './guarded-request.ts';
import type { Network } from './public-address.ts';

/** What somebody of the hospital says of the system. */
export interface SystemFacts {
  readonly name: string;
  /** The `iss` of tokens that it signs for CDS Hooks; null when it asks for no cards. */
  readonly issuer: string | null;
  readonly jwksUrl: string | null;
  readonly jwks: unknown;
  /** Without a slash at the end. */
  readonly fhirBase: string | null;
  readonly hosts: readonly string[];
  readonly network: Network;
  /** Empty when it fetches nothing. */
  readonly scopes: readonly string[];
  /** The system of the hospital's number in its Patient resources, and who gives that number out here. */
  readonly patientSystem: string | null;
  readonly patientAssigner: string | null;
  /** Null when this app is not opened from it. */
  readonly launchClient: string | null;
  readonly loginClaim: string;
}

export interface ConnectedSystem extends SystemFacts {
  readonly id: number;
  readonly account: number;
  /** By which it asks for tokens: the hospital and a code. */
  readonly client: string;
  readonly hasLaunchSecret: boolean;
  readonly createdAt: Date;
  readonly version: number;
}

/** The hosts that may be asked on behalf of the system. */
export function reachOf({
  hosts,
  network,
  jwksUrl,
  fhirBase,
}: Pick<SystemFacts, 'hosts' | 'network' | 'jwksUrl' | 'fhirBase'>): Reach {
  const own = [jwksUrl, fhirBase].flatMap((address) => (address === null ? [] : [new URL(address).host]));
  return { hosts: [...new Set([...own, ...hosts])], network };
}

/** `secret` is the one that this app has at the system; null when it needs none. */
export async function addSystem(
  tx: SiteTransaction,
  keys: Keys,
  facts: SystemFacts,
  secret: string | null,
  by: number,
  at: Date,
): Promise<ConnectedSystem> {
  const account = await addMachine(tx, facts.name, at);
  const code = newToken(tx.site).text.slice(tx.site.length + 1, tx.site.length + 23);
  const row = await tx.db
    .insertInto('connected_system')
    .values({
      ...columnsOf(facts),
      site_id: tx.site,
      app_user_id: account,
      client_code: code,
      launch_secret: secret === null ? null : sealText(keys.sealing, placeOf(tx.site), secret),
      created_by: by,
      created_at: at,
      changed_at: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return systemFrom(row);
}

/** Null when there is none of this version; a secret of undefined stays as it is. */
export async function changeSystem(
  tx: SiteTransaction,
  keys: Keys,
  id: number,
  onVersion: number,
  facts: SystemFacts,
  secret: string | null | undefined,
  at: Date,
): Promise<ConnectedSystem | null> {
  const row = await tx.db
    .updateTable('connected_system')
    .set({
      ...columnsOf(facts),
      ...(secret === undefined
        ? {}
        : { launch_secret: secret === null ? null : sealText(keys.sealing, placeOf(tx.site), secret) }),
      changed_at: at,
      version: sql<number>`version + 1`,
    })
    .where('site_id', '=', tx.site)
    .where('connected_system_id', '=', id)
    .where('version', '=', onVersion)
    .where('ended_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) return null;
  await tx.db
    .updateTable('app_user')
    .set({ display_name: facts.name })
    .where('site_id', '=', tx.site)
    .where('app_user_id', '=', row.app_user_id)
    .execute();
  return systemFrom(row);
}

/** From now on it opens nothing; what it did stays on record. Whether there was one. */
export async function endSystem(tx: SiteTransaction, id: number, at: Date): Promise<boolean> {
  const row = await tx.db
    .updateTable('connected_system')
    .set({ ended_at: at, version: sql<number>`version + 1` })
    .where('site_id', '=', tx.site)
    .where('connected_system_id', '=', id)
    .where('ended_at', 'is', null)
    .returning('app_user_id')
    .executeTakeFirst();
  if (row === undefined) return false;
  await tx.db
    .updateTable('app_user')
    .set({ active: false })
    .where('site_id', '=', tx.site)
    .where('app_user_id', '=', row.app_user_id)
    .execute();
  await tx.db
    .deleteFrom('access_token')
    .where('site_id', '=', tx.site)
    .where('connected_system_id', '=', id)
    .execute();
  return true;
}

export async function allSystems({ db, site }: SiteTransaction): Promise<ConnectedSystem[]> {
  const rows = await db
    .selectFrom('connected_system')
    .selectAll()
    .where('site_id', '=', site)
    .where('ended_at', 'is', null)
    .orderBy('name')
    .orderBy('connected_system_id')
    .execute();
  return rows.map(systemFrom);
}

type Named =
  | { readonly issuer: string }
  | { readonly client_code: string }
  | { readonly fhir_base: string }
  | { readonly connected_system_id: number };

/** Null when there is none, or not any more. */
export async function systemBy({ db, site }: SiteTransaction, named: Named): Promise<ConnectedSystem | null> {
  const [[column, value] = ['client_code', '']] = Object.entries(named);
  const row = await db
    .selectFrom('connected_system')
    .selectAll()
    .where('site_id', '=', site)
    .where(column as 'issuer', '=', value as string)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : systemFrom(row);
}

/** The secret that this app has at the system; null when it has none. */
export async function launchSecretOf(
  { db, site }: SiteTransaction,
  keys: Pick<Keys, 'sealing'>,
  id: number,
): Promise<string | null> {
  const row = await db
    .selectFrom('connected_system')
    .select('launch_secret')
    .where('site_id', '=', site)
    .where('connected_system_id', '=', id)
    .executeTakeFirst();
  return row?.launch_secret == null ? null : openText(keys.sealing, placeOf(site), row.launch_secret);
}

function placeOf(site: string): readonly string[] {
  return [site, 'launch secret'];
}

function columnsOf(facts: SystemFacts) {
  return {
    name: facts.name,
    issuer: facts.issuer,
    jwks_url: facts.jwksUrl,
    jwks: facts.jwks === null ? null : JSON.stringify(facts.jwks),
    fhir_base: facts.fhirBase,
    hosts: [...facts.hosts],
    network: facts.network,
    scopes: [...facts.scopes],
    patient_system: facts.patientSystem,
    patient_assigner: facts.patientAssigner,
    launch_client: facts.launchClient,
    login_claim: facts.loginClaim,
  };
}

function systemFrom(row: Selectable<ConnectedSystemTable>): ConnectedSystem {
  return {
    id: row.connected_system_id,
    account: row.app_user_id,
    client: `${row.site_id}.${row.client_code}`,
    name: row.name,
    issuer: row.issuer,
    jwksUrl: row.jwks_url,
    jwks: row.jwks,
    fhirBase: row.fhir_base,
    hosts: row.hosts,
    network: row.network,
    scopes: row.scopes,
    patientSystem: row.patient_system,
    patientAssigner: row.patient_assigner,
    launchClient: row.launch_client,
    hasLaunchSecret: row.launch_secret !== null,
    loginClaim: row.login_claim,
    createdAt: row.created_at,
    version: row.version,
  };
}
