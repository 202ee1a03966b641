// `npm run numbers`: writes into TESTING.md how many tests there are, from the reports of the last
// `npm test`. Refuses when there is none, so that the page never shows numbers nobody measured.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { vitestReports } from './check-steps.ts';
import type { VitestReport } from './counts.ts';
import { numbersTable, withNumbers } from './test-numbers.ts';

const reports = Object.values(vitestReports);
if (reports.every((report) => existsSync(report))) {
  const read = reports.map((report) => JSON.parse(readFileSync(report, 'utf8')) as VitestReport);
  const [first, ...rest] = read;
  if (first === undefined) throw new Error('No report was read');
  const all = { ...first, testResults: [...first.testResults, ...rest.flatMap((one) => one.testResults)] };
  const table = numbersTable(all, process.cwd());
  writeFileSync('TESTING.md', withNumbers(readFileSync('TESTING.md', 'utf8'), table));
} else {
  console.error(`Run npm test first: ${reports.join(' and ')} hold the numbers.`);
  process.exitCode = 1;
}
