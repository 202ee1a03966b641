// For the tests of the packages that carry rules: runs the cases of a topic, which are the specification, and finds which rules
// a folder names.

import { readdirSync, readFileSync } from 'node:fs';
import type { Result } from '@breekpunt/core';
import { expect, test } from 'vitest';
import { type Knowledge, loadKnowledge, type RuleCase, unheldNumbers } from '../src/index.ts';

/** What a decision shows to a case: anything it names, and the rules and questions behind it. */
export interface Shown {
  readonly because: readonly string[];
  readonly ask: readonly string[];
  readonly [name: string]: unknown;
}

type Answer<Given, Found extends object> = (given: Given, on: string, knowledge: Knowledge) => Found;
/** Fails where what was found is not what the case expects. */
type Compare<Found extends object> = (each: RuleCase, found: Found) => void;

interface Expected {
  readonly because?: readonly string[];
  readonly ask?: readonly string[];
  readonly doesNotAsk?: readonly string[];
  readonly findings?: object;
}

/** What an examination found: `because` names rules that must be among those given, findings are compared whole. */
export function asFound({ expect: written }: RuleCase, found: object): void {
  const { because, findings, ...expected } = written as Expected;
  expect(found).toMatchObject(expected);
  const { because: named, findings: those } = found as Expected;
  if (findings !== undefined) expect(those).toEqual(findings);
  if (because !== undefined) expect(named).toEqual(expect.arrayContaining([...because]));
}

/** A decision: `ask` names questions that must be asked as well, `doesNotAsk` those that must not. */
export function asDecided({ rules, expect: written }: RuleCase, shown: Shown): void {
  const { because, ask, doesNotAsk, ...expected } = written as Expected;
  expect(shown).toMatchObject(expected);
  if (because !== undefined) expect(shown.because).toEqual(expect.arrayContaining([...because]));
  if (ask !== undefined) expect(shown.ask).toEqual(expect.arrayContaining([...ask]));
  expect(shown.ask.filter((question) => doesNotAsk?.includes(question))).toEqual([]);
  // A case shows what its rules say only when one of them is behind the answer, or refuses to give one.
  expect(
    rules.some((rule) => shown.because.includes(rule)),
    'a rule of the case speaks',
  ).toBe(true);
}

/** One test a case. */
export function testCases<Given, Found extends object>(
  cases: readonly RuleCase[],
  answer: Answer<Given, Found>,
  compare: Compare<Found>,
): void {
  for (const each of cases) {
    test(`[${each.rules.join(', ')}] ${each.name}`, () => {
      compare(each, answer(each.given as Given, each.on, loadKnowledge()));
    });
  }
}

/**
 * One test: every number of these topics of parameters that the cases read has a case on both sides of it, but for those named
 * with a reason.
 */
export function testThresholds<Given, Found extends object>(
  cases: readonly RuleCase[],
  answer: Answer<Given, Found>,
  compare: Compare<Found>,
  topics: readonly string[],
  without: Readonly<Record<string, string>> = {},
): void {
  // Long, and the same in every time zone: once is enough, in the run that `npm run check` leaves to `npm test`.
  test.runIf(process.env['TZ'] === 'UTC')(
    'every number behind these rules has a case just on this side of it and one just on the other',
    () => {
      const passes = (knowledge: Knowledge): boolean =>
        cases.every((each) => {
          try {
            compare(each, answer(each.given as Given, each.on, knowledge));
            return true;
          } catch {
            return false;
          }
        });
      expect(unheldNumbers(loadKnowledge(), topics, passes, without)).toEqual([]);
    },
  );
}

/** The rule ids of these prefixes that the code of a folder names, tests aside. */
export function rulesNamedIn(folder: string, prefixes: readonly string[]): ReadonlySet<string> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const id = new RegExp(`\\b(?:${prefixes.join('|')})\\d+`, 'g');
  return new Set(files.flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').match(id) ?? []));
}

/** The value of a result, or the failure of the test with what came instead. */
export function unwrapped<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`expected a value, came ${JSON.stringify(result.error)}`);
  return result.value;
}
