import { expect, test } from 'vitest';
import { fuzzRun } from './fuzz-run.ts';

test.each(['csv', 'ndjson', 'hl7v2'] as const)(
  'of 3,000 damaged items of %s none is lost, and both ends are met',
  async (format) => {
    const result = await fuzzRun(format, 3_000, 20_261_121);
    expect(result).toMatchObject({ itemsIn: 3_000, lost: 0, refused: 0 });
    expect(result.reports).toBeGreaterThan(300);
    expect(result.rejects).toBeGreaterThan(300);
  },
);
