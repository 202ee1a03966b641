// Whether a token was signed by the system that it names, for this address, now, and for the first time. Decision: the keys
// come from what was registered and never from the token (`jku` must be the registered address when it is there at all), and
// why a token failed is told to nobody outside: it goes to the log as one word.

import { createHash } from 'node:crypto';
import { failure, type Result, success } from '@breekpunt/core';
import {
  createLocalJWKSet,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { type ConnectedSystem, reachOf } from './connected-system.ts';
import { keysAt, readKeySet, signingAlgorithms } from './public-keys.ts';

/** For the log only. */
export type TokenProblem =
  | 'no-token'
  | 'unreadable'
  | 'unknown-system'
  | 'keys-elsewhere'
  | 'no-keys'
  | 'wrong-signature'
  | 'wrong-claims'
  | 'too-long-good'
  | 'used-before';

export interface TokenTerms {
  readonly issuer: string;
  /** Any of these. */
  readonly audience: readonly string[];
  /** How long after now a token may at most be good. */
  readonly longestSeconds: number;
}

export interface VerifiedToken {
  /** The number that its maker gave it, and until when it is good (seconds since 1970). */
  readonly jti: string;
  readonly exp: number;
  readonly claims: JWTPayload;
}

const clockToleranceSeconds = 60;

/** May ask the system for its keys, so it is done outside any transaction. */
export async function verifiedToken(
  system: ConnectedSystem,
  token: string,
  terms: TokenTerms,
  now: Date,
): Promise<Result<VerifiedToken, TokenProblem>> {
  const keys = await keysOf(system, token, now);
  if (!keys.ok) return keys;
  let claims: JWTPayload;
  try {
    const verified = await jwtVerify(token, keys.value, {
      algorithms: [...signingAlgorithms],
      issuer: terms.issuer,
      audience: [...terms.audience],
      requiredClaims: ['exp', 'jti'],
      clockTolerance: clockToleranceSeconds,
      currentDate: now,
    });
    claims = verified.payload;
  } catch (error) {
    const aboutClaims =
      error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired;
    return failure(aboutClaims ? 'wrong-claims' : 'wrong-signature');
  }
  const { exp = 0, jti = '' } = claims;
  if (jti === '') return failure('wrong-claims');
  const latest = now.getTime() / 1_000 + terms.longestSeconds + clockToleranceSeconds;
  return exp > latest ? failure('too-long-good') : success({ jti, exp, claims });
}

/** False when this number came before. Numbers that ended are forgotten on the way. */
export async function useOnce(
  { db, site }: SiteTransaction,
  system: number,
  { jti, exp }: VerifiedToken,
  now: Date,
): Promise<boolean> {
  await db
    .deleteFrom('used_token')
    .where('site_id', '=', site)
    .where('connected_system_id', '=', system)
    .where('expires_at', '<', new Date(now.getTime() - 2_000 * clockToleranceSeconds))
    .execute();
  const added = await db
    .insertInto('used_token')
    .values({
      site_id: site,
      connected_system_id: system,
      token_hash: createHash('sha256').update(jti).digest(),
      expires_at: new Date(exp * 1_000),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('connected_system_id')
    .executeTakeFirst();
  return added !== undefined;
}

async function keysOf(
  system: ConnectedSystem,
  token: string,
  now: Date,
): Promise<Result<JWTVerifyGetKey, TokenProblem>> {
  let header: ReturnType<typeof decodeProtectedHeader>;
  try {
    header = decodeProtectedHeader(token);
  } catch {
    return failure('unreadable');
  }
  if (header.jku !== undefined && header.jku !== system.jwksUrl) return failure('keys-elsewhere');
  if (system.jwks !== null) {
    const pasted = readKeySet(system.jwks);
    return pasted.ok ? success(createLocalJWKSet(pasted.value)) : failure('no-keys');
  }
  if (system.jwksUrl === null) return failure('no-keys');
  const found = await keysAt(system.jwksUrl, reachOf(system), header.kid ?? null, now);
  return found === null ? failure('no-keys') : success(found);
}
