// A request of the patient or a carer in a guide: the transaction of its hospital, who reads, and the moment.

import type { CalendarDate } from '@breekpunt/core';
import type { Actor, AuditAction } from '../../audit/audit-event.ts';
import type { LogReader } from '../../audit/read-audit.ts';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import { type Answer, redirect } from '../../http/answer.ts';
import { inLoggedTransaction } from '../../http/in-visit.ts';
import type { Call, Deed } from '../../http/visit.ts';
import { dayAt } from '../../start/day-at.ts';
import type { Guest } from './guide-guest.ts';

export interface GuideVisit extends Call {
  readonly tx: SiteTransaction;
  readonly guest: Guest;
  /** The day at the hospital. */
  readonly today: CalendarDate;
  readonly reader: LogReader;
  /** Adds to the audit log, with the link by which it was done. */
  audit(deed: Deed): void;
}

export function inGuideVisit(
  call: Call,
  guest: Guest,
  audit: AuditAction | 'none',
  handle: (visit: GuideVisit) => Promise<Answer>,
): Promise<Answer> {
  const actor: Actor = { kind: 'patient' };
  return inLoggedTransaction(call, guest.site, actor, audit, (tx, add) =>
    handle({
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
    }),
  );
}

/** The same for every address, so that it tells nobody which guides there are. */
export function doorOf(site: string, link: string): Answer {
  return redirect(`/g/${encodeURIComponent(site)}/${encodeURIComponent(link)}`);
}
