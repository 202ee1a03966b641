import { knownDate } from '@breekpunt/core';
import { describe, expect, test } from 'vitest';
import type { DatedValue } from './dated-value.ts';
import { type CompiledKnowledge, type Knowledge, knowledgeFrom } from './knowledge.ts';
import { listOn, numberOn } from './parameter-on.ts';

function dated(from: string, value: DatedValue['value']): DatedValue {
  return { from, fromIs: 'stated', value, source: { id: 's', where: 'p. 1' }, status: 'confirmed' };
}

function withValues(...values: DatedValue[]): Knowledge {
  const parameter = {
    id: 'a.b',
    meanings: null,
    meaning: 'm',
    unit: 'years',
    applies: {},
    values,
    checked: { on: '2026-01-01', by: 'p' },
  };
  const empty: CompiledKnowledge = {
    version: 'v',
    sources: [],
    parameters: [parameter],
    rules: [],
    codes: [],
    models: [],
    seeds: { documents: [], items: [] },
    claims: { claims: [], concepts: [] },
    grids: [],
  };
  return knowledgeFrom(empty);
}

const changing = withValues(dated('2022-01-01', 50), dated('2026-05-01', 45), dated('2030-01-01', null));

describe('the value in force on a day', () => {
  test.each([
    ['2022-01-01', 50],
    ['2026-04-30', 50],
    ['2026-05-01', 45],
    ['2029-12-31', 45],
  ])('on %s it is %d', (day, value) => {
    expect(numberOn(changing, 'a.b', knownDate(day))).toEqual({ ok: true, value });
  });

  test('before the first start day there is none: it is never guessed from a later one', () => {
    expect(numberOn(changing, 'a.b', knownDate('2021-12-31'))).toEqual({
      ok: false,
      error: { kind: 'no-value-in-force', parameter: 'a.b', reason: 'before-first-value' },
    });
  });

  test('after withdrawal there is none', () => {
    expect(numberOn(changing, 'a.b', knownDate('2030-01-01'))).toMatchObject({
      ok: false,
      error: { reason: 'withdrawn' },
    });
  });

  test('it comes with its unit, source and status', () => {
    expect(changing.parameterOn('a.b', knownDate('2026-11-21'))).toMatchObject({
      ok: true,
      value: { value: 45, unit: 'years', source: { id: 's', where: 'p. 1' }, status: 'confirmed' },
    });
  });

  test('a list stays a list, and one word is a list of one', () => {
    const day = knownDate('2026-11-21');
    expect(listOn(withValues(dated('2022-01-01', ['finger', 'toe'])), 'a.b', day)).toEqual({
      ok: true,
      value: ['finger', 'toe'],
    });
    expect(listOn(withValues(dated('2022-01-01', 'finger')), 'a.b', day)).toEqual({
      ok: true,
      value: ['finger'],
    });
  });

  test('asking for a parameter that does not exist, or for a number that is a word, is a mistake of ours', () => {
    expect(() => changing.parameterOn('a.c', knownDate('2026-11-21'))).toThrow('No parameter "a.c"');
    const words = withValues(dated('2022-01-01', 'finger'));
    expect(() => numberOn(words, 'a.b', knownDate('2026-11-21'))).toThrow('is not a number');
  });
});
