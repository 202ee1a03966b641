// The secret of the second factor as the database keeps it: sealed, and good for one person of one hospital only.

import type { Keys } from '../secrets/keys.ts';
import { openText, sealText } from '../secrets/sealed-text.ts';

type Sealing = Pick<Keys, 'sealing'>;

function place(site: string, user: number): readonly string[] {
  return ['second factor', site, String(user)];
}

export function sealSecondFactor({ sealing }: Sealing, site: string, user: number, secret: string): Buffer {
  return sealText(sealing, place(site, user), secret);
}

export function openSecondFactor({ sealing }: Sealing, site: string, user: number, sealed: Buffer): string {
  return openText(sealing, place(site, user), sealed);
}
