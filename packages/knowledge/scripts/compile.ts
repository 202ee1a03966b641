// npm run knowledge: checks knowledge/, writes src/generated/, prints every problem, and exits 1 if there is any.
// With --check it writes nothing and exits 1 when the generated files are not what knowledge/ compiles to.

import { join } from 'node:path';
import { knownDate } from '@breekpunt/core';
import type { CodeValueSet } from '../src/code-value-set.ts';
import type { Parameter } from '../src/dated-value.ts';
import { compileAll } from './compile-all.ts';
import { staleFiles, writeGenerated } from './generated-files.ts';
import { overdueChecks } from './overdue-checks.ts';

const knowledgeDir = join(import.meta.dirname, '../../../knowledge');
const generatedDir = join(import.meta.dirname, '../src/generated');
const checkOnly = process.argv.includes('--check');

const { problems, files } = compileAll(knowledgeDir);
for (const { file, place, message } of problems) {
  console.error(`knowledge/${file}${place === '' ? '' : `, ${place}`}: ${message}`);
}

const today = knownDate(new Date().toISOString().slice(0, 10));
const listIn = <T>(name: string): T[] => JSON.parse(files[name] ?? '[]') as T[];
for (const warning of overdueChecks(
  listIn<Parameter>('parameters.json'),
  listIn<CodeValueSet>('codes.json'),
  today,
)) {
  console.warn(`warning: ${warning}`);
}

if (checkOnly) {
  const stale = staleFiles(generatedDir, files);
  for (const difference of stale) console.error(`generated/${difference}`);
  if (stale.length > 0) console.error('Run `npm run knowledge` and commit what it writes.');
  process.exitCode = problems.length + stale.length > 0 ? 1 : 0;
} else {
  const written = writeGenerated(generatedDir, files);
  console.log(written.length === 0 ? 'Nothing changed.' : `Written: ${written.join(', ')}`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
if (problems.length > 0) console.error(`${problems.length} problem${problems.length === 1 ? '' : 's'}.`);
