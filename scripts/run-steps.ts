// Runs the steps of a check, a few at a time, and never stops at a failure: one run tells everything
// that is wrong. A step's output is kept together and shown only when the step failed. A step that does not
// end is ended, with every process it started, so that what is known by then is still told.

import { type ChildProcess, spawn } from 'node:child_process';

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
  /** Why the step did not end by itself, or did not start; null when it ran to its end. */
  readonly cutShort: string | null;
}

/**
 * Some six times what the longest step takes on two quiet cores: a machine that others use too is no failure, and a step
 * that hangs must not hang the build server.
 */
const longestStepMs = 45 * 60_000;
/** To close databases and browsers in order, after being asked to end; and to say the last words, after the end. */
const graceMs = 10_000;

export interface Bounds {
  /** When a step is ended that did not end by itself. */
  readonly limitMs?: number;
  /** Aborted with a reason in words: what runs is ended, nothing more begins, and every result is still given. */
  readonly stop?: AbortSignal;
}

/** All results, in the order of `steps`, whichever finished first. */
export async function runSteps(
  steps: readonly Step[],
  atOnce: number,
  onEnd: (result: StepResult) => void,
  { limitMs = longestStepMs, stop = new AbortController().signal }: Bounds = {},
): Promise<StepResult[]> {
  const results: StepResult[] = [];
  const waiting = steps.entries();
  const lane = async (): Promise<void> => {
    for (const [index, step] of waiting) {
      const result = await runStep(step, limitMs, stop);
      results[index] = result;
      onEnd(result);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return results;
}

/** Aborted when this process is told to end: by Ctrl+C, or by a build server whose patience ends. */
export function toldToStop(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => stop.abort(`stopped from outside, by ${signal}`));
  return stop.signal;
}

function runStep(step: Step, limitMs: number, stop: AbortSignal): Promise<StepResult> {
  if (stop.aborted)
    return Promise.resolve({ step, passed: false, seconds: 0, output: '', cutShort: String(stop.reason) });
  const [program, ...args] = step.command;
  const started = performance.now();
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let cutShort: string | null = null;
    const child = spawn(program, args, {
      // Plain text whoever reads it: a terminal, a file or a build server.
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, which can be ended whole.
      detached: true,
    });
    const cut = (why: string): void => {
      cutShort ??= why;
      endGroup(child);
    };
    const limit = setTimeout(() => cut(`ended at its limit of ${inWords(limitMs)}`), limitMs);
    const stopped = (): void => cut(String(stop.reason));
    stop.addEventListener('abort', stopped);
    const end = (passed: boolean): void => {
      clearTimeout(limit);
      stop.removeEventListener('abort', stopped);
      resolve({
        step,
        passed: passed && cutShort === null,
        seconds: (performance.now() - started) / 1000,
        output: Buffer.concat(chunks).toString('utf8') + (cutShort === null ? '' : `${cutShort}\n`),
        cutShort,
      });
    };
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => {
      cutShort = `Cannot start ${program}: ${error.message}`;
      end(false);
    });
    child.on('exit', (_code, signal) => {
      if (signal !== null) cutShort ??= `ended by ${signal}`;
      // Whatever it left running may hold its output open for ever.
      setTimeout(() => [child.stdout, child.stderr].map((pipe) => pipe.destroy()), graceMs).unref();
    });
    child.on('close', (code) => end(code === 0));
  });
}

/** Asks the whole group to end, and after a while no longer asks. */
function endGroup({ pid }: ChildProcess): void {
  signalGroup(pid, 'SIGTERM');
  setTimeout(() => signalGroup(pid, 'SIGKILL'), graceMs).unref();
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // Nobody is left in it.
  }
}

function inWords(ms: number): string {
  return ms < 60_000 ? `${ms / 1_000} s` : `${ms / 60_000} min`;
}
