// What is recorded and cannot all be true. Decision: shown, and nothing is thrown away: which of the two is wrong, a person
// looks up.

import type { CalendarDate } from '@breekpunt/core';
import { birthDayOf, type CaseRecord } from './case-record.ts';
import { fallHistoryOf } from './fall-history-of.ts';
import { ownFracture } from './fractures-of.ts';
import type { Answers } from './shown-answers.ts';

export interface Contradiction {
  /** fracture-after-death, fell-and-did-not … */
  readonly kind: string;
  /** The two days; null where it is not about days. */
  readonly days: readonly [CalendarDate, CalendarDate] | null;
}

export function contradictionsOf(
  record: CaseRecord,
  answers: Answers,
  today: CalendarDate,
): readonly Contradiction[] {
  const death = record.person.deathDate;
  const birth = birthDayOf(record.person);
  const days = daysOf(record, answers);
  return [
    ...days.flatMap(([what, on]): Contradiction[] => {
      if (death !== null && on > death) return [{ kind: `${what}-after-death`, days: [on, death] }];
      if (birth !== null && on < birth) return [{ kind: `${what}-before-birth`, days: [on, birth] }];
      return on > today ? [{ kind: `${what}-in-the-future`, days: [on, today] }] : [];
    }),
    ...fallHistoryOf(record, answers, today).contradictions.map((kind) => ({ kind, days: null })),
    ...(isYes(answers, 'pregnancy') && isYes(answers, 'postmenopausal')
      ? [{ kind: 'pregnant-after-menopause', days: null }]
      : []),
  ];
}

function daysOf(record: CaseRecord, answers: Answers): readonly (readonly [string, CalendarDate])[] {
  const stated = answers.get('fracture-day')?.answer;
  const fracture =
    typeof stated === 'string' && stated !== 'no' ? (stated as CalendarDate) : ownFracture(record).on;
  const assessed = answers.get('assessed')?.answer;
  const scan = answers.get('dxa')?.answer;
  return [
    ['fracture', fracture] as const,
    ['assessment', dayIn(assessed)] as const,
    ['scan', dayIn(scan)] as const,
  ].flatMap(([what, on]) => (on === null ? [] : [[what, on] as const]));
}

function dayIn(answer: unknown): CalendarDate | null {
  return typeof answer === 'object' && answer !== null && 'on' in answer
    ? (answer.on as CalendarDate | null)
    : null;
}

function isYes(answers: Answers, field: string): boolean {
  return answers.get(field)?.answer === true;
}
