// Runs every case of the alarm signs, and what must hold for all answers. The cases are the specification.

import { type Answer, answers as everyAnswer, knownDate } from '@breekpunt/core';
import { type Knowledge, loadKnowledge, ruleCases } from '@breekpunt/knowledge';
import {
  asDecided,
  rulesNamedIn,
  type Shown,
  testCases,
  testThresholds,
  unwrapped,
} from '@breekpunt/knowledge/test/rule-cases';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AlarmAnswers, alarmLevel, alarmLevels, contextSigns } from './alarm-level.ts';
import { alarmNumbersOn, alarmRulesOn } from './alarm-rules.ts';

type Given = Partial<AlarmAnswers> & { readonly otherwise?: 'nothing' };

const knowledge = loadKnowledge();
const cases = ruleCases('alarm-signs');
const today = knownDate('2026-11-21');
const rules = unwrapped(alarmRulesOn(knowledge, today, new Set()));
const allSigns = [...rules.redNow, ...rules.redEmergency, ...rules.orange, ...rules.yellow, ...contextSigns];

const unanswered: AlarmAnswers = {
  signs: {},
  fractureOfChestSpine: 'not-recorded',
  onAntiInflammatoryOrAnticoagulant: 'not-recorded',
  onOpioid: 'not-recorded',
  onBoneDrug: 'not-recorded',
  lastInjection: 'not-recorded',
  pain: 'not-recorded',
  weeksSinceFracture: 'not-recorded',
};

const nothing: AlarmAnswers = {
  signs: Object.fromEntries(allSigns.map((sign) => [sign, 'no'] as const)),
  fractureOfChestSpine: 'no',
  onAntiInflammatoryOrAnticoagulant: 'no',
  onOpioid: 'no',
  onBoneDrug: 'no',
  lastInjection: 'never',
  pain: 2,
  weeksSinceFracture: 3,
};

function answer({ otherwise, signs, ...given }: Given, on: string, from: Knowledge): Shown {
  const base = otherwise === 'nothing' ? nothing : unanswered;
  const of = unwrapped(alarmRulesOn(from, today, new Set()));
  const found = alarmLevel({ ...base, ...given, signs: { ...base.signs, ...signs } }, knownDate(on), of);
  return { ...found, because: found.reasons, ask: found.missing };
}

test('the cases of the alarm signs are there to be run', () => {
  expect(cases.length).toBeGreaterThan(30);
});

testCases(cases, answer, asDecided);
testThresholds(cases, answer, asDecided, ['alarm.']);

const gravity = (level: (typeof alarmLevels)[number]): number => -alarmLevels.indexOf(level);
const arbitraryAnswers = fc
  .array(fc.constantFrom<Answer>(...everyAnswer), { minLength: allSigns.length, maxLength: allSigns.length })
  .map((given) => ({
    ...nothing,
    onBoneDrug: 'yes' as const,
    signs: Object.fromEntries(allSigns.map((sign, place) => [sign, given[place] ?? 'no'] as const)),
  }));

test('one more sign never makes the level milder, and an answer taken back never makes it milder either', () => {
  fc.assert(
    fc.property(arbitraryAnswers, fc.constantFrom(...allSigns), (given, sign) => {
      const at = (state: Answer) =>
        alarmLevel({ ...given, signs: { ...given.signs, [sign]: state } }, today, rules);
      const worst = (found: ReturnType<typeof at>): number => {
        const certain = found.outcome === 'cannot-tell' ? gravity('at-home') : gravity(found.outcome);
        return found.mayBe === null ? certain : Math.max(certain, gravity(found.mayBe));
      };
      expect(worst(at('yes'))).toBeGreaterThanOrEqual(worst(at('no')));
      expect(worst(at('not-recorded'))).toBeGreaterThanOrEqual(worst(at('yes')));
      // A sign that counts only with something else may stay unasked once that is known to be absent.
      const plain = !contextSigns.some((each) => each === sign);
      if (plain) expect(at('not-recorded').outcome).not.toBe('at-home');
    }),
    { numRuns: 200, seed: 20261121 },
  );
});

test('Belgium has a number out of hours, the Netherlands have none for everybody', () => {
  expect(unwrapped(alarmNumbersOn(knowledge, 'BE', today))).toEqual({ ambulance: '112', outOfHours: '1733' });
  expect(unwrapped(alarmNumbersOn(knowledge, 'NL', today))).toEqual({ ambulance: '112', outOfHours: null });
});

test('every rule of the alarm signs is named in its code, and no other', () => {
  const used = rulesNamedIn(import.meta.dirname, ['AL']);
  const topic = Object.values(knowledge.rules).filter((rule) => rule.topic === 'alarm-signs');
  expect([...used].toSorted()).toEqual(topic.map(({ id }) => id).toSorted());
});
