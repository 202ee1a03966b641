// Passwords, kept as argon2id in PHC form ($argon2id$v=19$m=…,t=…,p=…$salt$hash).
// Decision: Node's own argon2; memory and passes are those that OWASP names for argon2id (19 MiB, 2 passes), written in
// each hash, so that they can grow without asking anybody for a new password.

import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const hashOf = promisify(argon2);

interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

const cost: Cost = { memory: 19_456, passes: 2, parallelism: 1 };
const hashLength = 32;

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost, hashLength);
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`;
}

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Null for whoever has no password: it takes as long as a wrong one, so that time tells nobody which names exist. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const parts = phc.exec(kept ?? '');
  if (parts === null) {
    await derive(password, Buffer.alloc(16), cost, hashLength);
    return false;
  }
  const [, memory, passes, parallelism, salt = '', hash = ''] = parts;
  const expected = Buffer.from(hash, 'base64');
  const found = await derive(
    password,
    Buffer.from(salt, 'base64'),
    { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    expected.length,
  );
  return timingSafeEqual(found, expected);
}

function derive(
  password: string,
  salt: Buffer,
  { memory, passes, parallelism }: Cost,
  length: number,
): Promise<Buffer> {
  // One form for one password, whichever way a keyboard makes its accents.
  const message = Buffer.from(password.normalize('NFC'), 'utf8');
  return hashOf('argon2id', { message, nonce: salt, memory, passes, parallelism, tagLength: length });
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
