// npm run bench:claims -- [development|unseen|later|last|fresh|clinics|websites …]: how many of the claims that stand in texts
// the claim checker finds, and how many of those it marks are there, for each language apart. Each text's expected claims were
// written down with the text. --misses lists what went wrong; use it on spent texts alone. With --date and --commit the figures
// are stored.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createClaimChecker } from '@breekpunt/inform';
import { loadKnowledge } from '@breekpunt/knowledge';
import { parse } from 'yaml';
import { machine, required, storeRun } from './results.ts';

interface ClaimText {
  readonly text: string;
  readonly expect: readonly string[];
  /** May be found besides; counts neither way. */
  readonly also?: readonly string[];
}

const { values: options, positionals: sets } = parseArgs({
  allowPositionals: true,
  options: {
    misses: { type: 'boolean', default: false },
    date: { type: 'string' },
    commit: { type: 'string' },
  },
});
const figures: Record<string, number | string> = {};
const check = createClaimChecker(loadKnowledge().claims);
for (const name of sets.length === 0
  ? ['development', 'unseen', 'later', 'last', 'fresh', 'clinics', 'websites']
  : sets)
  measure(name);
if (options.date !== undefined)
  storeRun('claim-checker', {
    kind: 'claim-checker',
    date: options.date,
    commit: required('commit', options.commit),
    machine: machine(),
    figures,
  });

interface Tally {
  found: number;
  missed: number;
  wrong: number;
  clean: number;
  cleanMarked: number;
}

function measure(name: string): void {
  const file = join(import.meta.dirname, 'claims', `${name}.yaml`);
  const { texts, first } = parse(readFileSync(file, 'utf8')) as {
    readonly texts: readonly ClaimText[];
    /** What was found when the texts were first read, before anything was mended for them. */
    readonly first?: Tally;
  };
  const all = emptyTally();
  const byLanguage = new Map<string, Tally>();
  let characters = 0;
  const began = performance.now();
  for (const text of texts) {
    const language = count(text, all, options.misses);
    const own = byLanguage.get(language) ?? emptyTally();
    byLanguage.set(language, own);
    count(text, own);
    characters += 2 * text.text.length;
  }
  const ms = performance.now() - began;
  if (first !== undefined) store(`${name} texts, when first read`, first);
  store(`${name} texts`, all);
  if (byLanguage.size > 1)
    for (const [language, tally] of byLanguage) store(`${name} texts in ${language}`, tally);
  figures[`${name} texts: characters in a millisecond`] = Math.round(characters / ms);
  console.log(`${name}: ${texts.length} texts`, figures);
}

function emptyTally(): Tally {
  return { found: 0, missed: 0, wrong: 0, clean: 0, cleanMarked: 0 };
}

/** The language in which the text was read. */
function count({ text, expect, also = [] }: ClaimText, tally: Tally, tell = false): string {
  const { found, language } = check(text);
  const ids = new Set(found.map(({ claim }) => claim));
  const misses = expect.filter((id) => !ids.has(id));
  const extra = [...ids].filter((id) => !expect.includes(id) && !also.includes(id));
  tally.found += expect.length - misses.length;
  tally.missed += misses.length;
  tally.wrong += extra.length;
  if (tell && misses.length + extra.length > 0)
    console.log(`missed ${misses.join(' ') || '-'} · wrong ${extra.join(' ') || '-'} · ${text}`);
  if (expect.length === 0) tally.clean += 1;
  if (expect.length === 0 && extra.length > 0) tally.cleanMarked += 1;
  return language ?? 'no language of ours';
}

function store(what: string, { found, missed, wrong, clean, cleanMarked }: Tally): void {
  const share = (part: number, whole: number): string =>
    whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} % (${part}/${whole})`;
  figures[`${what}: sensitivity`] = share(found, found + missed);
  figures[`${what}: PPV`] = share(found, found + wrong);
  figures[`${what}: true texts marked`] = `${cleanMarked} of ${clean}`;
}
