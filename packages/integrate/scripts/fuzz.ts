// Fuzzes the readers: node packages/integrate/scripts/fuzz.ts [COUNT=200000] [SEED=20261121]
// COUNT damaged items of each format (CSV rows, NDJSON lines, HL7 messages). Prints one line of figures a format
// and ends with 1 when an item was lost or a file was refused.

import { type FuzzResult, fuzzRun } from '../test/fuzz-run.ts';

const count = Number(process.argv[2] ?? 200_000);
const seed = Number(process.argv[3] ?? 20_261_121);
if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed)) {
  console.error('Expected a whole number of items and a whole seed, as in: fuzz.ts 200000 20261121');
  process.exit(2);
}

const results: FuzzResult[] = [];
for (const format of ['csv', 'ndjson', 'hl7v2'] as const) {
  const started = performance.now();
  const result = await fuzzRun(format, count, seed);
  results.push(result);
  console.log(
    JSON.stringify({ ...result, seconds: Number(((performance.now() - started) / 1_000).toFixed(1)) }),
  );
}
process.exit(results.every((result) => result.lost === 0 && result.refused === 0) ? 0 : 1);
