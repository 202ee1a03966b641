import { expect, test } from 'vitest';
import type { StepResult } from './run-steps.ts';
import { progressFrom } from './test-progress.ts';
import { whatFailed } from './what-failed.ts';

const passed: StepResult = {
  step: { name: 'types', command: ['tsc'] },
  passed: true,
  seconds: 1,
  output: '',
  cutShort: null,
};
const failed = (name: string, output: string, cutShort: string | null = null): StepResult => ({
  ...passed,
  step: { name, command: ['x'] },
  passed: false,
  output,
  cutShort,
});
const progress = (...lines: readonly object[]) =>
  progressFrom(lines.map((line) => JSON.stringify(line)).join('\n'));

test('a run that passed ends with nothing of this', () => {
  expect(whatFailed([passed], () => undefined)).toBe('');
});

test('of failed tests the end names file, title and reason, each reason on one line', () => {
  const title = '[full] tests/journeys/guide.browser.test.ts > a nurse makes a link';
  const seen = progress(
    { event: 'begins', what: title },
    {
      event: 'fails',
      what: title,
      why: 'locator.click: Timeout 30000ms exceeded.\nCall log:\n  - waiting for X\nat a.ts:3',
    },
    { event: 'ends', what: title },
  );
  expect(whatFailed([passed, failed('full tests', 'long')], () => seen)).toBe(
    [
      'FAILED  full tests',
      `  ${title}: locator.click: Timeout 30000ms exceeded. · Call log: · - waiting for X · at a.ts:3`,
    ].join('\n'),
  );
});

test('of a step ended at its limit the end names the innermost that had not ended', () => {
  const file = '[server] packages/server/test/a.test.ts';
  const seen = progress(
    { event: 'begins', what: file },
    { event: 'begins', what: `${file} > one` },
    { event: 'ends', what: `${file} > one` },
    { event: 'begins', what: `${file} > two` },
  );
  const cutShort = 'ended at its limit of 45 min';
  expect(whatFailed([failed('tests', `out\n${cutShort}\n`, cutShort)], () => seen)).toBe(
    [`FAILED  tests: ${cutShort}`, `  not ended: ${file} > two`].join('\n'),
  );
});

test('of any other program the end shows the lines that name a place or an error, or else the last ones', () => {
  const said = failed('types', 'Checking\n\nsrc/a.ts(1,2): error TS1: wrong\nFound 1.\n');
  expect(whatFailed([said], () => undefined)).toBe('FAILED  types\n  src/a.ts(1,2): error TS1: wrong');
  const ended = failed('types', 'reading a.ts:1\nreading b.ts:1\n', 'ended by SIGKILL');
  expect(whatFailed([ended], () => undefined)).toContain('  reading b.ts:1');
});

test('however much fails, the end has room in forty lines, for each step something', () => {
  const why = 'x'.repeat(5_000);
  const seen = progress(
    ...Array.from({ length: 200 }, (_, at) => ({
      event: 'fails',
      what: `[everyday] a.test.ts > ${at}`,
      why,
    })),
  );
  const steps = ['one', 'two', 'three', 'four'].map((name) => failed(name, 'error\n'.repeat(500)));
  const lines = whatFailed(steps, (step) => (step === 'one' ? seen : undefined)).split('\n');
  expect(lines.length).toBeLessThanOrEqual(22);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(500);
  expect(lines.filter((line) => line.startsWith('FAILED')).length).toBe(4);
  expect(lines.filter((line) => line.endsWith('further up')).length).toBe(4);
});

test('a file that ended has nothing unfinished, not even the hook that failed and was never said to end', () => {
  const seen = progress(
    { event: 'begins', what: '[full] a.test.ts' },
    { event: 'begins', what: '[full] a.test.ts > suite > (beforeAll)' },
    { event: 'fails', what: '[full] a.test.ts > suite', why: 'the hook failed' },
    { event: 'ends', what: '[full] a.test.ts' },
  );
  expect(seen.unfinished).toEqual([]);
});

test('a line of progress that was cut in the middle is passed over', () => {
  expect(progressFrom('{"event":"fails","what":"a","why":"b"}\n{"event":"fa')).toEqual({
    failed: [{ what: 'a', why: 'b' }],
    unfinished: [],
  });
});
