// Several parameters of one day at once, for functions that decide on a handful of numbers. Decision: the first that
// is not in force ends the reading; a decision on half of its numbers is none.

import { type CalendarDate, type Result, success } from '@breekpunt/core';
import { type Knowledge, listOn, type NoValueInForce, numberOn } from '@breekpunt/knowledge';
import type { PlausibleRange } from './plausible-value.ts';

type Ids<K extends string> = Readonly<Record<K, string>>;

export function numbersOn<K extends string>(
  knowledge: Knowledge,
  date: CalendarDate,
  ids: Ids<K>,
): Result<Readonly<Record<K, number>>, NoValueInForce> {
  return each(ids, (id) => numberOn(knowledge, id, date));
}

/** Lists of numbers of a known length; another length is a mistake in our own knowledge and throws. */
export function numberListOn(
  knowledge: Knowledge,
  id: string,
  date: CalendarDate,
  length: number,
): Result<readonly number[], NoValueInForce> {
  const list = listOn(knowledge, id, date);
  if (!list.ok) return list;
  const numbers = list.value.filter((part) => typeof part === 'number');
  if (numbers.length !== length) throw new Error(`Parameter "${id}" is not a list of ${length} numbers`);
  return success(numbers);
}

/** Words of a list, restricted to those we know; an unknown one is a mistake in our own knowledge and throws. */
export function wordsOn<W extends string>(
  knowledge: Knowledge,
  id: string,
  date: CalendarDate,
  known: readonly W[],
): Result<readonly W[], NoValueInForce> {
  const list = listOn(knowledge, id, date);
  if (!list.ok) return list;
  return success(
    list.value.map((part) => {
      const word = known.find((each) => each === part);
      if (word === undefined)
        throw new Error(`Parameter "${id}": "${part}" is not one of ${known.join(', ')}`);
      return word;
    }),
  );
}

/** The plausible ranges of several quantities, with the unit that knowledge states. */
export function rangesOn<K extends string>(
  knowledge: Knowledge,
  date: CalendarDate,
  ids: Ids<K>,
): Result<Readonly<Record<K, PlausibleRange>>, NoValueInForce> {
  return each(ids, (id) => {
    const list = numberListOn(knowledge, id, date, 2);
    if (!list.ok) return list;
    const [least = 0, most = 0] = list.value;
    return success({ least, most, unit: knowledge.parameters[id]?.unit ?? '' });
  });
}

function each<K extends string, T>(
  ids: Ids<K>,
  read: (id: string) => Result<T, NoValueInForce>,
): Result<Readonly<Record<K, T>>, NoValueInForce> {
  const found: Partial<Record<K, T>> = {};
  for (const key of Object.keys(ids) as K[]) {
    const value = read(ids[key]);
    if (!value.ok) return value;
    found[key] = value.value;
  }
  return success(found as Record<K, T>);
}
