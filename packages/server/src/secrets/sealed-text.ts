// A short text that the database keeps but cannot read: AES-256-GCM, bound to the place where it belongs.

import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const format = 1;
const nonceLength = 12;
const tagLength = 16;

/** `place` is not secret; opening with another place fails, so a value cannot be moved to another row's meaning. */
export function sealText(key: Buffer, place: readonly string[], text: string): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  cipher.setAAD(placeBytes(place));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(format), nonce, cipher.getAuthTag(), body]);
}

/** Throws when the text was altered, moved or sealed with another key: a broken promise, not ordinary input. */
export function openText(key: Buffer, place: readonly string[], sealed: Buffer): string {
  if (sealed[0] !== format) throw new Error('A sealed text has an unknown format');
  const nonce = sealed.subarray(1, 1 + nonceLength);
  const tag = sealed.subarray(1 + nonceLength, 1 + nonceLength + tagLength);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  decipher.setAAD(placeBytes(place));
  decipher.setAuthTag(tag);
  const body = sealed.subarray(1 + nonceLength + tagLength);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
}

/** Equal for equal texts of one place, and telling nothing to who has no key. */
export function blindIndex(key: Buffer, place: readonly string[], text: string): Buffer {
  return createHmac('sha256', key)
    .update(placeBytes([...place, text]))
    .digest();
}

/** JSON, so that ['a', 'bc'] and ['ab', 'c'] differ. */
function placeBytes(place: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify(place), 'utf8');
}
