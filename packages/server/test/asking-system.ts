// Another system of the hospital, on this machine: it has keys, signs tokens, keeps a FHIR server, and remembers what it was
// asked. It stands in for somebody else's program.

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';

export interface AskingSystem {
  /** http://127.0.0.1:port */
  readonly address: string;
  readonly issuer: string;
  readonly fhirBase: string;
  readonly jwksUrl: string;
  readonly jwks: { readonly keys: readonly JWK[] };
  /** By path, such as /fhir/Patient/1: what it answers with; what is not there is 404. */
  readonly answers: Map<string, unknown>;
  /** In place of `answers`, for a path that needs more. */
  readonly handlers: Map<string, (request: IncomingMessage, response: ServerResponse, body: string) => void>;
  /** Every address that was asked, in order. */
  readonly asked: string[];
  sign(claims: JWTPayload, options?: SignOptions): Promise<string>;
  close(): Promise<void>;
}

export interface SignOptions {
  readonly alg?: 'ES384' | 'RS384' | 'HS256';
  readonly header?: Readonly<Record<string, unknown>>;
  /** Seconds from now. */
  readonly exp?: number;
  readonly now?: Date;
}

let tokens = 0;

export async function askingSystem(): Promise<AskingSystem> {
  const pair = await generateKeyPair('ES384', { extractable: true });
  const other = await generateKeyPair('RS384', { extractable: true });
  const keys = [
    { ...(await exportJWK(pair.publicKey)), kid: 'ec', alg: 'ES384', use: 'sig' },
    { ...(await exportJWK(other.publicKey)), kid: 'rsa', alg: 'RS384', use: 'sig' },
  ];
  const answers = new Map<string, unknown>();
  const handlers: AskingSystem['handlers'] = new Map();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    asked.push(`${request.method} ${url}`);
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString();
    });
    request.on('end', () => {
      const path = url.split('?')[0] ?? '';
      const handler = handlers.get(path);
      if (handler !== undefined) return handler(request, response, body);
      const answer = answers.get(url) ?? answers.get(path);
      response.statusCode = answer === undefined ? 404 : 200;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer ?? {}));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  answers.set('/jwks.json', { keys });
  return {
    address,
    issuer: `${address}/issuer`,
    fhirBase: `${address}/fhir`,
    jwksUrl: `${address}/jwks.json`,
    jwks: { keys },
    answers,
    handlers,
    asked,
    async sign(claims, { alg = 'ES384', header = {}, exp = 300, now = new Date() } = {}) {
      tokens += 1;
      const seconds = Math.floor(now.getTime() / 1_000);
      const key =
        alg === 'HS256'
          ? new TextEncoder().encode('a secret that both sides would have to know')
          : alg === 'ES384'
            ? pair.privateKey
            : other.privateKey;
      return new SignJWT({ jti: `token-${tokens}`, iat: seconds, exp: seconds + exp, ...claims })
        .setProtectedHeader({ alg, typ: 'JWT', kid: alg === 'ES384' ? 'ec' : 'rsa', ...header })
        .sign(key);
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
