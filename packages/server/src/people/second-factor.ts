// The second factor: a code of six digits from an app on the person's telephone, new every half minute (TOTP, RFC 6238).
// Decision: the library computes; here stands what it leaves open: one step early or late is accepted, for clocks that
// differ, and no step twice.

import { Secret, TOTP } from 'otpauth';

const periodSeconds = 30;

function totp(secret: string, label: string, issuer: string): TOTP {
  const options = { algorithm: 'SHA1', digits: 6, period: periodSeconds } as const;
  return new TOTP({ ...options, secret: Secret.fromBase32(secret), label, issuer });
}

/** 160 bits, in base32. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** For a QR code: what the app on the telephone reads. */
export function secondFactorUri(secret: string, login: string, hospital: string): string {
  return totp(secret, login, `Breekpunt ${hospital}`).toString();
}

export function isSecret(text: string): boolean {
  return /^[A-Z2-7]{32}$/.test(text);
}

/** The step that the code belongs to; null when it is no right code of now, or of a step that was used before. */
export function stepOfCode(secret: string, code: string, at: Date, lastStep: number | null): number | null {
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totp(secret, '', '').validate({ token, timestamp: at.getTime(), window: 1 });
  if (delta === null) return null;
  const step = Math.floor(at.getTime() / 1_000 / periodSeconds) + delta;
  return lastStep !== null && step <= lastStep ? null : step;
}
