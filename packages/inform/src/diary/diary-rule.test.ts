import { addDays, type CalendarDate, knownDate } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { expect, test } from 'vitest';
import { guideRulesOn } from '../plan/guide-rules.ts';
import { type DiaryEntry, diaryFindings } from './diary-rule.ts';

const today = knownDate('2026-11-22');
const found = guideRulesOn(loadKnowledge(), today);
if (!found.ok) throw new Error('no numbers of the guide');
const rules = found.value;

function day(daysAgo: number, changes: Partial<DiaryEntry>): DiaryEntry {
  const on: CalendarDate = addDays(today, -daysAgo);
  return {
    on,
    pain: 'not-recorded',
    fell: 'no',
    missedDoses: 0,
    exercisesDone: 'yes',
    sleptBadly: 'no',
    ...changes,
  };
}

function kinds(entries: readonly DiaryEntry[], weeks: number | 'not-recorded' = 2): readonly string[] {
  return diaryFindings(entries, today, weeks, rules).map(({ kind }) => kind);
}

test('pain that rose by 2 and is still up a day later takes the plan a level back', () => {
  const entries = [day(3, { pain: 3 }), day(1, { pain: 5 }), day(0, { pain: 5 })];
  expect(diaryFindings(entries, today, 2, rules)).toEqual([
    { kind: 'step-back', from: addDays(today, -1), rise: 2 },
  ]);
});

test('pain that rose and fell again the next day leaves the plan where it is', () => {
  expect(kinds([day(3, { pain: 3 }), day(1, { pain: 6 }), day(0, { pain: 3 })])).toEqual([]);
});

test('a rise of today alone is not yet a step back: the day is not over', () => {
  expect(kinds([day(1, { pain: 2 }), day(0, { pain: 4 })])).toEqual([]);
});

test('a fall of today or yesterday asks for a call today, and no more exercise is offered', () => {
  const good = { pain: 1, exercisesDone: 'yes' } as const;
  expect(kinds([day(2, good), day(1, { ...good, fell: 'yes' }), day(0, good)])).toEqual(['fell']);
});

test('strong pain that does not fall over three measurements goes to the nurse', () => {
  expect(kinds([day(4, { pain: 6 }), day(2, { pain: 6 }), day(0, { pain: 7 })])).toEqual([
    'pain-does-not-fall',
  ]);
  expect(kinds([day(4, { pain: 6 }), day(2, { pain: 5 }), day(0, { pain: 6 })])).toEqual([]);
});

test('pain of 5 after six weeks goes to the nurse; without the day of the fracture nobody can tell', () => {
  expect(kinds([day(0, { pain: 5 })], 6)).toEqual(['pain-lasts']);
  expect(kinds([day(0, { pain: 5 })], 5)).toEqual([]);
  expect(kinds([day(0, { pain: 5 })], 'not-recorded')).toEqual([]);
});

test('two missed doses are looked at', () => {
  expect(kinds([day(1, { missedDoses: 1 }), day(0, { missedDoses: 1 })])).toEqual(['missed-doses']);
  expect(kinds([day(1, { missedDoses: 1 }), day(0, { missedDoses: 'not-recorded' })])).toEqual([]);
});

test('three good days ask for a little more; a day nobody wrote down is not a good day', () => {
  const good = (ago: number): DiaryEntry => day(ago, { pain: 2 });
  expect(kinds([good(2), good(1), good(0)])).toEqual(['step-up']);
  expect(kinds([good(2), good(0)])).toEqual([]);
  expect(kinds([good(2), day(1, {}), good(0)])).toEqual([]);
});

test('what was written for tomorrow does not count', () => {
  expect(kinds([day(-1, { fell: 'yes' })])).toEqual([]);
});
