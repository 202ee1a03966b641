// What a drug itself asks for on a day: the next dose, the end of a course, judging again, what follows. Decision: a deadline
// whose day has passed is asked about again and again, because a dose that was forgotten once is forgotten for good.

import { addDays, type CalendarDate, compareDates } from '@breekpunt/core';
import { type ClockKind, safetyClocks } from '../bone/safety-clocks.ts';
import { isMade, talks } from './contact-made.ts';
import type { ContactRules } from './contact-rules.ts';
import { doseStanding } from './dose-standing.ts';
import type { FollowedCase, MadeContact, Owed } from './planned-contacts.ts';
import { unknownPatient } from './unknown-patient.ts';

/** Those that nobody asked about yet, or has to ask about again. */
export function drugDeadlines(followed: FollowedCase, rules: ContactRules): readonly Owed[] {
  const owed = deadlines(followed, rules).flatMap((contact) => stillOwed(contact, followed.made, rules));
  return [...owed, ...unknownDose(followed, rules)];
}

function deadlines({ treatment, followsOn }: FollowedCase, rules: ContactRules): Owed[] {
  if (treatment === null) return followsOn === null ? [] : [plannedFollower(followsOn)];
  const { clocks } = safetyClocks(treatment, unknownPatient, rules.clocks);
  const at = (kind: ClockKind) => clocks.find((clock) => clock.kind === kind);
  const owed: Owed[] = [];
  const dose = doseStanding(treatment, rules);
  if (dose !== null && dose.dueOn !== null && dose.overdueOn !== null) {
    const from = addDays(dose.dueOn, -7 * rules.doseWarningWeeks);
    const reasons = [...new Set([...dose.reasons, 'FC5'])];
    owed.push({ moment: 'injection', from, due: dose.dueOn, until: dose.overdueOn, reasons });
  }
  const arrange = at('arrange-following-drug');
  const end = at('course-ends');
  if (arrange !== undefined && end !== undefined)
    owed.push({
      ...{ moment: 'course-end', from: arrange.on, due: end.on, until: end.on },
      reasons: [...new Set([...arrange.reasons, ...end.reasons])],
    });
  const judge = at('judge-again');
  if (judge !== undefined)
    owed.push({
      moment: 'judge-again',
      from: addDays(judge.on, -rules.yearlyWindowDays),
      due: judge.on,
      until: addDays(judge.on, rules.yearlyWindowDays),
      reasons: judge.reasons,
    });
  const following = at('following-drug-due');
  if (following !== undefined && treatment.stoppedOn !== null) {
    const due = followsOn === null ? following.on : earlier(followsOn, following.on);
    owed.push({
      ...{ moment: 'following-drug', from: earlier(treatment.stoppedOn, due), due, until: due },
      reasons: followsOn === null ? following.reasons : [...following.reasons, 'FC22'],
    });
  } else if (followsOn !== null) owed.push(plannedFollower(followsOn));
  return owed;
}

/** FC22: of a drug that leaves no clock behind, the day that was written down is the only one. */
function plannedFollower(on: CalendarDate): Owed {
  return { moment: 'following-drug', from: on, due: on, until: on, reasons: ['FC22'] };
}

function earlier(one: CalendarDate, other: CalendarDate): CalendarDate {
  return compareDates(one, other) < 0 ? one : other;
}

/** Without the day of the last dose it is asked, and stays to be asked until somebody knows. */
function unknownDose({ treatment, zero }: FollowedCase, rules: ContactRules): Owed[] {
  const dose = treatment === null ? null : doseStanding(treatment, rules);
  if (dose === null || dose.dueOn !== null) return [];
  return [{ moment: 'injection', from: zero, due: zero, until: zero, reasons: dose.reasons }];
}

/**
 * A deadline of a drug is asked about before its day, again when the day has passed without it, and from then on every few
 * weeks (FC21): it stands until what was due is given, begun or stopped.
 */
function stillOwed(contact: Owed, made: readonly MadeContact[], rules: ContactRules): Owed[] {
  const { moment, from, until } = contact;
  if (talks.includes(moment)) return isMade(contact, made) ? [] : [contact];
  const since = rules.on > until ? until : from;
  const last = made
    .filter((one) => one.moment === moment && one.doneOn >= since)
    .map(({ doneOn }) => doneOn)
    .toSorted(compareDates)
    .at(-1);
  if (last === undefined) return [contact];
  if (rules.on <= until) return [];
  const again = addDays(last, rules.askAgainDays);
  const reasons = [...new Set([...contact.reasons, 'FC21'])];
  return [{ moment, from: again, due: again, until: again, reasons }];
}
