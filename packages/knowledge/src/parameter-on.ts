// Which value of a parameter is in force on a day. Before the first start day there is none: yesterday's rule is
// not guessed from today's.

import { type CalendarDate, failure, type Result, success } from '@breekpunt/core';
import type { DatedValue, Parameter, ParameterValue } from './dated-value.ts';
import type { Knowledge } from './knowledge.ts';

/** A dated value that is in force: it has a value, and the unit and meaning of its parameter. */
export interface ValueInForce extends DatedValue {
  readonly value: ParameterValue;
  readonly unit: string;
  readonly meaning: string;
}

export interface NoValueInForce {
  readonly kind: 'no-value-in-force';
  readonly parameter: string;
  /** The day lies before the first known value, or the value was withdrawn. */
  readonly reason: 'before-first-value' | 'withdrawn';
}

export function parameterOn(parameter: Parameter, date: CalendarDate): Result<ValueInForce, NoValueInForce> {
  const none = (reason: NoValueInForce['reason']): Result<never, NoValueInForce> =>
    failure({ kind: 'no-value-in-force', parameter: parameter.id, reason });
  const dated = parameter.values.findLast(({ from }) => from <= date);
  if (dated === undefined) return none('before-first-value');
  const { value } = dated;
  if (value === null) return none('withdrawn');
  return success({ ...dated, value, unit: parameter.unit, meaning: parameter.meaning });
}

/** A number on a day. A parameter that holds words or a list is a mistake in our own code and throws. */
export function numberOn(
  knowledge: Knowledge,
  id: string,
  date: CalendarDate,
): Result<number, NoValueInForce> {
  const found = knowledge.parameterOn(id, date);
  if (!found.ok) return found;
  if (typeof found.value.value !== 'number') throw new Error(`Parameter "${id}" is not a number`);
  return success(found.value.value);
}

/** A list on a day; a single value is a list of one. */
export function listOn(
  knowledge: Knowledge,
  id: string,
  date: CalendarDate,
): Result<readonly (number | string)[], NoValueInForce> {
  const found = knowledge.parameterOn(id, date);
  if (!found.ok) return found;
  const { value } = found.value;
  return success(typeof value === 'object' ? value : [value]);
}
