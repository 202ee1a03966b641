// `npm run check`: everything a change must satisfy before it is committed, in under a minute on two
// cores. Reports all failures at once; exit code 1 when there is any.

import { checkSteps, forgetReports, progressOf } from './check-steps.ts';
import { runSteps, type StepResult, toldToStop } from './run-steps.ts';
import { failureText, summaryTable } from './summary.ts';
import { whatFailed } from './what-failed.ts';

const started = performance.now();
forgetReports();
const show = (result: StepResult): void => {
  if (!result.passed) console.log(failureText(result));
};
const results = await runSteps(checkSteps(), 2, show, { stop: toldToStop() });
const seconds = (performance.now() - started) / 1000;
console.log(
  `\n${whatFailed(results, progressOf)}\n\n${summaryTable(results)}\n\n${seconds.toFixed(0)} s in all`,
);
if (results.some(({ passed }) => !passed)) process.exitCode = 1;
