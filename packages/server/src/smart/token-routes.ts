// Where systems get tokens, and the document that says so (SMART App Launch 2.2, backend services). Decision: a system proves
// itself with a token that it signed, never with a shared secret; what it gets is at most what was registered, and reading only.

import { z } from 'zod';
import type { Actor } from '../audit/audit-event.ts';
import { admitSystem, siteNamed } from '../connections/admit-system.ts';
import { systemBy } from '../connections/connected-system.ts';
import { signingAlgorithms } from '../connections/public-keys.ts';
import { type Answer, json, jsonAs } from '../http/answer.ts';
import { inLoggedTransaction } from '../http/in-visit.ts';
import { openRoute, type Route } from '../http/route.ts';
import type { Call } from '../http/visit.ts';
import { accessTokenSeconds, giveAccessToken } from './access-token.ts';
import { grantedScopes } from './scopes.ts';

const tokenPath = '/api/smart/token';
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

const give = openRoute({
  method: 'POST',
  url: tokenPath,
  perMinute: 600,
  takesForm: true,
  // Also without a body, so that whoever sends none is told what is missing in the words of OAuth.
  body: z.record(z.string(), z.string().max(10_000)).default({}),
  handle: async (call, { body }) => {
    if (body['grant_type'] !== 'client_credentials')
      return refused('unsupported_grant_type', 'Expected grant_type=client_credentials.');
    if (body['client_assertion_type'] !== assertionType)
      return refused('invalid_request', `Expected client_assertion_type=${assertionType}.`);
    return tokenFor(call, body['client_assertion'] ?? '', (body['scope'] ?? '').split(/\s+/).filter(Boolean));
  },
});

async function tokenFor(call: Call, assertion: string, asked: readonly string[]): Promise<Answer> {
  const { address } = call.context.web;
  const site = await siteNamed(call, siteIn(assertion));
  if (site === null) return unknownClient();
  const system = await admitSystem(call, site, assertion, {
    find: async (tx, issuer) => {
      const found = issuer.startsWith(`${site}.`)
        ? await systemBy(tx, { client_code: issuer.slice(site.length + 1) })
        : null;
      return found === null || found.scopes.length === 0 ? null : found;
    },
    terms: ({ client }) => ({ issuer: client, audience: [`${address}${tokenPath}`], longestSeconds: 300 }),
  });
  if (!system.ok) return unknownClient();
  const scopes = grantedScopes(asked, system.value.scopes);
  if (scopes === null)
    return refused('invalid_scope', 'Expected scopes that were registered for this system.');
  const { id, account } = system.value;
  const actor: Actor = { kind: 'user', user: account, onBehalfOf: null };
  return inLoggedTransaction(call, site, actor, 'sign-in', async (tx, audit) => {
    const token = await giveAccessToken(tx, id, scopes, call.at);
    audit({ action: 'sign-in', detail: { by: 'signed-token', scopes: scopes.join(' ') } });
    return json({
      access_token: token,
      token_type: 'bearer',
      expires_in: accessTokenSeconds,
      scope: scopes.join(' '),
    });
  });
}

/** The hospital stands in the client id that was given out here; nothing is believed yet. */
function siteIn(assertion: string): string | null {
  const [, claims = ''] = assertion.split('.');
  try {
    const { iss } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as {
      readonly iss?: unknown;
    };
    return typeof iss === 'string' ? (iss.split('.')[0] ?? '') : '';
  } catch {
    return '';
  }
}

function unknownClient(): Answer {
  return refused('invalid_client', 'The client_assertion is none that is accepted here.', 401);
}

/** As OAuth 2.0 says it (RFC 6749, 5.2). */
function refused(error: string, description: string, status = 400): Answer {
  return jsonAs('application/json', status, { error, error_description: description });
}

function described({ context: { web } }: Call): Answer {
  return json({
    token_endpoint: `${web.address}${tokenPath}`,
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: signingAlgorithms,
    grant_types_supported: ['client_credentials'],
    scopes_supported: ['system/*.read', 'system/*.rs'],
    code_challenge_methods_supported: ['S256'],
    capabilities: ['client-confidential-asymmetric', 'permission-v1', 'permission-v2'],
  });
}

/** Under the FHIR server, where the specification looks, and at the root, where people look. */
const configurations = ['/fhir/.well-known/smart-configuration', '/.well-known/smart-configuration'] as const;

export const tokenRoutes: readonly Route[] = [
  give,
  ...configurations.map((url) =>
    openRoute({ method: 'GET', url, perMinute: 600, handle: async (call) => described(call) }),
  ),
];
