// Kills the listener, the worker and the database under a stream of messages and prints what became of them:
// node packages/server/scripts/fault-run.ts [--kills 50] [--between 60]

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { faultRun } from '../test/fault-run.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '50' }, between: { type: 'string', default: '60' } },
});
const directory = mkdtempSync(join(tmpdir(), 'breekpunt-faults-'));
try {
  const counts = await faultRun({
    kills: Number(values.kills),
    between: Number(values.between),
    directory,
    say: (line) => console.error(line),
  });
  console.log(JSON.stringify(counts, null, 1));
} finally {
  rmSync(directory, { recursive: true, force: true });
}
