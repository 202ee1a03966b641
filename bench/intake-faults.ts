// Kills the listener, the worker and the database under a stream of messages and counts what is left:
// npm run bench:intake-faults -- --date 2026-11-21 --commit abc1234 [--kills 50]
// Without --date nothing is stored.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { machine, required, storeRun } from './results.ts';

const { values } = parseArgs({
  options: {
    date: { type: 'string' },
    commit: { type: 'string' },
    kills: { type: 'string', default: '50' },
  },
});

const script = join(import.meta.dirname, '../packages/server/scripts/fault-run.ts');
const counts = JSON.parse(
  execFileSync(process.execPath, [script, '--kills', values.kills], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  }),
) as { kills: Record<string, number> } & Record<string, number>;

const figures = {
  'kills of the listener': counts.kills['server'] ?? 0,
  'kills of the worker': counts.kills['worker'] ?? 0,
  'kills of the database': counts.kills['database'] ?? 0,
  'messages acknowledged': counts['acknowledged'] ?? 0,
  'tries without an answer, sent again': counts['sentAgain'] ?? 0,
  'acknowledged and lost': counts['lost'] ?? 0,
  'kept twice': counts['twice'] ?? 0,
  'reports not exactly once in the record': counts['reportsAstray'] ?? 0,
  'people without exactly one open case': counts['casesAstray'] ?? 0,
};
console.table(figures);
if (values.date !== undefined)
  console.log(
    storeRun('intake-faults', {
      kind: 'intake-faults',
      date: values.date,
      commit: required('commit', values.commit),
      machine: machine(),
      figures,
    }),
  );
