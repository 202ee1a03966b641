// Somebody who is signed in, as found for one request.

import type { Language } from '@breekpunt/core';
import type { Role } from './role.ts';

export interface SignedIn {
  readonly site: string;
  readonly siteName: string;
  readonly timeZone: string;
  readonly country: 'BE' | 'NL';
  /** Invented patients: said on every page. */
  readonly synthetic: boolean;
  readonly id: number;
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
  readonly language: Language;
  /** What must be done before anything else. */
  readonly toDo: 'change-password' | 'set-second-factor' | null;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  /** Null for a machine, which has a key. */
  readonly session: Session | null;
  /** What a token of a few minutes was granted; null for whoever came by a session or a key. */
  readonly scopes: readonly string[] | null;
  /** What the account of a program may read over FHIR with its key; nothing for people, whose role says it. */
  readonly granted: readonly string[];
}

interface Session {
  /** Of the token: names the session without opening it. */
  readonly hash: Buffer;
  /** When it ends if nothing more is asked, and when it ends in any case. */
  readonly idleUntil: Date;
  readonly until: Date;
}
