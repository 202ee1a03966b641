// What the session cookie holds: the hospital and 32 random bytes. The database keeps only a hash of the bytes, so that a
// stolen table opens no session; the hospital stands beside them because nothing can be looked up without it.

import { createHash, randomBytes } from 'node:crypto';

export interface SessionToken {
  readonly site: string;
  readonly hash: Buffer;
}

export function newToken(site: string): { readonly text: string; readonly hash: Buffer } {
  const secret = randomBytes(32).toString('base64url');
  return { text: `${site}.${secret}`, hash: hashOf(secret) };
}

const form = /^([a-z0-9][a-z0-9-]{0,38})\.([A-Za-z0-9_-]{43})$/;

/** Null when the text is not of our making. */
export function readToken(text: string | null): SessionToken | null {
  const [, site, secret] = form.exec(text ?? '') ?? [];
  return site === undefined || secret === undefined ? null : { site, hash: hashOf(secret) };
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
