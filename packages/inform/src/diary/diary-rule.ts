// What a diary asks for: a level back, a call, or a little more. Decision: pure rule over what was written down; a day
// without an entry is a day not known, never a good one.

import { type Answer, addDays, type CalendarDate } from '@breekpunt/core';
import type { Recorded } from '@breekpunt/investigate';
import type { GuideRules } from '../plan/guide-rules.ts';

export interface DiaryEntry {
  readonly on: CalendarDate;
  /** 0 to 10, the worst of the day. */
  readonly pain: Recorded<number>;
  readonly fell: Answer;
  readonly missedDoses: Recorded<number>;
  readonly exercisesDone: Answer;
  readonly sleptBadly: Answer;
}

export type DiaryFinding =
  /** A fall: level "call today". */
  | { readonly kind: 'fell'; readonly on: CalendarDate }
  /** Pain rose and stayed up: the plan goes a level back, and a nurse is told. */
  | { readonly kind: 'step-back'; readonly from: CalendarDate; readonly rise: number }
  | { readonly kind: 'pain-does-not-fall'; readonly measurements: number }
  | { readonly kind: 'pain-lasts'; readonly pain: number; readonly weeks: number }
  | { readonly kind: 'missed-doses'; readonly doses: number }
  /** Enough good days: a little more. Never beside a worsening. */
  | { readonly kind: 'step-up'; readonly percent: number };

/** Findings that make a task for the nurse, with its urgency. */
export const diaryUrgency: Readonly<Record<DiaryFinding['kind'], 'call-today' | 'within-days' | null>> = {
  fell: 'call-today',
  'step-back': 'within-days',
  'pain-does-not-fall': 'within-days',
  'pain-lasts': 'within-days',
  'missed-doses': 'within-days',
  'step-up': null,
};

/** `weeks`: whole weeks since the fracture. Entries in any order, at most one a day; later ones than `today` do not count. */
export function diaryFindings(
  entries: readonly DiaryEntry[],
  today: CalendarDate,
  weeks: Recorded<number>,
  rules: GuideRules,
): readonly DiaryFinding[] {
  const byDay = entries.filter(({ on }) => on <= today).toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const worse = [
    ...falls(byDay, today),
    ...stepBack(byDay, rules),
    ...stubbornPain(byDay, rules),
    ...lastingPain(byDay, weeks, rules),
    ...missed(byDay, rules),
  ];
  return worse.length > 0 ? worse : stepUp(byDay, today, rules);
}

function falls(entries: readonly DiaryEntry[], today: CalendarDate): readonly DiaryFinding[] {
  const recent = entries.findLast(({ on, fell }) => fell === 'yes' && on >= addDays(today, -1));
  return recent === undefined ? [] : [{ kind: 'fell', on: recent.on }];
}

type Measured = DiaryEntry & { readonly pain: number };

function measured(entries: readonly DiaryEntry[]): readonly Measured[] {
  return entries.flatMap((entry) => (entry.pain === 'not-recorded' ? [] : [{ ...entry, pain: entry.pain }]));
}

/** The rise counts when a measurement at least the given hours later is still that much above the one before the rise. */
function stepBack(entries: readonly DiaryEntry[], rules: GuideRules): readonly DiaryFinding[] {
  const pains = measured(entries);
  const last = pains.at(-1);
  if (last === undefined) return [];
  const lastingDays = Math.ceil(rules.stepBackHours / 24);
  const risen = pains.findIndex((entry, place) => {
    const before = pains[place - 1];
    const stayed = pains
      .slice(place)
      .every(({ pain }) => before !== undefined && pain - before.pain >= rules.stepBackPain);
    return before !== undefined && stayed && last.on >= addDays(entry.on, lastingDays);
  });
  const [from, before] = [pains[risen], pains[risen - 1]];
  if (from === undefined || before === undefined) return [];
  return [{ kind: 'step-back', from: from.on, rise: from.pain - before.pain }];
}

function stubbornPain(entries: readonly DiaryEntry[], rules: GuideRules): readonly DiaryFinding[] {
  const latest = measured(entries).slice(-rules.painMeasurements);
  const [first] = latest;
  if (first === undefined || latest.length < rules.painMeasurements || first.pain < rules.painFrom) return [];
  const falling = latest.some(({ pain }) => pain < first.pain);
  return falling ? [] : [{ kind: 'pain-does-not-fall', measurements: latest.length }];
}

function lastingPain(
  entries: readonly DiaryEntry[],
  weeks: Recorded<number>,
  rules: GuideRules,
): readonly DiaryFinding[] {
  const last = measured(entries).at(-1);
  if (last === undefined || weeks === 'not-recorded') return [];
  if (last.pain < rules.painFrom || weeks < rules.painAfterWeeks) return [];
  return [{ kind: 'pain-lasts', pain: last.pain, weeks }];
}

function missed(entries: readonly DiaryEntry[], rules: GuideRules): readonly DiaryFinding[] {
  const doses = entries
    .slice(-rules.missedDoses)
    .reduce((sum, { missedDoses }) => sum + (missedDoses === 'not-recorded' ? 0 : missedDoses), 0);
  return doses >= rules.missedDoses ? [{ kind: 'missed-doses', doses }] : [];
}

function stepUp(
  entries: readonly DiaryEntry[],
  today: CalendarDate,
  rules: GuideRules,
): readonly DiaryFinding[] {
  const days = Array.from({ length: rules.goodDays }, (_, back) => addDays(today, -back));
  const good = days.every((day) => {
    const entry = entries.find(({ on }) => on === day);
    if (entry === undefined || entry.pain === 'not-recorded') return false;
    return entry.pain < rules.painFrom && entry.exercisesDone === 'yes' && entry.fell === 'no';
  });
  return good ? [{ kind: 'step-up', percent: rules.stepUpPercent }] : [];
}
