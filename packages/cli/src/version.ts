// The version of the program, as its package states it.

import { readFileSync } from 'node:fs';

export function version(): string {
  const about = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    readonly version: string;
  };
  return about.version;
}
