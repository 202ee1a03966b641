// Reads the conditions of an indicator. {event: scan, within: 84} happened; {fact: hip, is: no} holds; {alive-at: 112} lived;
// {measure: age, from: 65} lies within limits.

import {
  careEvents,
  careFacts,
  careMeasures,
  clocks,
  type IndicatorCondition,
} from '../src/indicator-set.ts';
import { type FieldReader, readFields } from './field-reader.ts';
import type { Problem } from './problem.ts';
import type { YamlFile } from './yaml-file.ts';

interface Reading {
  readonly yaml: YamlFile;
  readonly problems: Problem[];
}

export function readConditions(
  fields: FieldReader,
  key: string,
  { yaml, problems }: Reading,
): IndicatorCondition[] {
  return fields.list(key).flatMap((value, place) => {
    const one = readFields(yaml, value, [...fields.path, key, place], problems);
    const condition = one === undefined ? undefined : readCondition(one);
    one?.done();
    return condition ?? [];
  });
}

function readCondition(fields: FieldReader): IndicatorCondition | undefined {
  if (fields.has('event')) {
    const event = fields.word('event', careEvents);
    const since = fields.optionalWord('since', clocks) ?? 'fracture';
    const from = days(fields, 'from') ?? 0;
    const within = days(fields, 'within');
    if (within !== undefined && within < from) fields.problem('within', 'ends before it begins');
    if (event === undefined) return undefined;
    return { kind: 'event', event, since, from, ...(within === undefined ? {} : { within }) };
  }
  if (fields.has('fact')) {
    const fact = fields.word('fact', careFacts);
    const is = fields.optionalWord('is', ['yes', 'no']) ?? 'yes';
    return fact === undefined ? undefined : { kind: 'fact', fact, is };
  }
  if (fields.has('alive-at')) return { kind: 'alive-at', day: days(fields, 'alive-at') ?? 0 };
  const measure = fields.word('measure', careMeasures);
  const [from, atMost] = [days(fields, 'from'), days(fields, 'at-most')];
  if (from === undefined && atMost === undefined) fields.problem('measure', 'expected from or at-most');
  if (measure === undefined) return undefined;
  return {
    kind: 'measure',
    measure,
    ...(from === undefined ? {} : { from }),
    ...(atMost === undefined ? {} : { atMost }),
  };
}

function days(fields: FieldReader, key: string): number | undefined {
  const value = fields.raw(key);
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  fields.problem(key, 'expected a whole number, 0 or more');
  return undefined;
}
