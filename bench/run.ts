// The engine's benchmark: node bench/run.ts --date 2026-11-21 --commit abc1234 [--name engine] [--quick]
// [--python /path/to/python3]. Stores the figures and makes RESULTS.md anew.

import { parseArgs } from 'node:util';
import { runEngineBenchmark } from './engine-run.ts';
import { machine, required, storeRun } from './results.ts';

const { values } = parseArgs({
  options: {
    date: { type: 'string' },
    commit: { type: 'string' },
    name: { type: 'string', default: 'engine' },
    python: { type: 'string', default: 'python3' },
    quick: { type: 'boolean', default: false },
  },
});

const run = await runEngineBenchmark({
  date: required('date', values.date),
  commit: required('commit', values.commit),
  machine: machine(),
  python: values.python,
  timing: values.quick
    ? { rounds: 3, warmUps: 1, slowRoundMs: 500 }
    : { rounds: 21, warmUps: 4, slowRoundMs: 2000 },
  processRuns: values.quick ? 3 : 15,
  latencyPasses: values.quick ? 2 : 9,
  lengths: values.quick ? [1000, 10_000, 100_000] : [1000, 10_000, 100_000, 1_000_000, 10_000_000],
  tell: (what) => console.error(`… ${what}`),
});
console.log(storeRun(values.name, run));
