import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { canMount, diskFullRun } from './disk-full-run.ts';

const directory = mkdtempSync(join(tmpdir(), 'breekpunt-full-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

// Only root may mount the small disk that is filled here.
test.runIf(canMount())(
  'on a full disk messages are refused with the reason, and with room again each is kept once',
  async () => {
    const counts = await diskFullRun(directory);
    expect(counts.acknowledgedBefore).toBe(10);
    expect(counts.refused).toBeGreaterThanOrEqual(10);
    expect(counts.reasons).toContain(
      'the disk of the database is full and the message was not stored; make room and send it again',
    );
    expect(counts).toMatchObject({ acknowledgedAfter: counts.refused, lost: 0, twice: 0 });
  },
  120_000,
);
