// What the clinic app is told about who is signed in.

import type { CalendarDate } from '@breekpunt/core';
import { dayAt } from '../start/day-at.ts';
import type { SignedIn } from './signed-in.ts';

export interface SessionView {
  readonly user: Pick<SignedIn, 'id' | 'login' | 'displayName' | 'role' | 'language'>;
  readonly site: {
    readonly id: string;
    readonly name: string;
    readonly country: 'BE' | 'NL';
    readonly timeZone: string;
    readonly synthetic: boolean;
  };
  readonly today: CalendarDate;
  /** What must be done before any other route answers. */
  readonly toDo: SignedIn['toDo'];
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly idleUntil: Date | null;
  readonly until: Date | null;
}

export function sessionView(user: SignedIn, at: Date): SessionView {
  return {
    user: {
      id: user.id,
      login: user.login,
      displayName: user.displayName,
      role: user.role,
      language: user.language,
    },
    site: {
      id: user.site,
      name: user.siteName,
      country: user.country,
      timeZone: user.timeZone,
      synthetic: user.synthetic,
    },
    today: dayAt(at, user.timeZone),
    toDo: user.toDo,
    hasPassword: user.hasPassword,
    hasSecondFactor: user.hasSecondFactor,
    idleUntil: user.session?.idleUntil ?? null,
    until: user.session?.until ?? null,
  };
}
