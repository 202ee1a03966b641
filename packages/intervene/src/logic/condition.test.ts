// Three-valued conditions: unknown is an answer of its own, and asks only what could still change the whole.

import { type Answer, answers } from '@breekpunt/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { all, any, asked, type Condition, countOf, not } from './condition.ts';

const condition = fc
  .tuple(fc.constantFrom<Answer>(...answers), fc.constantFrom('a', 'b', 'c', 'd'))
  .map(([answer, question]) => asked(answer, question));
const parts = fc.array(condition, { maxLength: 5 });
const settings = { numRuns: 300, seed: 20261121 };

test('a condition asks exactly when it cannot be told', () => {
  fc.assert(
    fc.property(parts, fc.nat(5), (given, count) => {
      for (const whole of [all(...given), any(...given), countOf(given, count), not(any(...given))]) {
        expect(whole.missing.length > 0).toBe(whole.answer === 'not-recorded');
      }
    }),
    settings,
  );
});

test('filling in what was asked never turns a yes into a no, nor a no into a yes', () => {
  const filled = (given: readonly Condition[], answer: Answer): readonly Condition[] =>
    given.map((part) => (part.answer === 'not-recorded' ? asked(answer, 'filled') : part));
  fc.assert(
    fc.property(parts, fc.nat(5), fc.constantFrom<Answer>('yes', 'no'), (given, count, answer) => {
      for (const ask of [all, any, (...of: readonly Condition[]) => countOf(of, count)]) {
        const before = ask(...given).answer;
        if (before !== 'not-recorded') expect(ask(...filled(given, answer)).answer).toBe(before);
      }
    }),
    settings,
  );
});

test('one of two known to fail settles "all", and nothing is asked any more', () => {
  expect(all(asked('no', 'a'), asked('not-recorded', 'b'))).toEqual({ answer: 'no', missing: [] });
  expect(any(asked('yes', 'a'), asked('not-recorded', 'b'))).toEqual({ answer: 'yes', missing: [] });
});
