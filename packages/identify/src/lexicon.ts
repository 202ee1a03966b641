// The vocabulary made ready to scan. A small sieve over all languages tells in the first pass whether a report
// is worth reading, and in which language; the full set of a language is compiled when first needed.

import { type Language, languages } from '@breekpunt/core';
import type { VocabularyRow } from '@breekpunt/knowledge';
import { Automaton } from './scan/automaton.ts';
import { classesOf, GAP } from './scan/char-class.ts';
import { dutiesOf, duty } from './scan/duties.ts';
import { PatternTree } from './scan/pattern-tree.ts';
import { slipsOf } from './scan/slips.ts';
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
  readonly alsoHeading: boolean;
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

export class Lexicon {
  /** Heads and language words of every language. */
  readonly sieve: PatternSet;
  /** Class sequences of section headings, to tell them from head words in the sieve. */
  private readonly headings: ReadonlySet<string>;
  /** Every compiled pattern by its number. */
  readonly patterns: Pattern[] = [];
  private readonly rows: readonly VocabularyRow[];
  private readonly written: ReadonlySet<string>;
  private readonly sets = new Map<Language, PatternSet>();
  private readonly spelled = new Map<VocabularyRow, readonly string[]>();

  constructor(rows: readonly VocabularyRow[]) {
    this.rows = rows;
    this.written = new Set(rows.flatMap((row) => row.text.map((text) => text.toLowerCase())));
    this.headings = new Set(
      rows.flatMap((row) =>
        row.role === 'section' ? row.text.map((text) => classKey(classesOf(text))) : [],
      ),
    );
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
    const offset = this.patterns.length;
    const byNode = new Map<number, Pattern>();
    for (const row of this.rows) {
      if (!belongs(row)) continue;
      const opens = row.join === 'word' || row.join === 'prefix';
      const closes = row.join === 'word' || row.join === 'suffix';
      for (const text of this.spellingsOf(row)) {
        const core = classesOf(text);
        const node = tree.insert(core, opens, closes);
        const exactText = row.exact === true ? text : null;
        const here = byNode.get(node);
        let twin = here;
        while (twin !== undefined && twin.exactText !== exactText) twin = twin.otherCase;
        if (twin !== undefined) {
          if (!twin.rows.includes(row)) twin.rows.push(row);
          continue;
        }
        const alsoHeading = language === null && this.headings.has(classKey(core));
        const pattern = shapeOf(row, core, exactText, text.includes(','), language, alsoHeading, here);
        byNode.set(node, pattern);
        patterns.push(pattern);
        nodes.push(node);
      }
    }
    const stops = new Uint8Array(patterns.length);
    patterns.forEach((pattern, local) => {
      this.patterns.push(pattern);
      const all = dutiesOf(pattern.rows);
      const abbreviated = (all & duty.abbreviation) !== 0;
      pattern.duties = abbreviated ? pattern.rows.filter((row) => row.role !== 'abbreviation') : pattern.rows;
      pattern.dutyBits = all & ~duty.abbreviation;
      stops[local] = stopDuty(pattern.rows, all);
    });
    return { language, automaton: new Automaton(tree, nodes), patterns, stops, offset };
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

/** One letter for each class. */
function classKey(classes: readonly number[]): string {
  return String.fromCharCode(...classes);
}

function shapeOf(
  row: VocabularyRow,
  core: readonly number[],
  exactText: string | null,
  spansComma: boolean,
  language: Language | null,
  alsoHeading: boolean,
  otherCase: Pattern | undefined,
): Pattern {
  let words = 1;
  for (let i = 0; i < core.length; i++) if (core[i] === GAP) words++;
  return {
    rows: [row],
    language,
    words,
    letters: core.length,
    firstLetters: words === 1 ? core.length : core.indexOf(GAP),
    opensWord: row.join === 'word' || row.join === 'prefix',
    closesWord: row.join === 'word' || row.join === 'suffix',
    exactText,
    spansComma,
    duties: [],
    dutyBits: 0,
    alsoHeading,
    otherCase,
  };
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
