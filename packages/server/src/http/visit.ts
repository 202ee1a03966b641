// What a route has in hand: the transaction of the hospital of whoever is signed in, who that is, and the moment.

import type { CalendarDate } from '@breekpunt/core';
import type { FastifyBaseLogger } from 'fastify';
import type { AuditEvent } from '../audit/audit-event.ts';
import type { LogReader } from '../audit/read-audit.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import type { SignedIn } from '../people/signed-in.ts';
import type { CookieName } from './cookies.ts';
import type { ServerContext } from './server-context.ts';

/** What a route adds to the audit log; who, from where and when are known already. */
export type Deed = Pick<AuditEvent, 'action'> &
  Partial<Pick<AuditEvent, 'outcome' | 'person' | 'shown' | 'object' | 'detail' | 'breakGlass'>>;

/** A request before anybody is known. */
export interface Call {
  readonly context: ServerContext;
  readonly at: Date;
  /** Where the request came from, after the proxies that are trusted. */
  readonly address: string;
  readonly log: FastifyBaseLogger;
  /** The token that a program brought; null when it brought none. */
  readonly bearer: string | null;
  /** The value of one of our cookies; null when it did not come. */
  cookie(name: CookieName): string | null;
  /** A header of the request, by its name in lower case; null when it did not come. */
  header(name: string): string | null;
  /** The languages that the browser would rather read, as it says it; empty when it does not. */
  readonly acceptLanguage: string;
}

/** A request of somebody who is signed in, within one transaction of their hospital. */
export interface Visit extends Call {
  /** Commits when the handler answers; rolled back when it refuses or throws. */
  readonly tx: SiteTransaction;
  readonly user: SignedIn;
  /** The day at the hospital. */
  readonly today: CalendarDate;
  /** For functions that read and log in one go (`loggedSearch`, `whoLookedAt`). */
  readonly reader: LogReader;
  /** Adds to the audit log when the handler is done, in the same transaction. */
  audit(deed: Deed): void;
}
