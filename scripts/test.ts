// `npm test`, the one test command: every check, then the suites that need the whole product. Installs
// the system packages those suites need, reports all failures, and ends with one line that sums them:
// each vitest test counts as one, and so does each other check.

import {
  checkSteps,
  forgetReports,
  fullSteps,
  progressOf,
  readIfThere,
  vitestReports,
} from './check-steps.ts';
import { addCounts, type Counts, closingLine, noCounts, vitestCounts } from './counts.ts';
import { runSteps, type StepResult, toldToStop } from './run-steps.ts';
import { failureText, summaryTable } from './summary.ts';
import { installSystemPackages } from './system-packages.ts';
import { whatFailed } from './what-failed.ts';

const reports: Readonly<Record<string, string>> = vitestReports;

const show = (result: StepResult): void => {
  if (result.passed) console.log(`ok      ${result.step.name} (${result.seconds.toFixed(1)} s)`);
  else console.log(failureText(result));
};

forgetReports();
installSystemPackages();
const stop = toldToStop();
const checks = await runSteps(checkSteps(), 2, show, { stop });
// These suites start databases, servers and browsers; nothing else may run beside them.
const full = await runSteps(fullSteps(), 1, show, { stop });

const results = [...checks, ...full];
const counts = results.map(countsOf).reduce(addCounts, noCounts);
console.log(`\n${whatFailed(results, progressOf)}\n\n${summaryTable(results)}\n`);
console.log(closingLine(counts));
if (counts.failed > 0) process.exitCode = 1;

function countsOf({ step, passed }: StepResult): Counts {
  const report = reports[step.name];
  if (report === undefined) return passed ? { ...noCounts, passed: 1 } : { ...noCounts, failed: 1 };
  const counted = vitestCounts(readIfThere(report));
  // Vitest can fail for a reason its report does not hold, such as a crash while closing.
  return !passed && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}
