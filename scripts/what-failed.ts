// The end of a run that failed: what failed, and why, in few lines, because a build server keeps only the end of a log. Of tests
// each with its file, title and reason; of other programs the lines that name a place or an error. The whole output of each
// step stands further up.

import type { StepResult } from './run-steps.ts';
import type { Progress } from './test-progress.ts';

/** With the table and the closing line under it, less than forty. */
const mostLines = 22;
const longestLine = 400;

/** Empty when everything passed. `progressOf` knows of a step that runs tests which of them failed. */
export function whatFailed(
  results: readonly StepResult[],
  progressOf: (step: string) => Progress | undefined,
): string {
  const failed = results.filter(({ passed }) => !passed);
  const each = Math.max(3, Math.floor(mostLines / Math.max(1, failed.length)));
  return failed
    .flatMap((result) => {
      const { step, cutShort } = result;
      const progress = progressOf(step.name);
      const reasons = progress === undefined ? [] : ofTests(progress);
      return [
        `FAILED  ${step.name}${cutShort === null ? '' : `: ${cutShort}`}`,
        ...shortened(reasons.length > 0 ? reasons : ofProgram(result), each - 1),
      ];
    })
    .slice(0, mostLines)
    .join('\n');
}

function ofTests({ failed, unfinished }: Progress): readonly string[] {
  return [
    ...failed.map(({ what, why }) => `  ${what}: ${onOneLine(why)}`),
    ...unfinished.map((what) => `  not ended: ${what}`),
  ];
}

const telling = /\berror\b|[✖×✗]|\b[\w./-]+\.(?:ts|tsx|json|ya?ml|css|md|mjs)\b[:( ]/i;

function ofProgram({ output, cutShort }: StepResult): readonly string[] {
  const lines = output
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '' && line !== cutShort);
  const some = lines.filter((line) => telling.test(line));
  // Of a program that ended by itself what it complained of first; of one that did not, what it said last.
  if (cutShort === null && some.length > 0) return some.map((line) => `  ${cut(line)}`);
  return lines.slice(-8).map((line) => `  ${cut(line)}`);
}

function shortened(lines: readonly string[], most: number): readonly string[] {
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `  and ${lines.length - most + 1} lines more, further up`];
}

function onOneLine(text: string): string {
  return cut(text.split(/\s*\n\s*/).join(' · '));
}

/** A long reason keeps its end too: that is where it happened. */
function cut(line: string): string {
  if (line.length <= longestLine) return line;
  return `${line.slice(0, longestLine - 101)} … ${line.slice(-98)}`;
}
