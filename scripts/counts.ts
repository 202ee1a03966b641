// How many tests passed, failed and were skipped, and how to read that from vitest's JSON report.
// One decision: a test file that could not be loaded, and an error outside any test, each count as one
// failure, because vitest's own totals leave them out. Reads no file: the report comes in as text.

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const noCounts: Counts = { passed: 0, failed: 0, skipped: 0 };

export function addCounts(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** The line a run ends with; alone on its line, so that a machine can read it. */
export function closingLine(counts: Counts): string {
  const skipped = counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`;
  return `${counts.passed} passed, ${counts.failed} failed${skipped}`;
}

/** The parts of vitest's JSON report this project relies on. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly success: boolean;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/**
 * Counts of one vitest run. A report that is missing, unreadable or empty of tests is one failure:
 * a run that tested nothing has proved nothing.
 */
export function vitestCounts(reportText: string | undefined): Counts {
  const report = parseReport(reportText);
  if (report === undefined) return { ...noCounts, failed: 1 };
  const filesThatNeverRan = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + filesThatNeverRan;
  const skipped = report.numPendingTests + report.numTodoTests;
  const ranNothing = report.numPassedTests + failed === 0;
  const failedOutsideTests = !report.success && failed === 0;
  return {
    passed: report.numPassedTests,
    failed: ranNothing || failedOutsideTests ? failed + 1 : failed,
    skipped,
  };
}

function parseReport(text: string | undefined): VitestReport | undefined {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as VitestReport;
  } catch {
    return undefined;
  }
}
