// A guide for one reading: compiled anew from the record each time, so that it is never older than the record.
// Decision: knowledge and content are read once for a process. A day of fracture that lies ahead is a mistake in the record;
// the guide is then compiled without it, and says that the day is not known.

import type { CalendarDate } from '@breekpunt/core';
import { daysBetween } from '@breekpunt/core';
import {
  type AlarmCheck,
  alarmCheck,
  compileGuide,
  type DiaryFinding,
  diaryFindings,
  type Guide,
  type GuideInput,
  guideRulesOn,
} from '@breekpunt/inform';
import { guideContent, type Knowledge, loadKnowledge } from '@breekpunt/knowledge';
import type { Guest } from './access/guide-guest.ts';
import type { GuideVisit } from './access/guide-visit.ts';
import { type DiaryDay, diaryDays } from './diary/diary.ts';
import { homeAnswersOf } from './diary/home-answers.ts';
import { opioidNotesOf } from './diary/opioid-notes.ts';
import { guideInput } from './facts/guide-input.ts';
import { sayIn } from './words/guide-words.ts';

export interface ReadGuide {
  readonly guide: Guide;
  readonly check: AlarmCheck;
  readonly days: readonly DiaryDay[];
  readonly findings: readonly DiaryFinding[];
}

let loaded: Knowledge | null = null;

export function theKnowledge(): Knowledge {
  loaded ??= loadKnowledge();
  return loaded;
}

/** Whose guide it is, and for which reader. */
export interface GuideReading extends Pick<GuideVisit, 'tx' | 'today'> {
  readonly guest: Pick<Guest, 'person' | 'case' | 'language' | 'country' | 'siteName' | 'timeZone'>;
}

export async function readGuide(
  { tx, guest, today }: GuideReading,
  asked: GuideInput['asked'] = { mortality: false },
): Promise<ReadGuide> {
  const days = await diaryDays(tx, guest.person);
  const plain = await guideInput(tx, today, {
    case: guest.case,
    language: sayIn(guest.language).language,
    country: guest.country,
    siteName: guest.siteName,
    timeZone: guest.timeZone,
    diary: { pain: latestPain(days), stepsBack: 0 },
    opioidNotes: await opioidNotesOf(tx, guest),
    homeAnswers: await homeAnswersOf(tx, guest.person),
    asked,
  });
  const findings = findingsOf(days, today, plain);
  const stepsBack = findings.filter(({ kind }) => kind === 'step-back').length;
  const input = withoutDaysAhead({ ...plain, given: { ...plain.given, stepsBack } });
  const guide = compileGuide(input, theKnowledge(), guideContent);
  const check = alarmCheck(input, theKnowledge(), guideContent);
  if (!guide.ok || !check.ok) throw new Error('The knowledge of this version does not make a guide');
  return { guide: guide.value, check: check.value, days, findings };
}

/** What the diary asks for, by the rule in force. */
function findingsOf(
  days: readonly DiaryDay[],
  today: CalendarDate,
  { eventOn }: GuideInput,
): readonly DiaryFinding[] {
  const rules = guideRulesOn(theKnowledge(), today);
  if (!rules.ok) throw new Error('The knowledge of this version has no numbers for a diary');
  const weeks = eventOn === 'not-recorded' ? 'not-recorded' : Math.floor(daysBetween(eventOn, today) / 7);
  return diaryFindings(days, today, weeks, rules.value);
}

function latestPain(days: readonly DiaryDay[]): number | 'not-recorded' {
  return days.findLast(({ pain }) => pain !== 'not-recorded')?.pain ?? 'not-recorded';
}

function withoutDaysAhead(input: GuideInput): GuideInput {
  const { treatment, eventOn, today } = input;
  const ahead = (day: CalendarDate | 'not-recorded'): boolean => day !== 'not-recorded' && day > today;
  return {
    ...input,
    eventOn: ahead(eventOn) ? 'not-recorded' : eventOn,
    treatment:
      treatment !== 'not-recorded' && treatment.kind === 'operation' && ahead(treatment.on)
        ? { ...treatment, on: 'not-recorded' }
        : treatment,
  };
}
