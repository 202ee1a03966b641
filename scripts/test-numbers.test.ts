import { expect, test } from 'vitest';
import { numbersTable, withNumbers } from './test-numbers.ts';

const file = (
  name: string,
  tests: number,
): { name: string; status: string; assertionResults: { status: string }[] } => ({
  name: `/somewhere/${name}`,
  status: 'passed',
  assertionResults: Array.from({ length: tests }, () => ({ status: 'passed' })),
});

test('tests are counted by room, and a file that ran in three time zones once', () => {
  const report = {
    numPassedTests: 9,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    success: true,
    testResults: [
      file('packages/core/src/a.test.ts', 2),
      file('packages/core/src/a.test.ts', 2),
      file('packages/core/src/deep/b.test.ts', 1),
      file('scripts/c.test.ts', 3),
      file('scripts/deep/d.test.ts', 1),
    ],
  };
  expect(numbersTable(report, '/somewhere').split('\n').slice(2)).toEqual([
    '| `packages/core` | 2 | 3 |',
    '| `scripts` | 2 | 4 |',
    '| **all** | 4 | **7** |',
  ]);
});

test('only the marked block of the page changes, and a page without marks is an error', () => {
  const page = 'before\n<!-- numbers: written by npm run numbers -->\nold\n<!-- /numbers -->\nafter';
  const once = withNumbers(page, 'new');
  expect(once).toBe(
    'before\n<!-- numbers: written by npm run numbers -->\n\nnew\n\n<!-- /numbers -->\nafter',
  );
  expect(withNumbers(once, 'new')).toBe(once);
  expect(() => withNumbers('no marks', 'new')).toThrow('has no block');
});
