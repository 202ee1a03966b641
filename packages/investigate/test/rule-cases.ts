// Runs the cases of a topic, which are the specification, and reads which rules a folder names.

import { readdirSync, readFileSync } from 'node:fs';
import type { Result } from '@breekpunt/core';
import { type Knowledge, loadKnowledge, type RuleCase, unheldNumbers } from '@breekpunt/knowledge';
import { expect, test } from 'vitest';

interface Expected {
  readonly because?: readonly string[];
  readonly findings?: object;
}

/** One test a case: what is expected must be in the answer; findings are compared whole. */
export function testCases<Given>(
  cases: readonly RuleCase[],
  answer: (given: Given, on: string, knowledge: Knowledge) => object,
): void {
  for (const each of cases) {
    test(`[${each.rules.join(', ')}] ${each.name}`, () => {
      check(each, answer(each.given as Given, each.on, loadKnowledge()));
    });
  }
}

function check({ expect: written }: RuleCase, found: Expected): void {
  const { because, findings, ...expected } = written as Expected;
  expect(found).toMatchObject(expected);
  if (findings !== undefined) expect(found.findings).toEqual(findings);
  if (because !== undefined) expect(found.because).toEqual(expect.arrayContaining([...because]));
}

/**
 * One test: every number of these topics of parameters that the cases read has a case on both sides of it, but for those named
 * with a reason.
 */
export function testThresholds<Given>(
  cases: readonly RuleCase[],
  answer: (given: Given, on: string, knowledge: Knowledge) => object,
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

/** The rule ids with this prefix (two letters) that the code of a folder names, tests aside. */
export function rulesNamedIn(folder: string, prefix: string): ReadonlySet<string> {
  const code = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const id = new RegExp(`\\b${prefix}\\d+`, 'g');
  return new Set(code.flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').match(id) ?? []));
}

/** The value of a result, or the failure of the test with what came instead. */
export function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`expected a value, came ${JSON.stringify(result.error)}`);
  return result.value;
}
