// The one secret of an installation and the keys made from it, one for each purpose.
// Decision: the secret lives in a file beside the records and never in the environment, where every child process and
// error page would see it. It is made only for a database that does not exist yet: a new secret on old records would
// make their identifiers unreadable without a word.

import { hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { failure, type Result, success } from '@breekpunt/core';
import { createOnce } from './create-once.ts';

export interface Keys {
  /** AES-256 for identifiers. */
  readonly sealing: Buffer;
  /** HMAC for finding equal identifiers. */
  readonly index: Buffer;
  /** HMAC for the audit chain. */
  readonly audit: Buffer;
  /** HMAC for recognising the installation's own secret. */
  readonly check: Buffer;
}

export type KeyError =
  | { readonly kind: 'no-key'; readonly path: string }
  | { readonly kind: 'not-a-key'; readonly path: string };

export function describeKeyError({ kind, path }: KeyError): string {
  if (kind === 'no-key')
    return `There is no key in ${path}. Put the key of this database back, or name its file in BREEKPUNT_KEY_FILE; for a new installation make one: openssl rand -base64 32.`;
  return `The file ${path} should hold 32 bytes in base64, and holds something else. Put the right key back.`;
}

export function readKeys(path: string, whenAbsent: 'make' | 'refuse'): Result<Keys, KeyError> {
  if (whenAbsent === 'make') {
    mkdirSync(dirname(path), { recursive: true });
    createOnce(path, `${randomBytes(32).toString('base64')}\n`);
  }
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trim();
  } catch {
    return failure({ kind: 'no-key', path });
  }
  const secret = Buffer.from(text, 'base64');
  const whole = /^[A-Za-z0-9+/]{43}=$/.test(text) && secret.length === 32;
  return whole ? success(keysFrom(secret)) : failure({ kind: 'not-a-key', path });
}

export function keysFrom(secret: Buffer): Keys {
  const derive = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `breekpunt 1 ${purpose}`, 32));
  return {
    sealing: derive('identifier sealing'),
    index: derive('identifier index'),
    audit: derive('audit chain'),
    check: derive('key check'),
  };
}
