// The edge days of the thirteen standards for the organisation of a service, as cases that a nurse can read, and the levels.

import { loadKnowledge } from '@breekpunt/knowledge';
import { describe, expect, test } from 'vitest';
import { advised, assessed, day, spokenTo, stands } from '../../test/stands.ts';
import type { CareRecord } from '../record/care-record.ts';
import { standardReached } from './best-practice.ts';

describe('time to assessment', () => {
  test.each([
    ['bpf.3-8', 56],
    ['bpf.3-12', 84],
    ['bpf.3-16', 112],
  ])('%s: in time on day %i, late on the next', (indicator, last) => {
    expect(stands(indicator, assessed(last))).toBe('achieved: happened');
    expect(stands(indicator, assessed(last + 1))).toBe('missed: outside-window');
    expect(stands(indicator, {}, { cut: day(last - 1) })).toBe('too-early: too-early');
    expect(stands(indicator, {}, { cut: day(last) })).toBe('not-recorded: not-recorded');
  });
  test('whether there was an assessment at all does not ask when', () => {
    expect(stands('bpf.2', assessed(300))).toBe('achieved: happened');
  });
});

describe('broken vertebrae', () => {
  const vertebra: Partial<CareRecord> = { site: 'vertebra.lumbar', ...assessed(10) };
  test('one that complaints brought to light counts; one of which nobody noted complaints is outside', () => {
    expect(stands('bpf.4-clinical', { ...vertebra, clinical: 'yes' })).toBe('achieved: happened');
    expect(stands('bpf.4-clinical', { ...vertebra, clinical: 'no' })).toBe('outside: is');
    expect(stands('bpf.4-clinical', vertebra)).toBe('outside: not-recorded');
  });
  test('another bone has no vertebral complaints', () => {
    expect(stands('bpf.4-clinical', { ...assessed(10), clinical: 'yes' })).toBe('outside: is');
  });
});

describe('follow-up', () => {
  const spoken = (after: number): Partial<CareRecord> => ({
    ...advised,
    contacts: [{ ...spokenTo, on: day(after) }],
  });
  test('within a year: day 365 counts, day 366 does not', () => {
    expect(stands('bpf.12-short', spoken(365))).toBe('achieved: happened');
    expect(stands('bpf.12-short', spoken(366))).toBe('missed: outside-window');
  });
  test('after a year: from day 322 to day 420', () => {
    expect(stands('bpf.12-long', spoken(321))).toBe('missed: outside-window');
    expect(stands('bpf.12-long', spoken(322))).toBe('achieved: happened');
    expect(stands('bpf.12-long', spoken(420))).toBe('achieved: happened');
    expect(stands('bpf.12-long', spoken(421))).toBe('missed: outside-window');
  });
  test('whoever died on day 365 is outside, on day 366 inside', () => {
    const died = (on: number): Partial<CareRecord> => ({ ...spoken(20), deceased: 'yes', deathOn: day(on) });
    expect(stands('bpf.12-short', died(365))).toBe('outside: died');
    expect(stands('bpf.12-short', died(366))).toBe('achieved: happened');
  });
});

describe('levels', () => {
  const standard = (number: string) => {
    const found = loadKnowledge().indicators['best-practice-2013']?.standards.find(
      (one) => one.number === number,
    );
    if (found === undefined) throw new Error(`No standard ${number}`);
    return found;
  };
  const reached = (number: string, shares: Readonly<Record<string, number | null>>) => {
    const { level, next, missing } = standardReached(standard(number), { shares, answers: {} });
    return [level, next, ...missing.map(({ met }) => met)];
  };
  test('50, 70 and 90 % themselves reach bronze, silver and gold', () => {
    expect(reached('2', { 'bpf.2': 0.4999 })).toEqual([null, 'bronze', 'no']);
    expect(reached('2', { 'bpf.2': 0.5 })).toEqual(['bronze', 'silver', 'no']);
    expect(reached('2', { 'bpf.2': 0.7 })).toEqual(['silver', 'gold', 'no']);
    expect(reached('2', { 'bpf.2': 0.9 })).toEqual(['gold', null]);
  });
  test('a level counts only with all below it: quick for some is not gold while too few are seen at all', () => {
    expect(reached('3', { 'bpf.3-16': 0.4, 'bpf.3-12': 0.6, 'bpf.3-8': 0.6 })).toEqual([
      null,
      'bronze',
      'no',
    ]);
  });
  test('what nobody counted or answered is not recorded, and no level', () => {
    expect(reached('2', { 'bpf.2': null })).toEqual([null, 'bronze', 'not-recorded']);
    expect(reached('1', {})).toEqual([null, 'bronze', 'not-recorded']);
  });
});
