// The vocabulary made ready to scan: rows → patterns → two automata, a small one that tells in the first pass
// whether a report is worth reading (and its language), and a full one over every row.

import { type Language, languages } from '@breekpunt/core';
import type { VocabularyRow } from '@breekpunt/knowledge';
import { type Automaton, buildAutomaton } from './scan/automaton.ts';
import { classesOf, GAP } from './scan/char-class.ts';
import type { PatternShape } from './scan/scanner.ts';
import { slipsOf } from './scan/slips.ts';

interface Pattern extends PatternShape {
  readonly classes: readonly number[];
  readonly rows: VocabularyRow[];
  /** Rows of this pattern that count only when upper and lower case are as written, with that writing. */
  readonly exactText: string | null;
  /** The text itself is written with a comma. */
  readonly spansComma: boolean;
  /** Rows that count in each language, in the order of `languages`; filled when all rows are known. */
  byLanguage: readonly (readonly VocabularyRow[])[];
}

export interface PatternSet {
  readonly automaton: Automaton;
  readonly patterns: readonly Pattern[];
}

export interface Lexicon {
  readonly full: PatternSet;
  /** Heads and language words only. */
  readonly sieve: PatternSet;
  /** Class sequences of the section headings, to tell them from head words. */
  readonly headings: ReadonlySet<string>;
}

export type { Pattern };

export function compileLexicon(rows: readonly VocabularyRow[]): Lexicon {
  const full = patternSet(rows.filter((row) => row.role !== 'language'));
  const sieve = patternSet(rows.filter((row) => row.role === 'head' || row.role === 'language'));
  const headings = full.patterns.filter((pattern) => pattern.rows.some((row) => row.role === 'section'));
  return { full, sieve, headings: new Set(headings.map((pattern) => pattern.classes.join())) };
}

function patternSet(rows: readonly VocabularyRow[]): PatternSet {
  const written = new Set(rows.flatMap((row) => row.text.map((text) => text.toLowerCase())));
  const byKey = new Map<string, Pattern>();
  for (const row of rows)
    for (const text of spellings(row, written)) {
      for (const [opens, closes] of placements(row)) {
        const core = classesOf(text);
        const classes = [...(opens ? [GAP] : []), ...core, ...(closes ? [GAP] : [])];
        const key = `${classes.join(',')}${row.exact === true ? text : ''}`;
        const known = byKey.get(key);
        if (known !== undefined) {
          if (!known.rows.includes(row)) known.rows.push(row);
          continue;
        }
        byKey.set(key, {
          classes,
          rows: [row],
          words: core.filter((value) => value === GAP).length + 1,
          letters: core.length,
          opensWord: opens,
          closesWord: closes,
          exactText: row.exact === true ? text : null,
          spansComma: text.includes(','),
          byLanguage: [],
        });
      }
    }
  const patterns = [...byKey.values()];
  for (const pattern of patterns)
    pattern.byLanguage = languages.map((language) => chooseRows(pattern, language));
  return { automaton: buildAutomaton(patterns.map((pattern) => pattern.classes)), patterns };
}

/** Whether the pattern is anchored at a word's beginning and at a word's end. */
function placements(row: VocabularyRow): readonly (readonly [boolean, boolean])[] {
  switch (row.join) {
    case 'word':
      return [[true, true]];
    case 'prefix':
      return [[true, false]];
    case 'suffix':
      return [
        [true, true],
        [false, true],
      ];
    case 'stem':
      return [
        [true, true],
        [false, false],
      ];
  }
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
  const spelledOut = text.replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue');
  return spelledOut === text ? [text] : [text, spelledOut];
}

/** The language a sieve pattern speaks for: its language word's, else its head word's. */
export function languageOf(pattern: Pattern): Language | null {
  const words = pattern.rows.filter((row) => row.lang !== 'any');
  const row = words.find((candidate) => candidate.role === 'language') ?? words[0];
  if (row === undefined || words.some((other) => other.lang !== row.lang)) return null;
  return row.lang === 'any' ? null : row.lang;
}

/** Short words mean different things in different languages ("of", "en"): they count in their own only. */
const OWN_LANGUAGE_ONLY_BELOW = 5;

function chooseRows(pattern: Pattern, language: Language): readonly VocabularyRow[] {
  const own = pattern.rows.filter((row) => row.lang === language || row.lang === 'any');
  const chosen = own.length > 0 || pattern.letters < OWN_LANGUAGE_ONLY_BELOW ? own : pattern.rows;
  return chosen.filter((row) => row.role !== 'language' && row.role !== 'abbreviation');
}

/** The rows of a pattern that count in a sentence of this language. */
export function rowsIn(pattern: Pattern, language: Language): readonly VocabularyRow[] {
  return pattern.byLanguage[languages.indexOf(language)] ?? [];
}
