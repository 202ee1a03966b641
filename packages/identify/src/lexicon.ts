// The vocabulary made ready to scan. A small sieve over all languages tells in the first pass whether a report
// is worth reading, and in which language; the full set of a language is compiled when first needed.

import { type Language, languages } from '@breekpunt/core';
import type { VocabularyRow } from '@breekpunt/knowledge';
import { Automaton } from './scan/automaton.ts';
import { GAP, writeClasses } from './scan/char-class.ts';
import { dutiesOf, dutiesOfRow, duty } from './scan/duties.ts';
import { PatternTree } from './scan/pattern-tree.ts';
import { SHORTEST_SLIP, slipsOf } from './scan/slips.ts';
import { stopDuty } from './text/stop-duty.ts';

/** One text of the vocabulary with every row that is written so. */
export interface Pattern {
  readonly rows: VocabularyRow[];
  /** The set it belongs to; null in the sieve, which holds all languages. */
  readonly language: Language | null;
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
  /** A section heading is written the same. */
  alsoHeading: boolean;
  /** Another text of the same letters whose upper and lower case count differently. */
  readonly otherCase: Pattern | undefined;
}

export interface PatternSet {
  /** Null in the sieve, which holds all languages. */
  readonly language: Language | null;
  readonly automaton: Automaton;
  readonly patterns: readonly Pattern[];
  /** What a full stop after each pattern does: a StopDuty. */
  readonly stops: Uint8Array;
  /** Number of its first pattern among all patterns of the lexicon. */
  readonly offset: number;
}

/** No text of a vocabulary has more letters. */
const LONGEST_TEXT = 500;

export class Lexicon {
  /** Heads and language words of every language. */
  readonly sieve: PatternSet;
  /** Every compiled pattern by its number. */
  readonly patterns: Pattern[] = [];
  private readonly rows: readonly VocabularyRow[];
  /** Words of the vocabulary that a slip of the pen could be. */
  private readonly written: ReadonlySet<string>;
  /** Room for the classes of one text. */
  private readonly classes = new Uint8Array(3 * LONGEST_TEXT);
  private readonly sets = new Map<Language, PatternSet>();
  private readonly spelled = new Map<VocabularyRow, readonly string[]>();

  constructor(rows: readonly VocabularyRow[]) {
    this.rows = rows;
    this.written = longWords(rows);
    this.sieve = this.compile((row) => row.role === 'head' || row.role === 'language', null);
  }

  /** Every row of one language with the language-neutral ones; compiled on first use. */
  setOf(language: Language): PatternSet {
    const known = this.sets.get(language);
    if (known !== undefined) return known;
    const made = this.compile(
      (row) => row.role !== 'language' && (row.lang === language || row.lang === 'any'),
      language,
    );
    this.sets.set(language, made);
    return made;
  }

  private compile(belongs: (row: VocabularyRow) => boolean, language: Language | null): PatternSet {
    const tree = new PatternTree();
    const nodes: number[] = [];
    const patterns: Pattern[] = [];
    const byNode = new Map<number, Pattern>();
    for (const row of this.rows) {
      if (!belongs(row)) continue;
      const opens = row.join === 'word' || row.join === 'prefix';
      const closes = row.join === 'word' || row.join === 'suffix';
      const bits = dutiesOfRow(row);
      for (const text of this.spellingsOf(row)) {
        const length = writeClasses(text, this.classes);
        const node = tree.insert(this.classes, length, opens, closes);
        const exactText = row.exact === true ? text : null;
        const here = byNode.get(node);
        let twin = here;
        while (twin !== undefined && twin.exactText !== exactText) twin = twin.otherCase;
        if (twin !== undefined) {
          if (!twin.rows.includes(row)) twin.rows.push(row);
          twin.dutyBits |= bits;
          continue;
        }
        const pattern = shapeOf(row, this.classes, length, exactText, text.includes(','), language, here);
        pattern.dutyBits = bits;
        byNode.set(node, pattern);
        patterns.push(pattern);
        nodes.push(node);
      }
    }
    if (language === null) this.markHeadings(tree, byNode);
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

  /** Tells the head words of the sieve that are also section headings. */
  private markHeadings(tree: PatternTree, byNode: ReadonlyMap<number, Pattern>): void {
    for (const row of this.rows) {
      if (row.role !== 'section') continue;
      for (const text of row.text) {
        const length = writeClasses(text, this.classes);
        for (const opens of [true, false])
          for (const closes of [true, false]) {
            let pattern = byNode.get(tree.find(this.classes, length, opens, closes));
            for (; pattern !== undefined; pattern = pattern.otherCase) pattern.alsoHeading = true;
          }
      }
    }
  }

  /** A row's texts as they may be written; kept, because the sieve and its language both ask. */
  private spellingsOf(row: VocabularyRow): readonly string[] {
    const known = this.spelled.get(row);
    if (known !== undefined) return known;
    const made = spellings(row, this.written);
    this.spelled.set(row, made);
    return made;
  }
}

function shapeOf(
  row: VocabularyRow,
  classes: Uint8Array,
  length: number,
  exactText: string | null,
  spansComma: boolean,
  language: Language | null,
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
    opensWord: row.join === 'word' || row.join === 'prefix',
    closesWord: row.join === 'word' || row.join === 'suffix',
    exactText,
    spansComma,
    duties: rows,
    dutyBits: 0,
    alsoHeading: false,
    otherCase,
  };
}

function longWords(rows: readonly VocabularyRow[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const row of rows)
    for (const text of row.text)
      if (text.length >= SHORTEST_SLIP && !text.includes(' ')) words.add(text.toLowerCase());
  return words;
}

/** A row's texts as they may be written: umlauts spelled out, and slips of the pen where the row allows them. */
function spellings(row: VocabularyRow, taken: ReadonlySet<string>): readonly string[] {
  const written = row.lang === 'de' ? row.text.flatMap(withUmlautsSpelledOut) : row.text;
  return row.role === 'head' && row.slips === true
    ? written.flatMap((text) => [text, ...slipsOf(text).filter((slip) => !taken.has(slip))])
    : written;
}

/** ä, ö, ü may be written ae, oe, ue; the bare vowel is covered by the class table. */
function withUmlautsSpelledOut(text: string): string[] {
  if (!/[äöü]/.test(text)) return [text];
  return [text, text.replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue')];
}

/** The one language a pattern speaks for: its language word's, else its row's; null when several have it. */
function languageOf(pattern: Pattern): Language | null {
  const only = pattern.rows[0];
  if (pattern.rows.length === 1 && only !== undefined) return only.lang === 'any' ? null : only.lang;
  const words = pattern.rows.filter((row) => row.lang !== 'any');
  const row = words.find((candidate) => candidate.role === 'language') ?? words[0];
  if (row === undefined || words.some((other) => other.lang !== row.lang)) return null;
  return row.lang === 'any' ? null : row.lang;
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
