import { afterEach, describe, expect, test } from 'vitest';
import type { BatchRecord, BatchResult, ReadingSettings } from './batch.ts';
import { type LaneLimits, type Lanes, startLanes } from './lanes.ts';
import { createBatchReader } from './read-batch.ts';

const settings: ReadingSettings = { rows: 'ndjson', keep: 'sentences', language: null };
const opened: Lanes[] = [];

function lanes(limits: LaneLimits): Lanes {
  const started = startLanes(1, settings, limits);
  opened.push(started);
  return started;
}

function batch(text: string, count = 1): BatchRecord[] {
  return Array.from({ length: count }, (_, index) => ({ id: `r${index}`, patient: 'P1', text }));
}

function rowsOf({ rows }: BatchResult): string {
  return new TextDecoder().decode(rows ?? new Uint8Array(0));
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
});

describe('reading threads', () => {
  const expected = rowsOf(createBatchReader(settings)(batch('Recente heupfractuur links.', 3)));

  test('give what reading in this thread gives', async () => {
    const result = await lanes({ reportCharacters: 1000, threadMegabytes: 160 }).run(
      batch('Recente heupfractuur links.', 3),
    );
    expect(rowsOf(result)).toBe(expected);
  });

  test('leave a report that is too long for them to this thread', async () => {
    const { run } = lanes({ reportCharacters: 10, threadMegabytes: 160 });
    const results = await Promise.all([run(batch('Recente heupfractuur links.', 3)), run(batch('Kort.'))]);
    expect(rowsOf(results[0])).toBe(expected);
    expect(results[1]?.counts.reports).toBe(1);
  });

  test('lose no batch when a thread has too little memory', async () => {
    const { run } = lanes({ reportCharacters: 1000, threadMegabytes: 8 });
    const results = await Promise.all([
      run(batch('Recente heupfractuur links.', 3)),
      run(batch('Recente heupfractuur links.', 3)),
    ]);
    expect(results.map(rowsOf)).toEqual([expected, expected]);
  });
});
