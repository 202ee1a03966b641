// What one setting is, and the sentence with which a wrong value is refused.
// Decision: a setting carries its own documentation, so the page about settings is written from the same list that is
// read at start. A value is always text, as the environment gives it.

import type { z } from 'zod';

export interface Setting<T> {
  /** As written in the environment and in the settings file. */
  readonly name: string;
  /** What it does, for the person who installs. */
  readonly meaning: string;
  /** What a right value looks like; completes "expected …". */
  readonly expected: string;
  /** The value when nothing is given, in words for the page; null when leaving it out has a meaning of its own. */
  readonly whenAbsent: string;
  /** A wrong value is never repeated: it may hold a password. */
  readonly secret: boolean;
  readonly schema: z.ZodType<T, string>;
}

/** Why the program does not start: which setting, what was expected, what came. */
export interface SettingError {
  readonly setting: string;
  readonly expected: string;
  /** The value as given, shortened, or only its length when the setting is secret. */
  readonly came: string;
}

export function describeSettingError({ setting, expected, came }: SettingError): string {
  return `${setting}: expected ${expected}; came ${came}.`;
}

/** How a refused value is shown. */
export function shownValue(value: string, secret: boolean): string {
  if (value === '') return 'an empty text';
  if (secret) return `a text of ${value.length} characters, not shown here because it may hold a password`;
  return value.length > 60 ? `"${value.slice(0, 60)}…"` : `"${value}"`;
}
