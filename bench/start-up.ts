// What the case finder costs before its first report: time to the first result, memory of the compiled
// vocabularies, and the size of what a browser must fetch.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { median, rounded } from './measure.ts';

export interface ColdStart {
  readonly runs: number;
  readonly importToResultMs: number;
  readonly processToResultMs: number;
  /** Process to result where nothing compiled was kept by an earlier process; absent in runs of before. */
  readonly firstEverMs?: number;
  /** A Node process that does nothing, started and ended the same way. */
  readonly emptyProcessMs: number;
  readonly wholeProcessMs: number;
}

/** Starts as the program does, which keeps compiled code beside itself; and once more without anything kept. */
export function measureColdStart(runs: number): ColdStart {
  const child = join(import.meta.dirname, 'children', 'cold-start.ts');
  const kept = mkdtempSync(join(tmpdir(), 'breekpunt-compiled-'));
  const started = (cache: string | undefined): { importToResult: number; processToResult: number } =>
    JSON.parse(nodeOutput([child], cache)) as { importToResult: number; processToResult: number };
  started(kept);
  const inner = { importToResult: [] as number[], processToResult: [] as number[] };
  const [whole, empty, firstEver]: [number[], number[], number[]] = [[], [], []];
  for (let run = 0; run < runs; run++) {
    empty.push(timed(() => nodeOutput(['-e', '0'], kept)));
    firstEver.push(started(undefined).processToResult);
    whole.push(
      timed(() => {
        const told = started(kept);
        inner.importToResult.push(told.importToResult);
        inner.processToResult.push(told.processToResult);
      }),
    );
  }
  rmSync(kept, { recursive: true });
  return {
    runs,
    importToResultMs: rounded(median(inner.importToResult)),
    processToResultMs: rounded(median(inner.processToResult)),
    firstEverMs: rounded(median(firstEver)),
    emptyProcessMs: rounded(median(empty)),
    wholeProcessMs: rounded(median(whole)),
  };
}

export interface Memory {
  readonly loadedMB: number;
  readonly compiledMB: number;
  readonly totalMB: number;
}

/** Heap and array buffers beyond an empty process: rows loaded, then compiled; medians of some runs. */
export function measureMemory(runs: number): Memory {
  type Weight = { heapUsed: number; arrayBuffers: number };
  const child = join(import.meta.dirname, 'children', 'memory.ts');
  const size = (weight: Weight): number => weight.heapUsed + weight.arrayBuffers;
  const told = Array.from({ length: runs }, () => {
    const { empty, loaded, compiled } = JSON.parse(nodeOutput(['--expose-gc', child])) as {
      [name: string]: Weight;
    };
    if (!empty || !loaded || !compiled) throw new Error('Expected three weights.');
    return [size(loaded) - size(empty), size(compiled) - size(loaded), size(compiled) - size(empty)] as const;
  });
  const middle = (index: 0 | 1 | 2): number => rounded(median(told.map((weights) => weights[index])) / 1e6);
  return { loadedMB: middle(0), compiledMB: middle(1), totalMB: middle(2) };
}

export interface Bundle {
  readonly minifiedBytes: number;
  readonly gzippedBytes: number;
  /** Modules of Node that crept in; a browser has none of them. */
  readonly nodeModules: readonly string[];
}

export async function measureBundle(): Promise<Bundle> {
  const bundle = await rolldown({
    input: join(import.meta.dirname, 'children', 'browser-entry.ts'),
    platform: 'browser',
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  await bundle.close();
  const chunks = output.filter((part) => part.type === 'chunk');
  const code = chunks.map((chunk) => chunk.code).join('');
  return {
    minifiedBytes: Buffer.byteLength(code),
    gzippedBytes: gzipSync(code, { level: 9 }).length,
    nodeModules: chunks.flatMap((chunk) => chunk.imports).filter((name) => name.startsWith('node:')),
  };
}

function nodeOutput(args: readonly string[], compileCache?: string): string {
  const env = { ...process.env, NODE_COMPILE_CACHE: compileCache };
  const run = spawnSync(process.execPath, [...args], { encoding: 'utf8', env });
  if (run.status !== 0)
    throw new Error(`A child process ended with ${run.status}: ${run.stderr.slice(-500)}`);
  return run.stdout;
}

function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
