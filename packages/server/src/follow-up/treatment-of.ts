// Which drug somebody is on, from what was decided, given, told and stopped. Decision: worked out anew each time from those
// rows and kept nowhere, so that a late report of an injection or a withdrawn stop needs no repair. What nobody recorded
// stays unknown: a drug that was decided on and never told to be begun runs no clock.

import { type Answer, type CalendarDate, compareDates } from '@breekpunt/core';
import type { CurrentTreatment, Drug } from '@breekpunt/intervene';
import { drugOfCode } from '../decision/sign-decision.ts';
import type { StoppedDrug } from '../records/treatment-stop.ts';

export interface DecidedDrug {
  /** Null: something else than a drug was decided. */
  readonly medicine: string | null;
  readonly on: CalendarDate;
}

export interface ToldOfDrug {
  readonly doneOn: CalendarDate | null;
  readonly started: Answer;
  readonly startedOn: CalendarDate | null;
  readonly stillTaking: Answer;
}

export interface DoseRow {
  readonly id: number;
  readonly medicine: string;
  readonly dueOn: CalendarDate | null;
  readonly givenOn: CalendarDate | null;
  readonly dropped: boolean;
}

export interface StopRow extends StoppedDrug {
  readonly id: number;
}

export interface TreatmentFacts {
  readonly decisions: readonly DecidedDrug[];
  readonly told: readonly ToldOfDrug[];
  readonly doses: readonly DoseRow[];
  readonly stops: readonly StopRow[];
}

export interface KnownTreatment {
  /** The drug that is to be asked about. */
  readonly drug: Drug;
  /** ATC. */
  readonly medicine: string;
  readonly begun: Answer;
  /** For the clocks: the drug that is taken, or the one that was stopped while nothing followed; null when none runs. */
  readonly treatment: CurrentTreatment | null;
  /** Of `drug`, when it was stopped. */
  readonly stop: StopRow | null;
  /** The day that was written down for what follows, while nobody heard that it began; null: none was. */
  readonly followsOn: CalendarDate | null;
}

interface Course {
  readonly medicine: string;
  readonly drug: Drug;
  readonly from: CalendarDate;
  /** It follows a drug that was stopped. */
  readonly after: StopRow | null;
}

/** Null: no drug was ever decided on here. */
export function treatmentOf(facts: TreatmentFacts): KnownTreatment | null {
  const courses = [...facts.decisions.flatMap(decidedCourse), ...facts.stops.flatMap(followingCourse)];
  const inOrder = courses.toSorted((a, b) => compareDates(a.from, b.from));
  const course = inOrder.at(-1);
  if (course === undefined) return null;
  const { drug, medicine } = course;
  const begun = begunOf(course, facts);
  const stop = stopOf(course, facts);
  const known = { drug, medicine, begun: begun.answer, stop };
  if (begun.answer === 'yes') {
    const followsOn = stop?.plan === 'specialist' ? stop.nextOn : null;
    return { ...known, treatment: runningOf(course, begun.on, stop, facts), followsOn };
  }
  const before = course.after;
  const followsOn = before?.nextOn ?? null;
  const earlier = before === null ? null : drugOfCode(before.medicine);
  if (before !== null && earlier !== null)
    return { ...known, treatment: stoppedOf(earlier, before, 'no', facts), followsOn };
  return { ...known, treatment: runningBefore(inOrder.slice(0, -1), course, facts), followsOn };
}

/**
 * Another drug was decided on and nobody heard that it began: the one before it runs on until somebody writes down that it
 * stopped, and when it was stopped its clock waits for what follows.
 */
function runningBefore(
  before: readonly Course[],
  { medicine, from }: Course,
  facts: TreatmentFacts,
): CurrentTreatment | null {
  const earlier = before.findLast((course) => course.medicine !== medicine);
  if (earlier === undefined) return null;
  const told = facts.told.filter(({ doneOn }) => doneOn !== null && doneOn < from);
  const begun = begunOf(earlier, { ...facts, told });
  if (begun.answer !== 'yes') return null;
  const stop = stopOf(earlier, facts);
  return stop === null
    ? runningOf(earlier, begun.on, null, { ...facts, told })
    : stoppedOf(earlier.drug, stop, 'no', facts);
}

function stopOf({ medicine, from }: Course, { stops }: TreatmentFacts): StopRow | null {
  return stops.findLast((one) => one.medicine === medicine && one.stoppedOn >= from) ?? null;
}

function decidedCourse({ medicine, on }: DecidedDrug): Course[] {
  const drug = medicine === null ? null : drugOfCode(medicine);
  return medicine === null || drug === null ? [] : [{ medicine, drug, from: on, after: null }];
}

function followingCourse(stop: StopRow): Course[] {
  const { plan, nextMedicine, stoppedOn } = stop;
  const drug = plan === 'drug' && nextMedicine !== null ? drugOfCode(nextMedicine) : null;
  return nextMedicine === null || drug === null
    ? []
    : [{ medicine: nextMedicine, drug, from: stoppedOn, after: stop }];
}

function begunOf(
  { medicine, from, after }: Course,
  { told, doses }: TreatmentFacts,
): { readonly answer: Answer; readonly on: CalendarDate | null } {
  const given = givenOf(medicine, doses).filter((day) => after === null || day >= from);
  if (given[0] !== undefined) return { answer: 'yes', on: given[0] };
  const since = told.filter(({ doneOn, startedOn }) => (doneOn ?? startedOn ?? from) >= from);
  const yes = since.find(({ started }) => started === 'yes');
  if (yes !== undefined) return { answer: 'yes', on: yes.startedOn };
  const last = since.findLast(({ started }) => started !== 'not-recorded');
  return { answer: last?.started ?? 'not-recorded', on: null };
}

function runningOf(
  { drug, medicine, from }: Course,
  startedOn: CalendarDate | null,
  stop: StopRow | null,
  { doses, told }: TreatmentFacts,
): CurrentTreatment {
  // The first injection is the start; a tablet's first day is no dose that anybody waits for.
  const lastDoseOn = givenOf(medicine, doses).at(-1) ?? startedOn ?? 'not-recorded';
  return {
    drug,
    startedOn: startedOn ?? 'not-recorded',
    lastDoseOn,
    stoppedOn: stop?.stoppedOn ?? (drug === 'denosumab' ? null : toldStopped(told, from)),
    followedBy: 'not-recorded',
  };
}

/** The day of the contact that heard of it. Of denosumab that does not do: its clock runs until a plan is written down. */
function toldStopped(told: readonly ToldOfDrug[], from: CalendarDate): CalendarDate | null {
  const last = told
    .filter(({ doneOn, stillTaking }) => (doneOn ?? '') >= from && stillTaking !== 'not-recorded')
    .toSorted((a, b) => compareDates(a.doneOn as CalendarDate, b.doneOn as CalendarDate))
    .at(-1);
  return last?.stillTaking === 'no' ? last.doneOn : null;
}

function stoppedOf(
  drug: Drug,
  { medicine, stoppedOn }: StopRow,
  followedBy: Answer,
  { doses }: TreatmentFacts,
): CurrentTreatment {
  const given = givenOf(medicine, doses);
  return {
    drug,
    startedOn: given[0] ?? 'not-recorded',
    lastDoseOn: given.at(-1) ?? 'not-recorded',
    stoppedOn,
    followedBy,
  };
}

function givenOf(medicine: string, doses: readonly DoseRow[]): readonly CalendarDate[] {
  return doses
    .flatMap((dose) => (dose.medicine === medicine && dose.givenOn !== null ? [dose.givenOn] : []))
    .toSorted(compareDates);
}
