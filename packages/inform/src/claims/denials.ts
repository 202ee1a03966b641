// Which words of a sentence lie under a denial. Decision: "geen", "zonder", "sans", "no" deny what follows in their clause;
// "niet", "pas", "not" and their kin deny on both sides of it, because Dutch and French put them last. "Niet alleen" denies
// nothing, and a denial that is itself part of a known expression ("niet beter dan") has done its work there.

import type { ClaimLanguage } from '@breekpunt/knowledge';
import type { Word } from './words-in.ts';

const onward = {
  nl: ['geen', 'zonder', 'noch', 'nauwelijks', 'amper'],
  fr: ['sans', 'aucun', 'aucune', 'ni'],
  en: ['no', 'without', 'nor', 'neither', 'hardly'],
} as const satisfies Record<ClaimLanguage, readonly string[]>;
const bothWays = {
  nl: ['niet', 'nooit', 'nergens'],
  fr: ['pas', 'jamais', 'guere', 'nullement'],
  en: ['not', 'never', 'cannot', 't'],
} as const satisfies Record<ClaimLanguage, readonly string[]>;
const cancels = new Set(['alleen', 'enkel', 'slechts', 'seulement', 'uniquement', 'only', 'just', 'merely']);
/** "No more than twenty years" says twenty years. */
const bounds = new Set(['more than', 'longer than', 'less than', 'fewer than']);
const joins = new Set(
  'die qui which maar en of omdat want dus terwijl zodat mais et ou car donc but and or because so while'.split(
    ' ',
  ),
);
const reach = 7;

/** For each word whether it is denied. `used` holds the words that belong to a longer expression. */
export function deniedWords(
  text: string,
  words: readonly Word[],
  from: number,
  until: number,
  language: ClaimLanguage,
  used: ReadonlySet<number>,
): ReadonlySet<number> {
  const clause = clauses(text, words, from, until);
  const denied = new Set<number>();
  for (let at = from; at < until; at += 1) {
    const word = words[at]?.text ?? '';
    const next = words[at + 1]?.text ?? '';
    if (used.has(at) || cancels.has(next) || bounds.has(`${next} ${words[at + 2]?.text ?? ''}`)) continue;
    const both = bothWays[language].some((one) => one === word);
    if (!both && !onward[language].some((one) => one === word)) continue;
    for (let other = both ? at - reach : at + 1; other <= at + reach; other += 1)
      if (other >= from && other < until && clause[other - from] === clause[at - from]) denied.add(other);
  }
  return denied;
}

function clauses(text: string, words: readonly Word[], from: number, until: number): number[] {
  let clause = 0;
  const numbers: number[] = [];
  for (let at = from; at < until; at += 1) {
    const [before, word] = [words[at - 1], words[at]];
    const between =
      at > from && before !== undefined && word !== undefined ? text.slice(before.end, word.start) : '';
    if (/[,;:()–—]/u.test(between) || joins.has(word?.text ?? '')) clause += 1;
    numbers.push(clause);
  }
  return numbers;
}
