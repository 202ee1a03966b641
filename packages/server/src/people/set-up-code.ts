// The code that opens the first-administrator set-up: printed where the server was started, so that only who may start
// it becomes its first administrator, and not whoever opens the address first.

import { randomInt, timingSafeEqual } from 'node:crypto';

export interface SetUpCode {
  readonly text: string;
  matches(given: string): boolean;
}

/** Without letters and digits that look alike. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** 60 bits, in three groups. */
export function newSetUpCode(): SetUpCode {
  const group = (): string => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return setUpCodeOf([group(), group(), group()].join('-'));
}

export function setUpCodeOf(text: string): SetUpCode {
  const bytes = Buffer.from(text);
  return {
    text,
    matches(given) {
      const tried = Buffer.from(given.trim().toUpperCase());
      return tried.length === bytes.length && timingSafeEqual(tried, bytes);
    },
  };
}
