// Runs a handler in one transaction of the hospital, together with its lines of the audit log: kept when it answers,
// undone when it refuses, throws, or forgot the log that its route promised.

import type { Actor, AuditAction, AuditEvent } from '../audit/audit-event.ts';
import { recordAudit, wasLogged } from '../audit/record-audit.ts';
import { inSite, type SiteTransaction } from '../database/site-transaction.ts';
import type { SignedIn } from '../people/signed-in.ts';
import { dayAt } from '../start/day-at.ts';
import type { Answer } from './answer.ts';
import type { SiteRoute } from './route.ts';
import type { Call, Deed, Visit } from './visit.ts';

/** Thrown to roll back and answer nevertheless: what a transaction was begun for turned out not to be allowed. */
export class Refused extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) {
    super('refused');
    this.answer = answer;
  }
}

export function inVisit(
  call: Call,
  user: SignedIn,
  audit: SiteRoute['audit'],
  handle: (visit: Visit) => Promise<Answer>,
): Promise<Answer> {
  return inLoggedTransaction(call, user.site, actorOf(user), audit, (tx, add) =>
    handle(visitOf(call, user, tx, add)),
  );
}

export function actorOf(user: SignedIn): Actor {
  return { kind: 'user', user: user.id, onBehalfOf: null };
}

export function visitOf(call: Call, user: SignedIn, tx: SiteTransaction, audit: (deed: Deed) => void): Visit {
  return {
    ...call,
    tx,
    user,
    today: dayAt(call.at, user.timeZone),
    reader: { actor: actorOf(user), address: call.address, at: call.at },
    audit,
  };
}

export async function inLoggedTransaction(
  { context, at, address }: Call,
  site: string,
  /** Known before, or at least by the end. */
  actor: Actor | (() => Actor),
  audit: AuditAction | 'none',
  handle: (tx: SiteTransaction, add: (deed: Deed) => void) => Promise<Answer>,
): Promise<Answer> {
  const deeds: Deed[] = [];
  try {
    return await inSite(context.database.db, site, async (tx) => {
      const given = await handle(tx, (deed) => void deeds.push(deed));
      if (given.kind === 'problem') throw new Refused(given);
      if (deeds.length > 0) {
        const who = typeof actor === 'function' ? actor() : actor;
        await recordAudit(
          tx,
          context.keys,
          deeds.map((deed) => eventOf(deed, who, address, at)),
        );
      }
      if (audit !== 'none' && !wasLogged(tx)) throw new Error('A route did not log what it promised to log');
      return given;
    });
  } catch (thrown) {
    if (thrown instanceof Refused) return thrown.answer;
    throw thrown;
  }
}

export function eventOf(deed: Deed, actor: Actor, address: string, at: Date): AuditEvent {
  return {
    at,
    actor,
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
