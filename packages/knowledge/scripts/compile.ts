// npm run knowledge: checks knowledge/, writes src/generated/, prints every problem, and exits 1 if there is any.
// With --check it writes nothing and exits 1 when the generated files are not what knowledge/ compiles to.
// --knowledge and --generated name other folders, for a hospital's own copy and for the tests.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { knownDate } from '@breekpunt/core';
import type { GuideContent } from '../src/guide-content.ts';
import type { OptionGrid } from '../src/option-grid.ts';
import { aidsPage } from './aids-page.ts';
import { compileAll } from './compile-all.ts';
import { readForeignPhrases } from './content-overlap.ts';
import { staleTexts } from './content-stale.ts';
import { staleFiles, writeGenerated } from './generated-files.ts';
import { overdueChecks } from './overdue-checks.ts';

const ownKnowledge = join(import.meta.dirname, '../../../knowledge');
const { values: options } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    knowledge: { type: 'string', default: ownKnowledge },
    generated: { type: 'string', default: join(import.meta.dirname, '../src/generated') },
    // The table of decision aids; '' writes none, as for a knowledge folder of one's own.
    aids: { type: 'string', default: join(import.meta.dirname, '../../../docs/decision-aids.md') },
  },
});

const { problems, files } = compileAll(options.knowledge);
for (const { file, place, message } of problems) {
  console.error(`knowledge/${file}${place === '' ? '' : `, ${place}`}: ${message}`);
}
if (problems.length > 0) console.error(`${problems.length} problem${problems.length === 1 ? '' : 's'}.`);
warnOfOverdueChecks();
const tooOld = textsTooOld();
for (const text of tooOld) console.error(`content: ${text}; no text gets older than two years`);

const stale = options.check ? [...staleFiles(options.generated, files), ...staleAids()] : [];
for (const difference of stale) console.error(`generated/${difference}`);
if (stale.length > 0) console.error('Run `npm run knowledge` and commit what it writes.');
if (!options.check) {
  const written = writeGenerated(options.generated, files);
  writeAids();
  console.log(written.length === 0 ? 'Nothing changed.' : `Written: ${written.join(', ')}`);
}
process.exitCode = problems.length + stale.length + tooOld.length > 0 ? 1 : 0;

function gridsCompiled(): readonly OptionGrid[] {
  return JSON.parse(files['grids.json'] ?? '[]') as readonly OptionGrid[];
}

/** The table of the aids against IPDAS; null when this run makes none. */
function aids(): string | null {
  const own = options.aids !== '' && options.knowledge === ownKnowledge;
  return files['grids.json'] === undefined || !own ? null : aidsPage(gridsCompiled());
}

function staleAids(): string[] {
  const page = aids();
  const there = existsSync(options.aids) ? readFileSync(options.aids, 'utf8') : '';
  return page === null || page === there ? [] : ['../../../../docs/decision-aids.md: older than knowledge/'];
}

function writeAids(): void {
  const page = aids();
  if (page !== null) writeFileSync(options.aids, page);
}

function warnOfOverdueChecks(): void {
  const today = dayOfRun();
  const listIn = (name: string): Parameters<typeof overdueChecks>[0] =>
    JSON.parse(files[name] ?? '[]') as Parameters<typeof overdueChecks>[0];
  const entries = ['parameters.json', 'codes.json', 'models.json'].flatMap(listIn);
  for (const warning of overdueChecks(entries, today)) console.warn(`warning: ${warning}`);
}

function textsTooOld(): readonly string[] {
  const content = JSON.parse(files['content.json'] ?? '{}') as Partial<GuideContent>;
  if (content.blocks === undefined) return [];
  if (content.blocks.length > 0 && readForeignPhrases(options.knowledge).size === 0)
    console.warn(
      'warning: content/foreign-phrases.txt is not there: no text was compared with those of others',
    );
  return staleTexts(
    [
      ...content.blocks,
      ...(content.exercises ?? []),
      ...(content.figures ?? []),
      ...(content.spans ?? []),
      ...(content.home?.advice ?? []),
      ...gridsCompiled().map(({ id, language, update }) => ({
        id: `${language} ${id}`,
        reviewBy: knownDate(update.reviewBy),
      })),
    ],
    dayOfRun(),
  );
}

function dayOfRun(): ReturnType<typeof knownDate> {
  return knownDate(new Date().toISOString().slice(0, 10));
}
