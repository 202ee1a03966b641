// Lets a registered system in by a token that it signed. Decision: three steps with the database let go of in between, because
// its keys may have to be fetched; and whoever is not let in hears the same words whatever the reason.

import { failure, type Result, success } from '@breekpunt/core';
import { decodeJwt } from 'jose';
import { inSite, type SiteTransaction } from '../database/site-transaction.ts';
import type { Call } from '../http/visit.ts';
import { listSites } from '../records/site-directory.ts';
import type { ConnectedSystem } from './connected-system.ts';
import { type TokenProblem, type TokenTerms, useOnce, verifiedToken } from './signed-token.ts';

export interface Admission {
  /** The system that calls itself so; null when none is registered under the name. */
  readonly find: (tx: SiteTransaction, issuer: string) => Promise<ConnectedSystem | null>;
  readonly terms: (system: ConnectedSystem) => TokenTerms;
}

export async function admitSystem(
  { context: { database }, at, log }: Call,
  site: string,
  token: string | null,
  { find, terms }: Admission,
): Promise<Result<ConnectedSystem, TokenProblem>> {
  const refused = (reason: TokenProblem): Result<never, TokenProblem> => {
    log.warn({ site, reason }, 'a signed token was refused');
    return failure(reason);
  };
  if (token === null) return refused('no-token');
  const issuer = issuerIn(token);
  if (issuer === null) return refused('unreadable');
  const system = await inSite(database.db, site, (tx) => find(tx, issuer));
  if (system === null) return refused('unknown-system');
  const verified = await verifiedToken(system, token, terms(system), at);
  if (!verified.ok) return refused(verified.error);
  const isFirst = await inSite(database.db, site, (tx) => useOnce(tx, system.id, verified.value, at));
  return isFirst ? success(system) : refused('used-before');
}

/** What the token says of its maker, before anything is believed. */
function issuerIn(token: string): string | null {
  try {
    const { iss } = decodeJwt(token);
    return typeof iss === 'string' && iss !== '' ? iss : null;
  } catch {
    return null;
  }
}

/** The hospital that an address names, or the only one there is; null when there is no such hospital. */
export async function siteNamed({ context }: Call, named: string | null): Promise<string | null> {
  const sites = await listSites(context.database.db);
  if (named !== null) return sites.find(({ id }) => id === named)?.id ?? null;
  const [only, another] = sites;
  return only !== undefined && another === undefined ? only.id : null;
}
