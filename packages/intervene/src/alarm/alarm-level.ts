// How fast somebody needs whom: alarm signs to a level. Decision: one sign is enough and none outweighs another; the level
// is the gravest that is certain, and as long as a graver sign is unanswered that is said with it and asked again. "Care at
// home" needs every answer.

import { type Answer, addDays, type CalendarDate } from '@breekpunt/core';
import type { Recorded } from '@breekpunt/investigate';
import type { KnowledgeStatus } from '@breekpunt/knowledge';
import {
  all,
  any,
  asked,
  type Condition,
  fails,
  known,
  open,
  questionsOf,
  when,
} from '../logic/condition.ts';
import type { AlarmRules } from './alarm-rules.ts';

/** Signs that count only together with something else; the others are lists of knowledge. */
export const contextSigns = [
  'pain-down-both-legs',
  'newly-unsteady',
  'black-stools',
  'drowsy-or-no-stool-for-three-days',
  'cough-with-fever',
  'hot-painful-hip',
  'trouble-with-eye-jaw-or-ear',
  'pain-of-thigh-or-groin',
  'cramps-with-tingling',
  'pain-on-swallowing',
] as const;
export type ContextSign = (typeof contextSigns)[number];

export interface AlarmAnswers {
  /** By the words of knowledge and of `contextSigns`; an absent sign was not asked. */
  readonly signs: Readonly<Record<string, Answer>>;
  readonly fractureOfChestSpine: Answer;
  readonly onAntiInflammatoryOrAnticoagulant: Answer;
  readonly onOpioid: Answer;
  readonly onBoneDrug: Answer;
  readonly lastInjection: CalendarDate | 'never' | 'not-recorded';
  /** 0 to 10. */
  readonly pain: Recorded<number>;
  readonly weeksSinceFracture: Recorded<number>;
}

export const alarmLevels = [
  'ambulance-now',
  'emergency-now',
  'call-today',
  'within-days',
  'at-home',
] as const;
/** Gravest first. */
export type AlarmLevel = (typeof alarmLevels)[number];

export interface AlarmAnswer {
  readonly outcome: AlarmLevel | 'cannot-tell';
  /** The gravest level that an unanswered sign leaves open; null when none is graver than the outcome. */
  readonly mayBe: AlarmLevel | null;
  /** The signs that are there. */
  readonly signs: readonly string[];
  /** Unanswered signs of a red level: asked again, and in doubt people call (rule AL10). */
  readonly askAgain: readonly string[];
  readonly reasons: readonly string[];
  readonly missing: readonly string[];
  readonly standing: KnowledgeStatus;
}

interface Sign {
  readonly level: AlarmLevel;
  readonly rule: string;
  readonly sign: string;
  readonly condition: Condition;
}

export function alarmLevel(answers: AlarmAnswers, today: CalendarDate, rules: AlarmRules): AlarmAnswer {
  const signs = [...plainSigns(answers, rules), ...signsInContext(answers, today, rules)];
  const there = signs.filter(({ condition }) => condition.answer === 'yes');
  const unanswered = signs.filter(({ condition }) => condition.answer === 'not-recorded');
  const certain = gravest(there);
  const possible = gravest(unanswered);
  const mayBe = possible !== null && (certain === null || rank(possible) < rank(certain)) ? possible : null;
  const outcome = certain ?? (mayBe === null ? 'at-home' : 'cannot-tell');
  const red = unanswered.filter(({ level }) => rank(level) <= rank('emergency-now'));
  const deciding = certain === null ? [] : there.filter(({ level }) => level === certain);
  const reasons = [
    ...new Set([
      ...deciding.map(({ rule }) => rule),
      ...(certain === null ? ['AL9'] : []),
      ...(red.length > 0 ? ['AL10'] : []),
    ]),
  ];
  return {
    outcome,
    mayBe,
    signs: there.map(({ sign }) => sign),
    askAgain: red.map(({ sign }) => sign),
    reasons,
    missing: questionsOf(unanswered.map(({ condition }) => condition)),
    standing: rules.standings.of(reasons),
  };
}

function rank(level: AlarmLevel): number {
  return alarmLevels.indexOf(level);
}

function gravest(signs: readonly Sign[]): AlarmLevel | null {
  return alarmLevels.find((level) => signs.some((sign) => sign.level === level)) ?? null;
}

function plainSigns({ signs }: AlarmAnswers, rules: AlarmRules): readonly Sign[] {
  const of = (level: AlarmLevel, rule: string, names: readonly string[]): Sign[] =>
    names.map((sign) => ({ level, rule, sign, condition: asked(signs[sign] ?? 'not-recorded', sign) }));
  return [
    ...of('ambulance-now', 'AL1', rules.redNow),
    ...of('emergency-now', 'AL2', rules.redEmergency),
    ...of('call-today', 'AL5', rules.orange),
    ...of('within-days', 'AL8', rules.yellow),
  ];
}

function signsInContext(answers: AlarmAnswers, today: CalendarDate, rules: AlarmRules): readonly Sign[] {
  const { signs } = answers;
  const sign = (level: AlarmLevel, rule: string, name: ContextSign, ...also: readonly Condition[]): Sign => ({
    level,
    rule,
    sign: name,
    condition: all(asked(signs[name] ?? 'not-recorded', name), ...also),
  });
  const chest = asked(answers.fractureOfChestSpine, 'fracture-of-the-chest-spine');
  const onBoneDrug = asked(answers.onBoneDrug, 'drug-for-bone');
  const onOpioid = asked(answers.onOpioid, 'opioid');
  const bleedsEasily = asked(
    answers.onAntiInflammatoryOrAnticoagulant,
    'anti-inflammatory-drug-or-anticoagulant',
  );
  const otherRed = any(...rules.redEmergency.map((name) => asked(signs[name] ?? 'not-recorded', name)));
  return [
    sign('emergency-now', 'AL3', 'pain-down-both-legs', otherRed),
    sign('emergency-now', 'AL4', 'newly-unsteady', chest),
    sign('call-today', 'AL6', 'black-stools', bleedsEasily),
    sign('call-today', 'AL6', 'drowsy-or-no-stool-for-three-days', onOpioid),
    sign('call-today', 'AL6', 'cough-with-fever', chest),
    sign('call-today', 'AL6', 'hot-painful-hip', injectedLately(answers, today, rules)),
    sign('call-today', 'AL7', 'trouble-with-eye-jaw-or-ear', onBoneDrug),
    sign('call-today', 'AL7', 'pain-of-thigh-or-groin', onBoneDrug),
    sign('call-today', 'AL7', 'cramps-with-tingling', onBoneDrug),
    sign('call-today', 'AL7', 'pain-on-swallowing', onBoneDrug),
    {
      level: 'within-days',
      rule: 'AL8',
      sign: 'pain-that-lasts',
      condition: all(
        known(answers.pain, 'pain', (pain) => pain >= rules.painFrom),
        known(
          answers.weeksSinceFracture,
          'weeks-since-the-fracture',
          (weeks) => weeks >= rules.painAfterWeeks,
        ),
      ),
    },
  ];
}

function injectedLately(
  { lastInjection }: AlarmAnswers,
  today: CalendarDate,
  { hotHipDays }: AlarmRules,
): Condition {
  if (lastInjection === 'never') return fails;
  if (lastInjection === 'not-recorded') return open('day-of-the-last-injection');
  return when(today < addDays(lastInjection, hotHipDays));
}
