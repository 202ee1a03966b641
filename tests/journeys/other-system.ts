// Another system of the hospital on this machine, as a journey needs it: it signs requests for cards and has its public keys at
// an address.

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export interface OtherSystem {
  readonly issuer: string;
  readonly jwksUrl: string;
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
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString();
    });
    request.on('end', () => {
      if (request.url === '/hook') told.push(body);
      response.setHeader('content-type', 'application/json');
      response.end(request.url === '/jwks.json' ? JSON.stringify({ keys }) : '{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let tokens = 0;
  return {
    issuer,
    jwksUrl: `${issuer}/jwks.json`,
    told,
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
