// Proves a vocabulary row by its two sentences: the reading of the first depends on the row (take the row away
// and the reading changes), the reading of the second does not. Removing any row therefore fails a test.

import type { Language } from '@breekpunt/core';
import type { VocabularyExample, VocabularyRow } from '@breekpunt/knowledge';
import { type CaseFinder, createCaseFinder, type Explanation } from '../src/index.ts';
import { classesOf } from '../src/scan/char-class.ts';

/** What is wrong with a row's example sentences, or null. */
export function rowFault(example: VocabularyExample, rows: readonly VocabularyRow[]): string | null {
  const row = rows.find((candidate) => candidate.id === example.id);
  if (row === undefined) return 'no such row';
  if (!depends(row, example.matches, rows)) return `reading does not depend on the row: ${example.matches}`;
  if (depends(row, example.skips, rows))
    return `reading depends on the row, and should not: ${example.skips}`;
  return null;
}

function depends(row: VocabularyRow, text: string, rows: readonly VocabularyRow[]): boolean {
  const spoken = row.lang === 'any' ? spokenIn(text, rows) : row.lang;
  const touching = rowsIn(spelled(text), rows).filter(({ lang }) => lang === 'any' || lang === spoken);
  const withRow = reading(touching, text, spoken);
  const withoutRow = reading(
    touching.filter(({ id }) => id !== row.id),
    text,
    spoken,
  );
  return withRow !== withoutRow;
}

let full: { readonly rows: readonly VocabularyRow[]; readonly finder: CaseFinder } | null = null;

function spokenIn(text: string, rows: readonly VocabularyRow[]): Language {
  if (full?.rows !== rows) full = { rows, finder: createCaseFinder(rows) };
  return full.finder.read(text).language;
}

/**
 * Only rows whose letters occur in the sentence can take part in its reading, and of those only the texts that do; in
 * the order of `rows`.
 */
function rowsIn(letters: string, rows: readonly VocabularyRow[]): VocabularyRow[] {
  const spellings = spellingsByStart(rows);
  const found = new Map<VocabularyRow, Set<string>>();
  for (let at = 0; at < letters.length; at++)
    for (let length = 1; length <= START; length++)
      for (const { spelling, form, row } of spellings.get(letters.slice(at, at + length)) ?? [])
        if (letters.startsWith(spelling, at)) found.set(row, (found.get(row) ?? new Set()).add(form));
  return rows.flatMap((row) => {
    const forms = found.get(row);
    if (forms === undefined) return [];
    return readsAllItsTexts(row) ? [row] : [{ ...row, text: row.text.filter((form) => forms.has(form)) }];
  });
}

/** A slip of the pen is made from a text that need not stand there; a grade is asked for its other names. */
function readsAllItsTexts(row: VocabularyRow): boolean {
  return row.role === 'head' && (row.slips === true || row.needs === 'grading');
}

interface Spelling {
  readonly spelling: string;
  readonly form: string;
  readonly row: VocabularyRow;
}

type Spellings = ReadonlyMap<string, readonly Spelling[]>;

/** Spellings are looked up by their first letters; a shorter spelling by all it has. */
const START = 3;

let sorted: { readonly rows: readonly VocabularyRow[]; readonly spellings: Spellings } | null = null;

function spellingsByStart(rows: readonly VocabularyRow[]): Spellings {
  if (sorted?.rows === rows) return sorted.spellings;
  const spellings = new Map<string, Spelling[]>();
  for (const row of rows)
    for (const form of row.text)
      for (const spelling of spellingsOf(form)) {
        const start = spelling.slice(0, START);
        const same = spellings.get(start);
        if (same === undefined) spellings.set(start, [{ spelling, form, row }]);
        else same.push({ spelling, form, row });
      }
  sorted = { rows, spellings };
  return spellings;
}

function spellingsOf(form: string): readonly string[] {
  const spelledOut = form.replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue');
  return spelledOut === form ? [spelled(form)] : [spelled(form), spelled(spelledOut)];
}

/** One letter for each class the case finder tells apart. */
function spelled(text: string): string {
  return String.fromCharCode(...classesOf(text));
}

function reading(rows: readonly VocabularyRow[], text: string, language: Language): string {
  const finder = createCaseFinder(rows);
  const explanation = finder.explain(text, { language });
  return JSON.stringify(decisions(explanation));
}

/** All that was decided, without the evidence that names the rows. */
function decisions(explanation: Explanation): unknown {
  return {
    ...explanation,
    findings: explanation.findings.map((finding) => ({ ...finding, evidence: null })),
    setAside: explanation.setAside.map((mention) => ({ ...mention, evidence: null })),
    limitations: explanation.limitations,
  };
}
