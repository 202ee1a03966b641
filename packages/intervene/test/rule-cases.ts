// Runs the cases of the topics, which are the specification, and finds which rules a folder names.

import { readdirSync, readFileSync } from 'node:fs';
import type { Result } from '@breekpunt/core';
import { type Knowledge, loadKnowledge, type RuleCase, unheldNumbers } from '@breekpunt/knowledge';
import { expect, test } from 'vitest';

/** What an answer shows to a case: anything it names, and the rules and questions behind it. */
export interface Shown {
  readonly because: readonly string[];
  readonly ask: readonly string[];
  readonly [name: string]: unknown;
}

/**
 * One test a case. `because` and `ask` name rules and questions that must be among those given, `doesNotAsk` questions
 * that must not; everything else must be there as written.
 */
export function testCases<Given>(
  cases: readonly RuleCase[],
  answer: (given: Given, on: string, knowledge: Knowledge) => Shown,
): void {
  for (const each of cases) {
    test(`[${each.rules.join(', ')}] ${each.name}`, () => {
      check(each, answer(each.given as Given, each.on, loadKnowledge()));
    });
  }
}

function check({ rules, expect: written }: RuleCase, shown: Shown): void {
  const { because, ask, doesNotAsk, ...expected } = written as Partial<Shown> & {
    readonly doesNotAsk?: readonly string[];
  };
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

/**
 * One test: every number of these topics of parameters that the cases read has a case on both sides of it, but for those named
 * with a reason.
 */
export function testThresholds<Given>(
  cases: readonly RuleCase[],
  answer: (given: Given, on: string, knowledge: Knowledge) => Shown,
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
            check(each, answer(each.given as Given, each.on, knowledge));
            return true;
          } catch {
            return false;
          }
        });
      const unheld = unheldNumbers(loadKnowledge(), topics, passes);
      const named = unheld.filter(({ id }) => without[id] === undefined);
      const lines = named.map(({ id, value, side }) => `${id} ${value}: no case notices ${side}`);
      expect(lines, lines.join('\n')).toEqual([]);
      const found = new Set(unheld.map(({ id }) => id));
      expect(Object.keys(without).filter((id) => !found.has(id))).toEqual([]);
    },
  );
}

/** The rule ids of these prefixes that the code of a folder names, tests aside. */
export function rulesNamedIn(folder: string, prefixes: readonly string[]): ReadonlySet<string> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const id = new RegExp(`\\b(?:${prefixes.join('|')})\\d+`, 'g');
  return new Set(files.flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').match(id) ?? []));
}

export function unwrapped<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`expected a value, came ${JSON.stringify(result.error)}`);
  return result.value;
}
