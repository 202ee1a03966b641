// A case on its way to a hospital of another installation: a file that only a code opens. The code is shown once to whoever makes
// the file, and is told to the colleague there by another way than the file. Decision: AES-256-GCM with a key that scrypt makes of
// the code, so that a file that was altered or met the wrong code does not open, and says nothing.

import { createCipheriv, createDecipheriv, randomBytes, randomInt, scryptSync } from 'node:crypto';
import { failure, type Result, success } from '@breekpunt/core';
import { z } from 'zod';

export interface OutsideCase {
  /** The hospital that it comes from, by name. */
  readonly from: string;
  readonly transferKey: string;
  readonly consentBy: 'patient' | 'representative';
  /** As `writeCaseFile` wrote it. */
  readonly text: string;
}

export type FileProblem = 'not-a-case-file' | 'does-not-open';

/** Without letters and digits that look alike. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const groups = 5;
const groupLength = 4;

/** 100 bits, in groups that can be read out over the telephone. */
export function newFileCode(): string {
  const group = (): string =>
    Array.from({ length: groupLength }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}

const envelope = z.object({
  format: z.literal('breekpunt-case-file'),
  version: z.literal(1),
  salt: z.base64().max(100),
  nonce: z.base64().max(100),
  tag: z.base64().max(100),
  sealed: z.base64(),
});

const inside = z.object({
  from: z.string().min(1).max(200),
  transferKey: z.guid(),
  consentBy: z.enum(['patient', 'representative']),
  text: z.string(),
});

const about = Buffer.from('breekpunt-case-file 1');

export function sealFile(code: string, outside: OutsideCase): string {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(code, salt), nonce);
  cipher.setAAD(about);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(outside), 'utf8'), cipher.final()]);
  return JSON.stringify({
    format: 'breekpunt-case-file',
    version: 1,
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    sealed: sealed.toString('base64'),
  });
}

export function openFile(code: string, file: Buffer): Result<OutsideCase, FileProblem> {
  const read = envelope.safeParse(parsed(file.toString('utf8')));
  if (!read.success) return failure('not-a-case-file');
  const [salt, nonce, tag, sealed] = [read.data.salt, read.data.nonce, read.data.tag, read.data.sealed].map(
    (part) => Buffer.from(part, 'base64'),
  );
  if (salt === undefined || nonce?.length !== 12 || tag?.length !== 16 || sealed === undefined)
    return failure('not-a-case-file');
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(code, salt), nonce);
    decipher.setAAD(about);
    decipher.setAuthTag(tag);
    const text = Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
    const outside = inside.safeParse(parsed(text));
    return outside.success ? success(outside.data) : failure('not-a-case-file');
  } catch {
    return failure('does-not-open');
  }
}

function keyOf(code: string, salt: Buffer): Buffer {
  const plain = code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  return scryptSync(plain, salt, 32, { N: 2 ** 14, r: 8, p: 1 });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
