// Who stands behind a request: what was brought says of which hospital it is, and one look-up says whose it is now.

import type { SiteTransaction } from '../database/site-transaction.ts';
import type { SignedIn } from './signed-in.ts';

/** What a request brought, read but not yet believed. */
export interface Ticket {
  readonly kind: 'session' | 'program';
  readonly site: string;
  readonly hash: Buffer;
}

export interface Bearer {
  readonly user: SignedIn;
  /** Notes that it was used, now and then; null when that need not be. To be kept whatever becomes of the request. */
  readonly used: ((tx: SiteTransaction) => Promise<void>) | null;
}
