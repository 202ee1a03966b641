// A hospital's own OpenID Connect provider, on this machine: a certified implementation that signs in whom the test says.

import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

export interface HospitalProvider {
  readonly issuer: string;
  /** Who sits at the keyboard: the subject and the login that the provider knows. */
  person: { readonly subject: string; readonly login: string } | null;
  /** Goes through the provider as a browser does, from its address to the one it sends back to. */
  visit(address: string): Promise<URL>;
  close(): Promise<void>;
}

export const client = { id: 'breekpunt', secret: 'a secret of at least thirty-two letters' } as const;

export async function hospitalProvider(redirectTo: string): Promise<HospitalProvider> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const hospital: HospitalProvider = {
    issuer,
    person: null,
    visit: (address) => visit(address, redirectTo),
    close: () => new Promise((done) => void server.close(() => done())),
  };
  const provider = new Provider(issuer, configuration(hospital, redirectTo));
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) return void answer(request, response);
    const { person } = hospital;
    const result =
      person === null
        ? { error: 'access_denied', error_description: 'denied at the keyboard' }
        : { login: { accountId: person.subject } };
    void provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  });
  return hospital;
}

function configuration(hospital: HospitalProvider, redirectTo: string): Configuration {
  return {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectTo] }],
    clientAuthMethods: ['client_secret_post', 'client_secret_basic'],
    jwks: {
      keys: [generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })],
    },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
    cookies: { keys: ['for tests only'] },
    claims: { openid: ['sub'], profile: ['preferred_username'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, preferred_username: hospital.person?.login ?? '' }),
    }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        accountId: ctx.oidc.session?.accountId ?? '',
        clientId: ctx.oidc.client?.clientId ?? '',
      });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  };
}

/** Follows redirects with the provider's cookies until one leads away from it. */
async function visit(address: string, redirectTo: string): Promise<URL> {
  const cookies = new Map<string, string>();
  for (let next = address; ; ) {
    const answer = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location === null)
      throw new Error(`The provider stopped at ${answer.status}: ${await answer.text()}`);
    const to = new URL(location, next);
    if (to.href.startsWith(redirectTo)) return to;
    next = to.href;
  }
}
