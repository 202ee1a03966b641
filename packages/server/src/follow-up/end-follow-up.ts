// Follow-up ends before its time: the patient died, wants no more of it, or moved away. Decision: the case closes with that
// reason, and the planner ends what was still owed. In the figures death leaves the patient out from that day on (the sets
// count who was alive); somebody who declined or moved away stays counted, as one who was not followed up. Whoever is on
// denosumab leaves only when it is said who gives the next injection. What was a mistake, or a patient who comes back, is
// taken up again: the planner brings the contacts whose windows are still open.

import { addDays, type CalendarDate, failure, type Result, success } from '@breekpunt/core';
import { type ContactRules, doseHandover, doseStanding } from '@breekpunt/intervene';
import { z } from 'zod';
import { calendarDay } from '../case/calendar-day.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { holdPersons } from '../intake/reports/refresh-persons.ts';
import { caseById, changeCase } from '../records/fls-case.ts';
import type { ChangeRefused } from '../records/optimistic-change.ts';
import { setOnPerson } from '../records/person.ts';
import { addHandoverTask } from './dose-handover-task.ts';
import { followedPeople } from './followed-people.ts';
import { knownTreatment } from './known-treatment.ts';
import { planContacts } from './plan-contacts.ts';

export const endings = ['deceased', 'declined', 'moved-away'] as const;

export interface Ending {
  readonly because: (typeof endings)[number];
  /** Of a death, when it is known. */
  readonly on: CalendarDate | null;
  /** Of somebody on denosumab: who gives the next injection. */
  readonly nextDoseBy: string | null;
}

export const endingBody: z.ZodType<Ending> = z.strictObject({
  because: z.enum(endings),
  on: calendarDay.nullable().default(null),
  nextDoseBy: z.string().trim().min(1).max(120).nullable().default(null),
});

export type EndRefused =
  | ChangeRefused
  | { readonly kind: 'not-open' }
  | { readonly kind: 'in-the-future' }
  /** FC23. */
  | { readonly kind: 'handover-needed' };

export interface Closed {
  readonly person: number;
  /** Of the case, after it. */
  readonly version: number;
}

export async function endFollowUp(
  tx: SiteTransaction,
  id: number,
  onVersion: number,
  { because, on, nextDoseBy }: Ending,
  rules: ContactRules,
  by: { readonly user: number; readonly at: Date; readonly today: CalendarDate },
): Promise<Result<Closed, EndRefused>> {
  const before = await caseById(tx, id);
  if (before === null) return failure({ kind: 'not-found' });
  if (before.state !== 'open') return failure({ kind: 'not-open' });
  if (on !== null && on > by.today) return failure({ kind: 'in-the-future' });
  const [followed] = await followedPeople(tx, [before.person]);
  const treatment = followed === undefined ? null : (knownTreatment(followed)?.treatment ?? null);
  const handsOn = doseHandover(because, treatment).length > 0;
  if (handsOn && nextDoseBy === null) return failure({ kind: 'handover-needed' });
  // A day of death that is not named stays as it was.
  const death = { deceased: 'yes', ...(on === null ? {} : { death_date: on }) } as const;
  if (because === 'deceased') {
    await holdPersons(tx, [before.person]);
    await setOnPerson(tx, before.person, death, by.at);
  }
  const changed = await changeCase(tx, id, {
    onVersion,
    by: by.user,
    at: by.at,
    progress: { ...before, state: 'closed', reason: because, dueOn: null, snoozedUntil: null },
  });
  if (!changed.ok) return changed;
  if (handsOn && nextDoseBy !== null && treatment !== null)
    await addHandoverTask(
      tx,
      { person: before.person, case: id, owner: before.owner },
      { nextDoseBy, nextDoseOn: doseStanding(treatment, rules)?.dueOn ?? null },
      { user: by.user, dueOn: addDays(by.today, rules.pressingTaskDays) },
    );
  await planContacts(tx, [before.person], rules, by.at);
  return success({ person: before.person, version: changed.value });
}

export type ResumeRefused = ChangeRefused | { readonly kind: 'not-ended' };

/** It was a mistake, or the patient comes back: the case is open again, and what is still owed is planned. */
export async function resumeFollowUp(
  tx: SiteTransaction,
  id: number,
  onVersion: number,
  rules: ContactRules,
  by: { readonly user: number; readonly at: Date },
): Promise<Result<Closed, ResumeRefused>> {
  const before = await caseById(tx, id);
  if (before === null) return failure({ kind: 'not-found' });
  const ended = endings.find((each) => each === before.reason);
  if (before.state !== 'closed' || ended === undefined) return failure({ kind: 'not-ended' });
  if (ended === 'deceased') await setOnPerson(tx, before.person, { deceased: 'no', death_date: null }, by.at);
  const changed = await changeCase(tx, id, {
    onVersion,
    by: by.user,
    at: by.at,
    progress: { ...before, state: 'open', reason: null },
  });
  if (!changed.ok) return changed;
  await planContacts(tx, [before.person], rules, by.at);
  return success({ person: before.person, version: changed.value });
}
