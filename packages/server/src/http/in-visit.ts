// Runs a handler in one transaction of the hospital, together with its lines of the audit log: kept when it answers,
// undone when it refuses, throws, or forgot the log that its route promised.

import type { AuditEvent } from '../audit/audit-event.ts';
import { recordAudit, wasLogged } from '../audit/record-audit.ts';
import { inSite } from '../database/site-transaction.ts';
import type { SignedIn } from '../people/signed-in.ts';
import { dayAt } from '../start/day-at.ts';
import type { Answer } from './answer.ts';
import type { SiteRoute } from './route.ts';
import type { Call, Deed, Visit } from './visit.ts';

/** Thrown to roll back, and caught in the same function. */
class Refused extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) {
    super('refused');
    this.answer = answer;
  }
}

export async function inVisit(
  call: Call,
  user: SignedIn,
  audit: SiteRoute['audit'],
  handle: (visit: Visit) => Promise<Answer>,
): Promise<Answer> {
  const { context, at, address } = call;
  const deeds: Deed[] = [];
  try {
    return await inSite(context.database.db, user.site, async (tx) => {
      const given = await handle({
        ...call,
        tx,
        user,
        today: dayAt(at, user.timeZone),
        reader: { actor: { kind: 'user', user: user.id, onBehalfOf: null }, address, at },
        audit: (deed) => void deeds.push(deed),
      });
      if (given.kind === 'problem') throw new Refused(given);
      await recordAudit(
        tx,
        context.keys,
        deeds.map((deed) => eventOf(deed, user, address, at)),
      );
      if (audit !== 'none' && !wasLogged(tx)) throw new Error('A route did not log what it promised to log');
      return given;
    });
  } catch (thrown) {
    if (thrown instanceof Refused) return thrown.answer;
    throw thrown;
  }
}

export function eventOf(deed: Deed, user: SignedIn, address: string, at: Date): AuditEvent {
  return {
    at,
    actor: { kind: 'user', user: user.id, onBehalfOf: null },
    outcome: 'done',
    person: null,
    shown: [],
    object: null,
    detail: {},
    breakGlass: null,
    address,
    ...deed,
  };
}
