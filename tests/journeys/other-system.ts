// Another system of the hospital on this machine, as a journey needs it: it signs requests for cards, hears webhooks, and signs
// its own people in for this app (SMART). It stands in for somebody else's program.

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export interface OtherSystem {
  readonly issuer: string;
  readonly jwksUrl: string;
  readonly fhirBase: string;
  /** Who sits there, and the number of the patient who is open. */
  readonly there: { login: string; patientNumber: string };
  /** The page from which a person opens this app. */
  opener(launchAddress: string): string;
  /** What was posted to /hook, in order. */
  readonly told: string[];
  /** Posts to an address of ours with a token for it; the answer as JSON. */
  ask(address: string, body: object): Promise<{ readonly status: number; readonly body: unknown }>;
  close(): Promise<void>;
}

export async function otherSystem(): Promise<OtherSystem> {
  const { publicKey, privateKey } = await generateKeyPair('ES384');
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'journey', alg: 'ES384', use: 'sig' }];
  const told: string[] = [];
  const there = { login: '', patientNumber: '' };
  let asked = new URLSearchParams();
  let launchAddress = '';
  const idToken = (): Promise<string> =>
    new SignJWT({ preferred_username: there.login, nonce: asked.get('nonce') ?? '' })
      .setProtectedHeader({ alg: 'ES384', kid: 'journey' })
      .setIssuer(fhirBase)
      .setSubject(`person ${there.login}`)
      .setAudience(asked.get('client_id') ?? '')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey);
  const answers: Readonly<Record<string, (body: URLSearchParams) => object | Promise<object>>> = {
    '/jwks.json': () => ({ keys }),
    '/hook': () => ({}),
    '/fhir/.well-known/smart-configuration': () => ({
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks.json`,
      issuer: fhirBase,
    }),
    '/token': async (body) => {
      const verifier = createHash('sha256')
        .update(body.get('code_verifier') ?? '')
        .digest('base64url');
      if (verifier !== asked.get('code_challenge')) return { error: 'invalid_grant' };
      return { access_token: 'there', token_type: 'Bearer', patient: 'p1', id_token: await idToken() };
    },
    '/fhir/Patient/p1': () => ({
      resourceType: 'Patient',
      id: 'p1',
      identifier: [{ system: 'urn:ziekenhuis:nummer', value: there.patientNumber }],
    }),
  };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString();
    });
    request.on('end', () => void answerTo(request, response, body));
  });

  async function answerTo(request: IncomingMessage, response: ServerResponse, body: string): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer);
    if (pathname === '/hook') told.push(body);
    if (pathname === '/patient') {
      const link = `${launchAddress}?iss=${encodeURIComponent(fhirBase)}&launch=open`;
      response.setHeader('content-type', 'text/html');
      response.end(
        `<!doctype html><html lang="nl"><title>EPD</title><link rel="icon" href="data:,"><a href="${link}">Open Breekpunt</a></html>`,
      );
      return;
    }
    if (pathname === '/authorize') {
      asked = searchParams;
      const back = new URL(asked.get('redirect_uri') ?? '');
      back.searchParams.set('code', 'good');
      back.searchParams.set('state', asked.get('state') ?? '');
      response.writeHead(302, { location: back.href }).end();
      return;
    }
    const answer = await answers[pathname]?.(new URLSearchParams(body));
    response.statusCode = answer === undefined ? 404 : 200;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer ?? {}));
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fhirBase = `${issuer}/fhir`;
  let tokens = 0;
  return {
    issuer,
    jwksUrl: `${issuer}/jwks.json`,
    told,
    fhirBase,
    there,
    opener(address) {
      launchAddress = address;
      // Another site than this app's, as in life: cookies of ours do not come along from it.
      return `${issuer.replace('127.0.0.1', 'localhost')}/patient`;
    },
    async ask(address, body) {
      tokens += 1;
      const token = await new SignJWT({})
        .setProtectedHeader({ alg: 'ES384', typ: 'JWT', kid: 'journey' })
        .setIssuer(issuer)
        .setAudience(address)
        .setJti(`journey-${tokens}`)
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(privateKey);
      const answer = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(body),
      });
      return { status: answer.status, body: await answer.json() };
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
