// The public keys of another system: pasted by who registers it, or read from an address of its own and kept for a while.
// Decision: only keys of asymmetric algorithms are taken, and a private one is refused outright: whoever pasted it must make
// a new one. A key that is not known yet is looked for once more, at most once a minute.

import { failure, type Result, success } from '@breekpunt/core';
import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { guardedJson, type Reach } from './guarded-request.ts';

/** Those that the specifications name, and their like; none in which both sides hold the same secret. */
export const signingAlgorithms: readonly string[] = [
  'ES384',
  'RS384',
  'ES256',
  'RS256',
  'ES512',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'EdDSA',
];

export type KeyProblem = 'no-keys' | 'private-key' | 'not-asymmetric';

const key = z.looseObject({ kty: z.enum(['RSA', 'EC', 'OKP', 'oct']) });
const keySet = z.object({ keys: z.array(key).min(1).max(50) });

export function readKeySet(value: unknown): Result<JSONWebKeySet, KeyProblem> {
  const read = keySet.safeParse(value);
  if (!read.success) return failure('no-keys');
  const { keys } = read.data;
  if (keys.some(({ kty }) => kty === 'oct')) return failure('not-asymmetric');
  if (keys.some((each) => 'd' in each)) return failure('private-key');
  return success({ keys });
}

const keptMs = 300_000;
const betweenLooksMs = 60_000;

interface KeptKeys {
  readonly keys: JSONWebKeySet | null;
  readonly readAt: number;
}

/** By address; the same for all hospitals of this process, because public keys are no secret. */
const kept = new Map<string, KeptKeys>();

/** Finds the key that a token names. Null when there are no keys that can be read. */
export async function keysAt(
  address: string,
  reach: Reach,
  kid: string | null,
  now: Date,
): Promise<JWTVerifyGetKey | null> {
  const known = kept.get(address);
  const age = now.getTime() - (known?.readAt ?? Number.NEGATIVE_INFINITY);
  const names = known?.keys?.keys.map(({ kid: name }) => name) ?? [];
  const isMissing = known?.keys == null || (kid !== null && !names.includes(kid));
  if (known !== undefined && age < (isMissing ? betweenLooksMs : keptMs))
    return known.keys === null ? null : createLocalJWKSet(known.keys);
  const read = readKeySet(await guardedJson(address, reach));
  // Keys that could be read a moment ago are better than none.
  const keys = read.ok ? read.value : (known?.keys ?? null);
  kept.set(address, { keys, readAt: now.getTime() });
  return keys === null ? null : createLocalJWKSet(keys);
}
