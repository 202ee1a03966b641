import { expect, test } from 'vitest';
import { addCounts, closingLine, type VitestReport, vitestCounts } from './counts.ts';

const green: VitestReport = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 0,
  success: true,
  testResults: [{ name: 'a.test.ts', status: 'passed', assertionResults: [{ status: 'passed' }] }],
};

test('a green run counts its passed and skipped tests', () => {
  expect(vitestCounts(JSON.stringify(green))).toEqual({ passed: 3, failed: 0, skipped: 1 });
});

test('a run without any test is a failure, even when vitest calls it a success', () => {
  const empty = { ...green, numPassedTests: 0, numPendingTests: 0, testResults: [] };
  expect(vitestCounts(JSON.stringify(empty)).failed).toBe(1);
});

test('a run in which every test was skipped is a failure', () => {
  expect(vitestCounts(JSON.stringify({ ...green, numPassedTests: 0 })).failed).toBe(1);
});

test('a test file that could not be loaded counts as one failure', () => {
  const broken = {
    ...green,
    success: false,
    testResults: [...green.testResults, { name: 'b.test.ts', status: 'failed', assertionResults: [] }],
  };
  expect(vitestCounts(JSON.stringify(broken))).toEqual({ passed: 3, failed: 1, skipped: 1 });
});

test('an error outside any test counts as one failure', () => {
  expect(vitestCounts(JSON.stringify({ ...green, success: false })).failed).toBe(1);
});

test('a missing or damaged report is a failure', () => {
  expect(vitestCounts(undefined).failed).toBe(1);
  expect(vitestCounts('{"numPassedTests": 3').failed).toBe(1);
});

test('the closing line names skipped tests only when there are any', () => {
  expect(closingLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  expect(
    closingLine(addCounts({ passed: 12, failed: 1, skipped: 0 }, { passed: 0, failed: 0, skipped: 2 })),
  ).toBe('12 passed, 1 failed, 2 skipped');
});
