// How many tests there are of what, read from vitest's report, as the table TESTING.md shows. Pure; the
// reading and writing is testing-numbers.ts. A test that runs in three time zones is counted once.

import type { VitestReport } from './counts.ts';

const begin = '<!-- numbers: written by npm run numbers -->';
const end = '<!-- /numbers -->';

/** A Markdown table: one line a room, its test files and its tests. `root` is the repository's folder. */
export function numbersTable(report: VitestReport, root: string): string {
  const testsByFile = new Map<string, number>();
  for (const { name, assertionResults } of report.testResults)
    testsByFile.set(name.replaceAll('\\', '/').replace(`${root}/`, ''), assertionResults.length);

  const rooms = new Map<string, { files: number; tests: number }>();
  for (const [file, tests] of testsByFile) {
    const room = /^(?:(?:packages|tests)\/)?[^/]+/.exec(file)?.[0] ?? file;
    const sum = rooms.get(room) ?? { files: 0, tests: 0 };
    rooms.set(room, { files: sum.files + 1, tests: sum.tests + tests });
  }
  const lines = [...rooms]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([room, { files, tests }]) => `| \`${room}\` | ${files} | ${tests} |`);
  const total = [...rooms.values()].reduce((sum, { tests }) => sum + tests, 0);
  return [
    '| where | test files | tests |',
    '| --- | --: | --: |',
    ...lines,
    `| **all** | ${testsByFile.size} | **${total}** |`,
  ].join('\n');
}

/** The page with its marked block replaced. Throws when the marks are gone: then nothing would be updated. */
export function withNumbers(page: string, table: string): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from === -1 || to < from) throw new Error(`TESTING.md has no block ${begin} … ${end}`);
  return `${page.slice(0, from)}${begin}\n\n${table}\n\n${page.slice(to)}`;
}
