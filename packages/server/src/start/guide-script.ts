// The script of the patient's guide, as the web build left it. Decision: its address carries a hash of its content, so that
// a phone that keeps files for long still gets a new one; without a build a guide simply has no script.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export function guideScriptIn(webApp: string | null): string | null {
  const file = webApp === null ? null : join(webApp, 'guide', 'guide.js');
  if (file === null || !existsSync(file)) return null;
  const hash = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12);
  return `/guide/guide.js?${hash}`;
}
