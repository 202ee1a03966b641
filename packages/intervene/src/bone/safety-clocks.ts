// What is due when, for somebody on a drug: the next dose, the end of a course, the day it is judged again. Decision: a
// clock is a day with a reason, and whether it has passed is told by the caller's own day; without the day of the last
// dose no clock runs, and that is a question.

import { type Answer, addDays, addMonths, type CalendarDate } from '@breekpunt/core';
import type { Recorded } from '@breekpunt/investigate';
import type { KnowledgeStatus } from '@breekpunt/knowledge';
import { any, asked, type Condition, known } from '../logic/condition.ts';
import type { BonePatient } from './bone-patient.ts';
import type { ClockRules } from './clock-rules.ts';
import { type Drug, isAnabolic, isBisphosphonate } from './drug.ts';
import {
  ageOn,
  glucocorticoidsFrom,
  hipFracture,
  someFracture,
  vertebralFracture,
} from './fracture-conditions.ts';

export interface CurrentTreatment {
  readonly drug: Drug;
  readonly startedOn: Recorded<CalendarDate>;
  /** The last dose that was really given; of drugs taken at home it is not asked. */
  readonly lastDoseOn: Recorded<CalendarDate>;
  /** null: still given. */
  readonly stoppedOn: CalendarDate | null;
  /** A drug that keeps bone was given since; of anabolic drugs and denosumab. */
  readonly followedBy: Answer;
}

export type ClockKind =
  | 'dose-due'
  | 'dose-overdue'
  | 'rebound-until'
  | 'following-drug-due'
  | 'arrange-following-drug'
  | 'course-ends'
  | 'evaluate'
  | 'judge-again'
  | 'judge-after-pause';

export interface SafetyClock {
  readonly kind: ClockKind;
  readonly on: CalendarDate;
  /** The clock has come: its day is today or earlier. */
  readonly reached: boolean;
  readonly reasons: readonly string[];
  readonly standing: KnowledgeStatus;
}

export interface SafetyClocks {
  readonly outcome: 'known' | 'cannot-tell';
  readonly clocks: readonly SafetyClock[];
  readonly reasons: readonly string[];
  readonly missing: readonly string[];
}

interface Due {
  readonly kind: ClockKind;
  readonly on: CalendarDate;
  readonly reasons: readonly string[];
}

interface Found {
  readonly due: readonly Due[];
  readonly missing: readonly string[];
}

/** Earliest first. */
export function safetyClocks(
  treatment: CurrentTreatment,
  patient: BonePatient,
  rules: ClockRules,
): SafetyClocks {
  const found =
    treatment.stoppedOn === null
      ? together([doses(treatment, rules), course(treatment, rules), judgements(treatment, patient, rules)])
      : afterStopping(treatment, treatment.stoppedOn, rules);
  const clocks = found.due
    .map((due) => ({ ...due, reached: due.on <= rules.on, standing: rules.standings.of(due.reasons) }))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const missing = [...new Set(found.missing)];
  const reasons = [
    ...new Set([...clocks.flatMap((each) => each.reasons), ...(missing.length > 0 ? ['FU14'] : [])]),
  ];
  return { outcome: missing.length === 0 ? 'known' : 'cannot-tell', clocks, reasons, missing };
}

function doses({ drug, lastDoseOn }: CurrentTreatment, rules: ClockRules): Found {
  const interval = rules.drugs[drug].intervalMonths;
  if (interval === null) return nothing;
  if (lastDoseOn === 'not-recorded') return { due: [], missing: ['day-of-the-last-dose'] };
  const next = addMonths(lastDoseOn, interval);
  switch (drug) {
    case 'denosumab':
      return found(
        { kind: 'dose-due', on: next, reasons: ['FU1'] },
        { kind: 'dose-overdue', on: addDays(next, 7 * rules.denosumabLateWeeks), reasons: ['FU2', 'FU3'] },
      );
    case 'zoledronate':
      return found({ kind: 'dose-due', on: next, reasons: ['FU13'] });
    default:
      return found({ kind: 'dose-due', on: next, reasons: ['FU12'] });
  }
}

function course({ drug, startedOn }: CurrentTreatment, rules: ClockRules): Found {
  const months = rules.drugs[drug].courseMonths;
  if (months === null) return nothing;
  if (startedOn === 'not-recorded') return { due: [], missing: ['day-the-drug-was-started'] };
  const end = addMonths(startedOn, months);
  const arrange = addMonths(end, -rules.courseEndWarningMonths);
  return found(
    { kind: 'arrange-following-drug', on: arrange, reasons: ['FU12', 'TX31'] },
    { kind: 'course-ends', on: end, reasons: ['FU12'] },
  );
}

