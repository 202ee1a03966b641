// The table at the end of a check: one line a step, its seconds, and what to do about a failure.

import type { StepResult } from './run-steps.ts';

export function summaryTable(results: readonly StepResult[]): string {
  const width = Math.max(...results.map(({ step }) => step.name.length));
  return results
    .map(({ step, passed, seconds }) => {
      const verdict = passed ? 'ok    ' : 'FAILED';
      const remedy = passed || step.remedy === undefined ? '' : `   try: ${step.remedy}`;
      return `${verdict}  ${step.name.padEnd(width)}  ${seconds.toFixed(1).padStart(6)} s${remedy}`;
    })
    .join('\n');
}

/** A failed step's whole output under its own heading. */
export function failureText({ step, output }: StepResult): string {
  return `\n──── ${step.name}: ${step.command.join(' ')}\n${output.trimEnd()}\n`;
}
