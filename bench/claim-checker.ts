// npm run bench:claims -- [development|unseen|later|last|fresh …]: how many of the claims that stand in texts the claim checker finds, and
// how many of those it marks are there. Each text's expected claims were written down with the text. --misses lists what went
// wrong; use it on the development texts alone. With --date and --commit the figures are stored.

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
for (const name of sets.length === 0 ? ['development', 'unseen', 'later', 'last', 'fresh'] : sets)
  measure(name);
if (options.date !== undefined)
  storeRun('claim-checker', {
    kind: 'claim-checker',
    date: options.date,
    commit: required('commit', options.commit),
    machine: machine(),
    figures,
  });

function measure(name: string): void {
  const file = join(import.meta.dirname, 'claims', `${name}.yaml`);
  const { texts } = parse(readFileSync(file, 'utf8')) as { readonly texts: readonly ClaimText[] };
  let [found, missed, wrong, clean, cleanMarked, characters] = [0, 0, 0, 0, 0, 0];
  const began = performance.now();
  for (const { text, expect, also = [] } of texts) {
    const ids = new Set(check(text).found.map(({ claim }) => claim));
    characters += text.length;
    const misses = expect.filter((id) => !ids.has(id));
    const extra = [...ids].filter((id) => !expect.includes(id) && !also.includes(id));
    found += expect.length - misses.length;
    missed += misses.length;
    wrong += extra.length;
    if (expect.length === 0) [clean, cleanMarked] = [clean + 1, cleanMarked + (extra.length > 0 ? 1 : 0)];
    if (options.misses && misses.length + extra.length > 0)
      console.log(`missed ${misses.join(' ') || '-'} · wrong ${extra.join(' ') || '-'} · ${text}`);
  }
  const ms = performance.now() - began;
  const share = (part: number, whole: number): string =>
    `${((100 * part) / whole).toFixed(1)} % (${part}/${whole})`;
  figures[`${name} texts: sensitivity`] = share(found, found + missed);
  figures[`${name} texts: PPV`] = share(found, found + wrong);
  figures[`${name} texts: true texts marked`] = `${cleanMarked} of ${clean}`;
  figures[`${name} texts: characters in a millisecond`] = Math.round(characters / ms);
  console.log(`${name}: ${texts.length} texts`, figures);
}
