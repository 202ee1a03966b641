// The signs and numbers of alarm as knowledge has them on a day. Whom to call stands there too, by country; a hospital sets
// its own number over it, because the general practitioner on duty has not one number everywhere.

import { type CalendarDate, type Result, success } from '@breekpunt/core';
import { numbersOn } from '@breekpunt/investigate';
import { type Knowledge, listOn, type NoValueInForce } from '@breekpunt/knowledge';
import { type SignedRules, type Standings, standingsOf } from '../logic/standing.ts';

const ids = {
  painFrom: 'alarm.pain-from',
  painAfterWeeks: 'alarm.pain-after-weeks',
  hotHipDays: 'alarm.hot-hip-days',
} as const;

const lists = {
  redNow: 'alarm.red-now',
  redEmergency: 'alarm.red-emergency',
  orange: 'alarm.orange',
  yellow: 'alarm.yellow',
} as const;

export interface AlarmRules
  extends Readonly<Record<keyof typeof ids, number>>,
    Readonly<Record<keyof typeof lists, readonly string[]>> {
  readonly standings: Standings;
}

export function alarmRulesOn(
  knowledge: Knowledge,
  on: CalendarDate,
  signed: SignedRules,
): Result<AlarmRules, NoValueInForce> {
  const numbers = numbersOn(knowledge, on, ids);
  if (!numbers.ok) return numbers;
  const words: Partial<Record<keyof typeof lists, readonly string[]>> = {};
  for (const [name, id] of Object.entries(lists) as [keyof typeof lists, string][]) {
    const list = listOn(knowledge, id, on);
    if (!list.ok) return list;
    words[name] = list.value.map(String);
  }
  return success({
    ...numbers.value,
    ...(words as Record<keyof typeof lists, readonly string[]>),
    standings: standingsOf(knowledge, signed),
  });
}

/** Whom to call in an emergency and out of hours; null where a country has no number for everybody. */
export interface AlarmNumbers {
  readonly ambulance: string;
  readonly outOfHours: string | null;
}

export function alarmNumbersOn(
  knowledge: Knowledge,
  country: 'BE' | 'NL',
  on: CalendarDate,
): Result<AlarmNumbers, NoValueInForce> {
  const ambulance = listOn(knowledge, 'alarm.emergency-number', on);
  if (!ambulance.ok) return ambulance;
  const outOfHours = country === 'BE' ? listOn(knowledge, 'alarm.be-out-of-hours', on) : success([]);
  if (!outOfHours.ok) return outOfHours;
  return success({
    ambulance: String(ambulance.value[0]),
    outOfHours: outOfHours.value[0] === undefined ? null : String(outOfHours.value[0]),
  });
}
