// Runs the steps of a check, a few at a time, and never stops at a failure: one run tells everything
// that is wrong. A step's output is kept together and shown only when the step failed.

import { spawn } from 'node:child_process';

/** One command that must succeed. */
export interface Step {
  readonly name: string;
  /** A program of the repository's own node_modules/.bin, or `node`, with its arguments. */
  readonly command: readonly [string, ...string[]];
  /** What to type to mend the commonest failure. */
  readonly remedy?: string;
}

export interface StepResult {
  readonly step: Step;
  readonly passed: boolean;
  readonly seconds: number;
  readonly output: string;
}

/** Longer than any step takes on two cores that others use too; a step that hangs must not hang the build server. */
const longestStep = 60 * 60_000;

/** All results, in the order of `steps`, whichever finished first. */
export async function runSteps(
  steps: readonly Step[],
  atOnce: number,
  onEnd: (result: StepResult) => void,
): Promise<StepResult[]> {
  const results: StepResult[] = [];
  const waiting = steps.entries();
  const lane = async (): Promise<void> => {
    for (const [index, step] of waiting) {
      const result = await runStep(step);
      results[index] = result;
      onEnd(result);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return results;
}

function runStep(step: Step): Promise<StepResult> {
  const [program, ...args] = step.command;
  const started = performance.now();
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const child = spawn(program, args, {
      // Plain text whoever reads it: a terminal, a file or a build server.
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: longestStep,
    });
    const end = (passed: boolean, note = ''): void =>
      resolve({
        step,
        passed,
        seconds: (performance.now() - started) / 1000,
        output: Buffer.concat(chunks).toString('utf8') + note,
      });
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => end(false, `Cannot start ${program}: ${error.message}\n`));
    child.on('close', (code, signal) => end(code === 0, signal === null ? '' : `Ended by ${signal}\n`));
  });
}
