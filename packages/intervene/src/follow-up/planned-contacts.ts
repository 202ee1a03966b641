// Which contacts a patient is owed, when, and by which rule. Decision: computed whole from the record on any day, never
// counted on from what was planned before: so the same record always gives the same contacts, and a night that did not
// run changes nothing. A contact that was missed stays owed until the window of the next one opens.

import { addDays, addMonths, type CalendarDate, compareDates } from '@breekpunt/core';
import type { KnowledgeStatus } from '@breekpunt/knowledge';
import { type CurrentTreatment, safetyClocks } from '../bone/safety-clocks.ts';
import { isMade, talks } from './contact-made.ts';
import type { ContactRules } from './contact-rules.ts';
import { drugDeadlines } from './drug-deadlines.ts';
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
  /** The day written down for what follows a drug, while it has not begun; null: none was. */
  readonly followsOn: CalendarDate | null;
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

/** Before anybody asked how its rules stand. */
export type Owed = Omit<PlannedContact, 'standing'>;

export function plannedContacts(followed: FollowedCase, rules: ContactRules): ContactPlan {
  if (followed.ended !== null) return { contacts: [], ended: followed.ended, reasons: ['FC7'], missing: [] };
  const clocks =
    followed.treatment === null ? null : safetyClocks(followed.treatment, unknownPatient, rules.clocks);
  const asked = [...afterFracture(followed, rules), ...evaluations(followed, rules)].filter(
    (contact) => !isMade(contact, followed.made),
  );
  const contacts = joined([...asked, ...drugDeadlines(followed, rules)]).map((contact) => ({
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
