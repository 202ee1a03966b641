// A request of the patient or a carer in a guide: the transaction of its hospital, who reads, and the moment.

import type { CalendarDate } from '@breekpunt/core';
import type { Actor, AuditAction } from '../../audit/audit-event.ts';
import type { LogReader } from '../../audit/read-audit.ts';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import { type Answer, redirect } from '../../http/answer.ts';
import { inLoggedTransaction, Refused } from '../../http/in-visit.ts';
import type { Call, Deed } from '../../http/visit.ts';
import { dayAt } from '../../start/day-at.ts';
import { type Guest, type GuideDoor, guestIn, guideSessionIn } from './guide-guest.ts';

export interface GuideVisit extends Call {
  readonly tx: SiteTransaction;
  readonly guest: Guest;
  /** The day at the hospital. */
  readonly today: CalendarDate;
  readonly reader: LogReader;
  /** Adds to the audit log, with the link by which it was done. */
  audit(deed: Deed): void;
}

const actor: Actor = { kind: 'patient' };

/** Who reads is looked up in the transaction in which they are answered; who may not enter stands before the door. */
export async function inGuideVisit(
  call: Call,
  door: GuideDoor,
  audit: AuditAction | 'none',
  handle: (visit: GuideVisit) => Promise<Answer>,
): Promise<Answer> {
  const before = doorOf(door.site, door.code);
  const session = guideSessionIn(call.cookie('guide'));
  if (session === null) return before;
  return inLoggedTransaction(call, door.site, actor, audit, async (tx, add) => {
    const guest = await guestIn(tx, door, session, call.at);
    if (guest === null) throw new Refused(before);
    return handle(visitOf(call, guest, tx, add));
  });
}

function visitOf(call: Call, guest: Guest, tx: SiteTransaction, add: (deed: Deed) => void): GuideVisit {
  return {
    ...call,
    tx,
    guest,
    today: dayAt(call.at, guest.timeZone),
    reader: { actor, address: call.address, at: call.at },
    audit: (deed) =>
      add({
        person: guest.person,
        object: { type: 'guide-link', id: String(guest.link) },
        ...deed,
        detail: { carer: guest.forCarer, ...deed.detail },
      }),
  };
}

/** The same for every address, so that it tells nobody which guides there are. */
export function doorOf(site: string, link: string): Answer {
  return redirect(`/g/${encodeURIComponent(site)}/${encodeURIComponent(link)}`);
}
