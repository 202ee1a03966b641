// Runs the cases of a topic, which are the specification, and reads which rules a folder names.

import { readdirSync, readFileSync } from 'node:fs';
import type { Result } from '@breekpunt/core';
import type { RuleCase } from '@breekpunt/knowledge';
import { expect, test } from 'vitest';

interface Expected {
  readonly because?: readonly string[];
  readonly findings?: object;
}

/** One test a case: what is expected must be in the answer; findings are compared whole. */
export function testCases<Given>(
  cases: readonly RuleCase[],
  answer: (given: Given, on: string) => object,
): void {
  for (const each of cases) {
    test(`[${each.rules.join(', ')}] ${each.name}`, () => {
      const { because, findings, ...expected } = each.expect as Expected;
      const found: Expected = answer(each.given as Given, each.on);
      expect(found).toMatchObject(expected);
      if (findings !== undefined) expect(found.findings).toEqual(findings);
      if (because !== undefined) expect(found.because).toEqual(expect.arrayContaining([...because]));
    });
  }
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
