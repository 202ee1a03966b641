// What a browser without script sends.

import type { AskOptions } from './test-server.ts';

/** A form as a page sends it. */
export function form(fields: Readonly<Record<string, string>>): Pick<AskOptions, 'body' | 'headers'> {
  return {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  };
}
