// Which contacts a patient is owed, when, and by which rule. Decision: computed whole from the record on any day, never
// counted on from what was planned before: so the same record always gives the same contacts, and a night that did not
// run changes nothing. A contact that was missed stays owed until the window of the next one opens.

import { addDays, addMonths, type CalendarDate, compareDates } from '@breekpunt/core';
import type { KnowledgeStatus } from '@breekpunt/knowledge';
import { type ClockKind, type CurrentTreatment, safetyClocks } from '../bone/safety-clocks.ts';
import type { ContactRules } from './contact-rules.ts';
import { doseStanding } from './dose-standing.ts';
import { unknownPatient } from './unknown-patient.ts';

export const contactMoments = [
  '3-months',
  '16-weeks',
  '6-months',
  '52-weeks',
  'yearly',
  'injection',
  'judge-again',
  'course-end',
  'following-drug',
  'unplanned',
] as const;
export type ContactMoment = (typeof contactMoments)[number];

/** A contact that took place, or was given up after its attempts. */
export interface MadeContact {
  readonly moment: ContactMoment;
  readonly doneOn: CalendarDate;
  readonly reached: boolean;
}

export const followEnds = ['deceased', 'declined', 'moved-away', 'new-fracture'] as const;
export type FollowEnd = (typeof followEnds)[number];

export interface FollowedCase {
  /** The day of the fracture; when nobody knows it, the day it was found. */
  readonly zero: CalendarDate;
  /** yes: a drug was advised, or somebody else was asked to decide. not-recorded: nothing was decided yet. */
  readonly drugAdvised: 'yes' | 'no' | 'not-recorded';
  /** Null: no drug is known of. */
  readonly treatment: CurrentTreatment | null;
  readonly made: readonly MadeContact[];
  readonly ended: FollowEnd | null;
}

export interface PlannedContact {
  readonly moment: ContactMoment;
  /** The window: first day, the day it is meant for, last day. */
  readonly from: CalendarDate;
  readonly due: CalendarDate;
  readonly until: CalendarDate;
  readonly reasons: readonly string[];
  readonly standing: KnowledgeStatus;
}

export interface ContactPlan {
  /** Earliest first. */
  readonly contacts: readonly PlannedContact[];
  /** Why nothing more is planned; null while something may be. */
  readonly ended: FollowEnd | null;
  readonly reasons: readonly string[];
  /** What would have to be known to plan all of it. */
  readonly missing: readonly string[];
}

type Owed = Omit<PlannedContact, 'standing'>;

export function plannedContacts(followed: FollowedCase, rules: ContactRules): ContactPlan {
  if (followed.ended !== null) return { contacts: [], ended: followed.ended, reasons: ['FC7'], missing: [] };
  const clocks =
    followed.treatment === null ? null : safetyClocks(followed.treatment, unknownPatient, rules.clocks);
  const owed = [
    ...afterFracture(followed, rules),
    ...evaluations(followed, rules),
    ...deadlines(followed, rules),
  ].filter((contact) => !isMade(contact, followed.made, rules.on));
  const contacts = joined([...owed, ...unknownDose(followed, rules)]).map((contact) => ({
    ...contact,
    standing: rules.clocks.standings.of(contact.reasons),
  }));
  const without = followed.drugAdvised === 'no' ? ['FC16'] : [];
  return {
    contacts,
    ended: null,
    reasons: [...new Set([...without, ...contacts.flatMap(({ reasons }) => reasons)])],
    missing: clocks?.missing ?? [],
  };
}

/** The contacts that the day of the fracture asks for. */
function afterFracture({ zero, drugAdvised, treatment }: FollowedCase, rules: ContactRules): Owed[] {
  const first = windowOf(
    '16-weeks',
    zero,
    [rules.firstFromDays, rules.firstUntilDays, rules.firstUntilDays],
    ['FC1'],
  );
  const year = windowOf('52-weeks', zero, [rules.yearFromDays, rules.yearDays, rules.yearUntilDays], ['FC2']);
  const owed = rules.on < year.from ? [first] : [];
  if (drugAdvised === 'no') return owed;
  const second = aroundMonths('yearly', zero, 24, rules.yearlyWindowDays, ['FC3']);
  if (rules.on < second.from) return [...owed, year];
  // The Dutch years are counted from the start of the drug.
  if (rules.clocks.dutch !== null && startOf(treatment) !== null) return owed;
  return isTaken(treatment) ? [...owed, yearlyNow(zero, 2, rules, ['FC3'])] : owed;
}

