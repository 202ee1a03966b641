// Damage as texts suffer it: characters lost, doubled, swapped, cut off, pasted from elsewhere, and code
// units that belong to nothing. Reproducible from the seed, so a failing text can be made again.

import type { Random } from '@breekpunt/synthetic';

const strange: readonly string[] = [
  '\u0000',
  '\uFEFF',
  '\u00A0',
  '\u200B',
  '\uD83E',
  '\uDDB4',
  '\u0301',
  'ß',
  'ﬀ',
  'İ',
  '\r',
  '\t',
  '\u2028',
  '🦴',
  '#',
  '?',
  ':',
  ';',
  '(',
  '-',
  '–',
  '/',
  '.',
  ',',
  '\n\n',
  'T1',
  'L1-',
  'geen ',
  ' niet',
  'pas de ',
  'kein ',
  ' no ',
  '12/',
  '2014',
  '%',
];

export function mutated(random: Random, text: string, others: readonly string[]): string {
  let changed = text;
  for (let step = random.int(1, 6); step > 0; step--) changed = mutatedOnce(random, changed, others);
  return changed;
}

function mutatedOnce(random: Random, text: string, others: readonly string[]): string {
  const at = random.int(0, text.length);
  const until = Math.min(text.length, at + random.int(1, 12));
  switch (random.int(0, 9)) {
    case 0:
      return text.slice(0, at) + text.slice(until);
    case 1:
      return text.slice(0, at) + text.slice(at, until) + text.slice(at);
    case 2:
      return text.slice(0, at) + random.pick(strange) + text.slice(at);
    case 3:
      return text.slice(0, at);
    case 4:
      return text.slice(at) + text.slice(0, at);
    case 5:
      return text.slice(0, at) + random.pick(others).slice(0, random.int(1, 200)) + text.slice(at);
    case 6:
      return random.chance(0.5) ? text.toUpperCase() : text.toLowerCase();
    case 7:
      return text.normalize(random.pick(['NFC', 'NFD', 'NFKC', 'NFKD']));
    case 8:
      return text.replaceAll(' ', random.pick(['', '  ', '\u00A0', '\n']));
    default:
      return text.slice(0, at) + String.fromCharCode(random.int(0, 65_535)) + text.slice(at + 1);
  }
}
