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
  const letters = spelled(text);
  const starts = startsIn(letters);
  const touching = rows.filter(
    (candidate) =>
      (candidate.lang === 'any' || candidate.lang === spoken) && touches(candidate, letters, starts),
  );
  const withRow = reading(touching, text, spoken);
  const withoutRow = reading(
    touching.filter((candidate) => candidate !== row),
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

/** Only rows whose letters occur in the sentence can take part in its reading. */
function touches(row: VocabularyRow, letters: string, starts: ReadonlySet<string>): boolean {
  return spellingsOf(row).some(
    (spelling) => starts.has(spelling.slice(0, START)) && letters.includes(spelling),
  );
}

/** Most spellings are ruled out by their first letters alone. */
const START = 3;

function startsIn(letters: string): ReadonlySet<string> {
  const starts = new Set<string>();
  for (let at = 0; at < letters.length; at++)
    for (let length = 1; length <= START; length++) starts.add(letters.slice(at, at + length));
  return starts;
}

const spellings = new WeakMap<VocabularyRow, readonly string[]>();

function spellingsOf(row: VocabularyRow): readonly string[] {
  const known = spellings.get(row);
  if (known !== undefined) return known;
  const made = row.text.flatMap((form) => [
    spelled(form),
    spelled(form.replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue')),
  ]);
  spellings.set(row, made);
  return made;
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