/** Dutch: three months after the start of a drug, and each year after it. */
function evaluations({ treatment }: FollowedCase, rules: ContactRules): Owed[] {
  const { dutch } = rules.clocks;
  const start = startOf(treatment);
  if (dutch === null || start === null || !isTaken(treatment)) return [];
  const due = addMonths(start, dutch.firstMonths);
  const first: Owed = {
    moment: '3-months',
    from: addDays(due, -rules.evaluationBeforeDays),
    due,
    until: addDays(due, rules.evaluationAfterDays),
    reasons: ['FU5'],
  };
  const next = yearlyNow(start, 1, rules, ['FU5']);
  return rules.on < addDays(addMonths(start, dutch.thenMonths), -rules.yearlyWindowDays)
    ? [first, next]
    : [next];
}

/** The year of which the window is open, or the next one. */
function yearlyNow(
  start: CalendarDate,
  firstYear: number,
  rules: ContactRules,
  reasons: readonly string[],
): Owed {
  const ofYear = (year: number): Owed =>
    aroundMonths('yearly', start, 12 * year, rules.yearlyWindowDays, reasons);
  let year = firstYear;
  while (ofYear(year + 1).from <= rules.on) year += 1;
  return ofYear(year);
}

/** What the drug itself asks for on a day: the next dose, the end of a course, judging again, what follows. */
function deadlines({ treatment }: FollowedCase, rules: ContactRules): Owed[] {
  if (treatment === null) return [];
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
    const from = compareDates(treatment.stoppedOn, following.on) < 0 ? treatment.stoppedOn : following.on;
    owed.push({
      ...{ moment: 'following-drug', from, due: following.on, until: following.on },
      reasons: following.reasons,
    });
  }
  return owed;
}

/** Without the day of the last dose it is asked, and stays to be asked until somebody knows. */
function unknownDose({ treatment, zero }: FollowedCase, rules: ContactRules): Owed[] {
  const dose = treatment === null ? null : doseStanding(treatment, rules);
  if (dose === null || dose.dueOn !== null) return [];
  return [{ moment: 'injection', from: zero, due: zero, until: zero, reasons: dose.reasons }];
}

/** Calls that ask after the patient, and so can be one call; a deadline of a drug stays its own. */
const talks: readonly ContactMoment[] = ['16-weeks', '52-weeks', 'yearly', '3-months', 'judge-again'];

/** FC4: what is meant for a day inside the window of another talk is asked there. */
function joined(owed: readonly Owed[]): Owed[] {
  const kept: Owed[] = [];
  for (const contact of owed.toSorted((a, b) => talks.indexOf(a.moment) - talks.indexOf(b.moment))) {
    const host = talks.includes(contact.moment)
      ? kept.findIndex(
          ({ moment, from, until }) => talks.includes(moment) && from <= contact.due && contact.due <= until,
        )
      : -1;
    const found = kept[host];
    if (found === undefined) kept.push(contact);
    else kept[host] = { ...found, reasons: [...new Set([...found.reasons, ...contact.reasons, 'FC4'])] };
  }
  return kept.toSorted((a, b) => compareDates(a.due, b.due));
}

function isMade(contact: Owed, made: readonly MadeContact[], today: CalendarDate): boolean {
  const { moment, from, until } = contact;
  if (moment === '16-weeks' || moment === '52-weeks' || moment === '3-months')
    return made.some((one) => one.moment === moment) || talkedWithin(contact, made);
  if (talks.includes(moment))
    return made.some((one) => one.moment === moment && one.doneOn >= from) || talkedWithin(contact, made);
  // Whoever asked before the day has to ask again when the day has passed without it.
  const since = today > until ? until : from;
  return made.some((one) => one.moment === moment && one.doneOn >= since);
}

function talkedWithin({ from, until }: Owed, made: readonly MadeContact[]): boolean {
  return made.some(
    ({ moment, doneOn, reached }) => reached && moment !== 'injection' && doneOn >= from && doneOn <= until,
  );
}

function windowOf(
  moment: ContactMoment,
  zero: CalendarDate,
  [from, due, until]: readonly [number, number, number],
  reasons: readonly string[],
): Owed {
  return { moment, from: addDays(zero, from), due: addDays(zero, due), until: addDays(zero, until), reasons };
}

function aroundMonths(
  moment: ContactMoment,
  start: CalendarDate,
  months: number,
  days: number,
  reasons: readonly string[],
): Owed {
  const due = addMonths(start, months);
  return { moment, from: addDays(due, -days), due, until: addDays(due, days), reasons };
}

function startOf(treatment: CurrentTreatment | null): CalendarDate | null {
  return treatment === null || treatment.startedOn === 'not-recorded' ? null : treatment.startedOn;
}

/** Without a word that it was stopped. */
function isTaken(treatment: CurrentTreatment | null): boolean {
  return treatment !== null && treatment.stoppedOn === null;
}
