// The hospital's own sign-in by OpenID Connect: sends the browser there, and reads what it brings back.
// Decision: the library does the protocol (code flow with PKCE, state and nonce, the token's signature). What must be
// remembered meanwhile travels in a cookie that only this server can read, so no process keeps anything.

import { failure, type Result, success } from '@breekpunt/core';
import * as openid from 'openid-client';
import { z } from 'zod';
import type { Keys } from '../secrets/keys.ts';
import { openText, sealText } from '../secrets/sealed-text.ts';
import type { ProviderSettings, WebSettings } from '../settings/settings.ts';

export type ProviderError =
  | { readonly kind: 'unreachable' }
  /** Denied there, too late, or not what was asked for. */
  | { readonly kind: 'refused' };

/** Who the provider says it is. */
export interface Vouched {
  /** Issuer and subject: the same person for ever. */
  readonly subject: string;
  /** From the claim that the settings name; null when it did not come, or is an address nobody verified. */
  readonly login: string | null;
}

interface Trip {
  readonly to: string;
  /** For the flow cookie. */
  readonly memory: string;
}

const place = ['openid connect flow'];
const patienceMs = 10 * 60_000;
const memoryForm = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  until: z.number(),
});

/** Discovered once; asked again after a failure. */
const discovered = new Map<string, Promise<openid.Configuration>>();

export async function sendToProvider(
  provider: ProviderSettings,
  { address }: Pick<WebSettings, 'address'>,
  { sealing }: Pick<Keys, 'sealing'>,
  at: Date,
): Promise<Result<Trip, ProviderError>> {
  const found = await configurationOf(provider);
  if (!found.ok) return found;
  const memory = {
    state: openid.randomState(),
    nonce: openid.randomNonce(),
    verifier: openid.randomPKCECodeVerifier(),
    until: at.getTime() + patienceMs,
  };
  const to = openid.buildAuthorizationUrl(found.value, {
    redirect_uri: callbackAt(address),
    scope: 'openid profile email',
    state: memory.state,
    nonce: memory.nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(memory.verifier),
    code_challenge_method: 'S256',
  });
  return success({
    to: to.href,
    memory: sealText(sealing, place, JSON.stringify(memory)).toString('base64url'),
  });
}

export async function backFromProvider(
  provider: ProviderSettings,
  { address }: Pick<WebSettings, 'address'>,
  { sealing }: Pick<Keys, 'sealing'>,
  flow: { readonly memory: string | null; readonly query: Readonly<Record<string, string>> },
  at: Date,
): Promise<Result<Vouched, ProviderError>> {
  const memory = remembered(sealing, flow.memory);
  if (memory === null || memory.until < at.getTime()) return failure({ kind: 'refused' });
  const found = await configurationOf(provider);
  if (!found.ok) return found;
  const current = new URL(callbackAt(address));
  for (const [name, value] of Object.entries(flow.query)) current.searchParams.set(name, value);
  try {
    const tokens = await openid.authorizationCodeGrant(found.value, current, {
      expectedState: memory.state,
      expectedNonce: memory.nonce,
      pkceCodeVerifier: memory.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) return failure({ kind: 'refused' });
    return success({ subject: `${claims.iss} ${claims.sub}`, login: loginIn(claims, provider.claim) });
  } catch (thrown) {
    // The library's own errors are about the answer; anything else is about reaching the provider.
    const ours = thrown instanceof TypeError && thrown.message === 'fetch failed';
    return failure({ kind: ours ? 'unreachable' : 'refused' });
  }
}

function callbackAt(address: string): string {
  return `${address}/api/oidc/callback`;
}

async function configurationOf(
  provider: ProviderSettings,
): Promise<Result<openid.Configuration, { readonly kind: 'unreachable' }>> {
  const { issuer, client, secret } = provider;
  const key = JSON.stringify([issuer, client, secret]);
  const local = issuer.startsWith('http:') ? { execute: [openid.allowInsecureRequests] } : {};
  const asked = discovered.get(key) ?? openid.discovery(new URL(issuer), client, secret, undefined, local);
  discovered.set(key, asked);
  try {
    return success(await asked);
  } catch {
    discovered.delete(key);
    return failure({ kind: 'unreachable' });
  }
}

function remembered(sealing: Buffer, memory: string | null): z.infer<typeof memoryForm> | null {
  if (memory === null) return null;
  try {
    return memoryForm.parse(JSON.parse(openText(sealing, place, Buffer.from(memory, 'base64url'))));
  } catch {
    return null;
  }
}

function loginIn(claims: Readonly<Record<string, unknown>>, claim: string): string | null {
  const value = claims[claim];
  if (typeof value !== 'string' || value === '') return null;
  return claim === 'email' && claims['email_verified'] === false ? null : value;
}
