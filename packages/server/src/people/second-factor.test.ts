import { expect, test } from 'vitest';
import { isSecret, newSecret, secondFactorUri, stepOfCode } from './second-factor.ts';

/** "12345678901234567890" in base32: the secret of RFC 6238, appendix B. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

/** Time in seconds and the last six of the eight digits that the RFC gives for SHA-1. */
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('the code of RFC 6238 at %d seconds is %s', (seconds, code) => {
  expect(stepOfCode(secret, code, new Date(seconds * 1_000), null)).toBe(Math.floor(seconds / 30));
});

test('a clock may be half a minute off to either side, and no more', () => {
  const at = (seconds: number): number | null =>
    stepOfCode(secret, '081804', new Date(seconds * 1_000), null);
  const step = Math.floor(1_111_111_109 / 30);
  expect([at(1_111_111_109 - 30), at(1_111_111_109 + 30)]).toEqual([step, step]);
  expect([at(1_111_111_109 - 60), at(1_111_111_109 + 60)]).toEqual([null, null]);
});

test('spaces in a code are no matter; letters, other lengths and steps used before are', () => {
  const now = new Date(1_111_111_109_000);
  const step = Math.floor(1_111_111_109 / 30);
  expect(stepOfCode(secret, ' 081 804 ', now, step - 1)).toBe(step);
  expect(stepOfCode(secret, '081804', now, step)).toBeNull();
  for (const code of ['', '81804', '0081804', '08180a', '٠٨١٨٠٤'])
    expect(stepOfCode(secret, code, now, null)).toBeNull();
});

test('a new secret has 160 bits and comes with the address that a telephone reads', () => {
  const made = newSecret();
  expect(isSecret(made)).toBe(true);
  expect(made).not.toBe(newSecret());
  expect(secondFactorUri(made, 'els', 'AZ Sint-Jan')).toMatch(
    new RegExp(`^otpauth://totp/.+\\?issuer=Breekpunt.*&secret=${made}`),
  );
});
