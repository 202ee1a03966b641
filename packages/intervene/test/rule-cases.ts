// Runs the cases of the topics, which are the specification, and finds which rules a folder names.

import { readdirSync, readFileSync } from 'node:fs';
import type { Result } from '@breekpunt/core';
import type { RuleCase } from '@breekpunt/knowledge';
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
  answer: (given: Given, on: string) => Shown,
): void {
  for (const each of cases) {
    test(`[${each.rules.join(', ')}] ${each.name}`, () => {
      const { because, ask, doesNotAsk, ...expected } = each.expect as Partial<Shown> & {
        readonly doesNotAsk?: readonly string[];
      };
      const shown = answer(each.given as Given, each.on);
      expect(shown).toMatchObject(expected);
      if (because !== undefined) expect(shown.because).toEqual(expect.arrayContaining([...because]));
      if (ask !== undefined) expect(shown.ask).toEqual(expect.arrayContaining([...ask]));
      expect(shown.ask.filter((question) => doesNotAsk?.includes(question))).toEqual([]);
      // A case shows what its rules say only when one of them is behind the answer, or refuses to give one.
      expect(
        each.rules.some((rule) => shown.because.includes(rule)),
        'a rule of the case speaks',
      ).toBe(true);
    });
  }
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
