// The code in the address of a guide, and the PIN beside it. Decision: twenty signs of Crockford's alphabet (100 random
// bits), in four groups, so that somebody without a camera can type what stands on paper; small or capital, with or without
// dashes, and an O for a zero does no harm. The PIN has six digits and is worth little without the code.

import { createHash, randomBytes, randomInt } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const length = 20;

/** As it stands in the address: four groups of five. */
export function newGuideCode(): string {
  const signs = [...randomBytes(length)].map((byte) => alphabet[byte % 32]).join('');
  return grouped(signs);
}

/** The code as we write it; null when it cannot be one of ours. */
export function readGuideCode(text: string): string | null {
  const signs = text.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1');
  return signs.length === length && [...signs].every((sign) => alphabet.includes(sign))
    ? grouped(signs)
    : null;
}

function grouped(signs: string): string {
  return signs.replaceAll(/(.{5})(?=.)/g, '$1-');
}

/** What the database knows a code by. */
export function guideCodeHash(code: string): Buffer {
  return createHash('sha256').update(`guide ${code}`).digest();
}

export function newPin(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** Digits alone; people write a PIN with spaces. Null when there are not six. */
export function readPin(text: string): string | null {
  const digits = text.replaceAll(/[\s.-]/g, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}
