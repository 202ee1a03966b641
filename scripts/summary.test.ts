import { expect, test } from 'vitest';
import { failureText, summaryTable } from './summary.ts';

test('the table shows every step with its seconds, and a remedy only where one failed', () => {
  const step = { name: 'format', command: ['biome', 'ci'], remedy: 'npm run format' } as const;
  const table = summaryTable([
    { step, passed: true, seconds: 1.24, output: '', cutShort: null },
    { step: { ...step, name: 'lint' }, passed: false, seconds: 12.06, output: 'x', cutShort: null },
  ]);
  expect(table).toBe(
    ['ok      format     1.2 s', 'FAILED  lint      12.1 s   try: npm run format'].join('\n'),
  );
});

test('a failure shows the command and everything it said', () => {
  const text = failureText({
    step: { name: 'types', command: ['tsc', '-p', '.'] },
    passed: false,
    seconds: 1,
    output: 'a.ts(1,1): error\n\n',
    cutShort: null,
  });
  expect(text).toContain('types: tsc -p .\na.ts(1,1): error\n');
});
