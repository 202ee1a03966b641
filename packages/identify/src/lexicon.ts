// The vocabulary made ready to scan. A small sieve over all languages tells in the first pass whether a report
// is worth reading, and in which language; the full set of a language is compiled when first needed.

import { type Language, languages } from '@breekpunt/core';
import type { VocabularyRow } from '@breekpunt/knowledge';
import { Automaton } from './scan/automaton.ts';
import { GAP } from './scan/char-class.ts';
import { dutiesOf, dutiesOfRow, duty } from './scan/duties.ts';
import { PatternTree } from './scan/pattern-tree.ts';
import { closesWord, opensWord, type SieveSet, sieveSetOf } from './scan/sieve-set.ts';
import { Spellings } from './scan/spellings.ts';
import { stopDuty } from './text/stop-duty.ts';

/** One text of the vocabulary with every row that is written so. */
export interface Pattern {
  readonly rows: VocabularyRow[];
  /** The set it belongs to. */
  readonly language: Language;
  readonly words: number;
  /** Letters of the whole text with its inner gaps, and of its first word. */
  readonly letters: number;
  readonly firstLetters: number;
  /** Whether the text must begin and end where a word does. */
  readonly opensWord: boolean;
  readonly closesWord: boolean;
  /** Its rows count only when upper and lower case are as written here. */
  readonly exactText: string | null;
  /** The text itself is written with a comma. */
  readonly spansComma: boolean;
  /** Its rows but for abbreviations, which only matter to full stops. */
  duties: readonly VocabularyRow[];
  /** What they do, as bits of `duty`. */
  dutyBits: number;
  /** Another text of the same letters whose upper and lower case count differently. */
  readonly otherCase: Pattern | undefined;
}

export interface PatternSet {
  readonly language: Language;
  readonly automaton: Automaton;
  readonly patterns: readonly Pattern[];
  /** What a full stop after each pattern does: a StopDuty. */
  readonly stops: Uint8Array;
  /** Number of its first pattern among all patterns of the lexicon. */
  readonly offset: number;
}

export class Lexicon {
  /** Heads and language words of every language. */
  readonly sieve: SieveSet;
  /** Every compiled pattern by its number. */
  readonly patterns: Pattern[] = [];
  private readonly rows: readonly VocabularyRow[];
  private readonly spellings: Spellings;
  private readonly sets = new Map<Language, PatternSet>();

  constructor(rows: readonly VocabularyRow[]) {
    this.rows = rows;
    this.spellings = new Spellings(rows);
    this.sieve = sieveSetOf(rows, this.spellings);
  }

  /** Every row of one language with the language-neutral ones; compiled on first use. */
  setOf(language: Language): PatternSet {
    const known = this.sets.get(language);
    if (known !== undefined) return known;
    const made = this.compile(language);
    this.sets.set(language, made);
    return made;
  }

  private compile(language: Language): PatternSet {
    const tree = new PatternTree();
    const nodes: number[] = [];
    const patterns: Pattern[] = [];
    const byNode = new Map<number, Pattern>();
    for (const row of this.rows) {
      if (row.role === 'language' || (row.lang !== language && row.lang !== 'any')) continue;
      const bits = dutiesOfRow(row);
      for (const text of this.spellings.of(row)) {
        const length = tree.write(text);
        const node = tree.insert(tree.classes, length, opensWord(row), closesWord(row));
        const exactText = row.exact === true ? text : null;
        const here = byNode.get(node);
        let twin = here;
        while (twin !== undefined && twin.exactText !== exactText) twin = twin.otherCase;
        if (twin !== undefined) {
          if (!twin.rows.includes(row)) twin.rows.push(row);
          twin.dutyBits |= bits;
          continue;
        }
        const pattern = shapeOf(row, tree.classes, length, exactText, text.includes(','), language, here);
        pattern.dutyBits = bits;
        byNode.set(node, pattern);
        patterns.push(pattern);
        nodes.push(node);
      }
    }
    const offset = this.patterns.length;
    const stops = new Uint8Array(patterns.length);
    patterns.forEach((pattern, local) => {
      this.patterns.push(pattern);
      const all = pattern.dutyBits;
      stops[local] = stopDuty(pattern.rows, all);
      if ((all & duty.abbreviation) === 0) return;
      pattern.duties = pattern.rows.filter((row) => row.role !== 'abbreviation');
      pattern.dutyBits = dutiesOf(pattern.duties);
    });
    return { language, automaton: new Automaton(tree, nodes), patterns, stops, offset };
  }
}

function shapeOf(
  row: VocabularyRow,
  classes: Uint8Array,
  length: number,
  exactText: string | null,
  spansComma: boolean,
  language: Language,
  otherCase: Pattern | undefined,
): Pattern {
  let words = 1;
  let firstLetters = length;
  for (let i = length - 1; i >= 0; i--)
    if (classes[i] === GAP) {
      words++;
      firstLetters = i;
    }
  const rows = [row];
  return {
    rows,
    language,
    words,
    letters: length,
    firstLetters,
    opensWord: opensWord(row),
    closesWord: closesWord(row),
    exactText,
    spansComma,
    duties: rows,
    dutyBits: 0,
    otherCase,
  };
}

/** The one language a pattern speaks for; null when several have it. */
function languageOf({ rows }: Pattern): Language | null {
  let spoken: Language | null = null;
  for (const { lang } of rows) {
    if (lang === 'any') continue;
    if (spoken !== null && spoken !== lang) return null;
    spoken = lang;
  }
  return spoken;
}

/** For each pattern, the index in `languages` of the language it speaks for, or −1. */
export function spokenLanguages(patterns: readonly Pattern[]): Int8Array {
  const spoken = new Int8Array(patterns.length).fill(-1);
  patterns.forEach((pattern, at) => {
    const language = languageOf(pattern);
    if (language !== null) spoken[at] = languages.indexOf(language);
  });
  return spoken;
}
