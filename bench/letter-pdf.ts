// How long a letter takes to become a page: npm run bench:letters -- --date 2026-11-22 --commit abc1234. Without --date nothing
// is stored. The first page is told apart, because it builds the compiler.

import { parseArgs } from 'node:util';
import { letterPdf, type PrintedLetter } from '@breekpunt/server';
import { machine, required, storeRun } from './results.ts';

const { values } = parseArgs({ options: { date: { type: 'string' }, commit: { type: 'string' } } });

const section = (n: number): PrintedLetter['sections'][number] => ({
  id: String(n),
  heading: `Afdeling ${n}`,
  body: Array.from({ length: 6 }, (_, line) => `- T-score −2,7 bij ≥ 65 jaar, regel ${line}`).join('\n'),
});
const letter: PrintedLetter = {
  language: 'nl',
  head: { hospital: 'Sint-Synthetica', department: 'Dienst', address: 'Dorp 1', phone: null, email: null },
  phone: null,
  title: 'Verslag',
  to: 'Aan de huisarts',
  about: 'Betreft: Maria Verzonnen',
  salutation: 'Geachte collega,',
  sections: Array.from({ length: 11 }, (_, n) => section(n)),
  closing: 'Met groeten,',
  mark: 'Getekend',
  signed: true,
  large: false,
  place: '22 november 2026',
  page: 'blz.',
  day: [2026, 11, 22],
};

function milliseconds(round: number): number {
  const began = performance.now();
  letterPdf({ ...letter, title: `Verslag ${round}` });
  return performance.now() - began;
}

const first = milliseconds(0);
const rounds = Array.from({ length: 200 }, (_, round) => milliseconds(round + 1)).toSorted((a, b) => a - b);
const at = (share: number): number => Number((rounds[Math.floor(rounds.length * share)] ?? 0).toFixed(1));
const figures = {
  'first page, ms': Number(first.toFixed(1)),
  'median, ms': at(0.5),
  '95 of 100 within, ms': at(0.95),
  'slowest, ms': Number((rounds.at(-1) ?? 0).toFixed(1)),
  'kB of a page': Math.round(letterPdf(letter).length / 1024),
};
console.log(figures);
if (values.date !== undefined)
  storeRun('letter-pdf', {
    kind: 'letter-pdf',
    date: values.date,
    commit: required('commit', values.commit),
    machine: machine(),
    figures,
  });
