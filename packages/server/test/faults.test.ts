import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { faultRun } from './fault-run.ts';

const directory = mkdtempSync(join(tmpdir(), 'breekpunt-faults-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

test('whatever is killed while messages stream in, every acknowledged one is there once and none twice', async () => {
  const counts = await faultRun({ kills: 3, between: 30, directory });
  expect(counts.kills).toEqual({ server: 1, worker: 1, database: 1 });
  expect(counts.acknowledged).toBeGreaterThanOrEqual(120);
  expect(counts.sentAgain).toBeGreaterThan(0);
  expect(counts).toMatchObject({ lost: 0, twice: 0, reportsAstray: 0, casesAstray: 0, quarantined: 0 });
}, 180_000);