function judgements(treatment: CurrentTreatment, patient: BonePatient, rules: ClockRules): Found {
  const { drug, startedOn } = treatment;
  if (startedOn === 'not-recorded') return { due: [], missing: ['day-the-drug-was-started'] };
  const judged = (months: number, reasons: readonly string[]): Due => ({
    kind: 'judge-again',
    on: addMonths(startedOn, months),
    reasons,
  });
  if (rules.dutch !== null) {
    const { firstMonths, thenMonths } = rules.dutch;
    const standard = rules.drugs[drug].dutchMonths;
    const first = addMonths(startedOn, firstMonths);
    return found(
      { kind: 'evaluate', on: first, reasons: ['FU5'] },
      { kind: 'evaluate', on: nextYearly(startedOn, thenMonths, rules.on), reasons: ['FU5'] },
      ...(standard === null ? [] : [judged(standard, ['FU6'])]),
    );
  }
  if (isAnabolic(drug)) return nothing;
  if (drug === 'zoledronate') return found(judged(rules.infusionReviewMonths, ['FU8']));
  const ten = rules.nogg !== null && isBisphosphonate(drug) ? tenYears(startedOn, patient, rules.nogg) : null;
  if (ten?.answer === 'yes') {
    return found(judged(rules.oralReviewMonths, ['FU8']), judged(rules.nogg?.months ?? 0, ['FU9']));
  }
  return { due: [judged(rules.oralReviewMonths, ['FU8'])], missing: ten?.missing ?? [] };
}

/** Whether NOGG gives a bisphosphonate by mouth for ten years. */
function tenYears(
  startedOn: CalendarDate,
  patient: BonePatient,
  nogg: NonNullable<ClockRules['nogg']>,
): Condition {
  const firstYears = addMonths(startedOn, nogg.firstYearsMonths);
  return any(
    known(ageOn(patient, startedOn), 'birth-date', (age) => age >= nogg.fromAge),
    hipFracture(patient),
    vertebralFracture(patient),
    glucocorticoidsFrom(patient, nogg.glucocorticoidDose, 0),
    someFracture(patient, ({ on }) =>
      known(on, 'day-of-the-fracture', (day) => day > startedOn && day <= firstYears),
    ),
  );
}

function afterStopping(
  { drug, lastDoseOn, followedBy }: CurrentTreatment,
  stoppedOn: CalendarDate,
  rules: ClockRules,
): Found {
  const followed = asked(followedBy, 'drug-that-followed');
  if (isAnabolic(drug)) {
    if (followed.answer === 'yes') return nothing;
    const due: Due = { kind: 'following-drug-due', on: stoppedOn, reasons: ['TX31', 'FU12'] };
    return { due: [due], missing: followed.missing };
  }
  if (drug === 'denosumab') {
    if (lastDoseOn === 'not-recorded')
      return { due: [], missing: ['day-of-the-last-dose', ...followed.missing] };
    const exit = addMonths(lastDoseOn, rules.denosumabExitMonths);
    const rebound = addMonths(exit, rules.denosumabReboundMonths);
    const due: readonly Due[] = [
      { kind: 'following-drug-due', on: exit, reasons: ['FU3', 'FU4'] },
      { kind: 'rebound-until', on: rebound, reasons: ['FU3'] },
    ];
    return { due: followed.answer === 'yes' ? due.slice(1) : due, missing: followed.missing };
  }
  const pause = rules.nogg === null ? null : rules.drugs[drug].pauseMonths;
  return pause === null
    ? nothing
    : found({ kind: 'judge-after-pause', on: addMonths(stoppedOn, pause), reasons: ['FU10'] });
}

/** The next day that lies a whole number of years after the start, today included. */
function nextYearly(startedOn: CalendarDate, months: number, today: CalendarDate): CalendarDate {
  let count = 1;
  while (addMonths(startedOn, count * months) < today) count += 1;
  return addMonths(startedOn, count * months);
}

const nothing: Found = { due: [], missing: [] };

function found(...due: readonly Due[]): Found {
  return { due, missing: [] };
}

function together(parts: readonly Found[]): Found {
  return { due: parts.flatMap(({ due }) => due), missing: parts.flatMap(({ missing }) => missing) };
}
