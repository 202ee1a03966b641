// clinlp and medspaCy, when a Python that has them is given; otherwise the results say they were not there.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { GoldReport } from '../texts/text-sets.ts';

export type PythonPeer = 'clinlp' | 'medspacy';

export type PythonResult =
  | {
      readonly outcome: 'measured';
      readonly version: string;
      readonly seconds: number;
      readonly found: readonly boolean[];
    }
  | { readonly outcome: 'not-installed' }
  | { readonly outcome: 'failed'; readonly message: string };

export function runPythonPeer(
  python: string,
  peer: PythonPeer,
  texts: readonly string[],
  gold: readonly GoldReport[],
  words: readonly string[],
): PythonResult {
  const present = spawnSync(python, ['-c', `import ${peer}`], { encoding: 'utf8' });
  if (present.error !== undefined || present.status !== 0) return { outcome: 'not-installed' };
  const script = join(import.meta.dirname, 'python-peers.py');
  const input = JSON.stringify({ peer, texts, gold, words });
  const run = spawnSync(python, [script], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) return { outcome: 'failed', message: lastLine(run.stderr) };
  return {
    outcome: 'measured',
    ...(JSON.parse(lastLine(run.stdout)) as { version: string; seconds: number; found: boolean[] }),
  };
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}
