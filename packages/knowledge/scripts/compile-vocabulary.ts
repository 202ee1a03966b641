// Vocabulary YAML → one compact JSON for the case finder. Each file states lang and shared fields once; each
// row must carry a sentence it matches and one it must not (proved by the case finder's own tests).

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { packedVocabulary, type RowKind, rowId } from '../src/packed-vocabulary.ts';
import type { VocabularyExample } from '../src/vocabulary-examples.ts';
import type { VocabularyRow } from '../src/vocabulary-row.ts';

export interface VocabularyProblem {
  readonly file: string;
  readonly place: string;
  readonly message: string;
}

const requiredByRole: Readonly<Record<string, readonly string[]>> = {
  head: ['kind', 'needs'],
  site: ['site'],
  part: ['part'],
  side: ['side'],
  cue: ['sense', 'look', 'reach'],
  section: ['section'],
  exam: ['modality'],
  unit: ['days'],
  joiner: ['joins'],
  ordinal: ['number'],
  break: [],
  attribute: [],
  pseudo: [],
  device: [],
  mismatch: [],
  signal: [],
  region: [],
  abbreviation: [],
  language: [],
};

type RawRow = Record<string, unknown> & {
  text: string | string[];
  matches?: string;
  skips?: string;
  note?: string;
};

export interface CompiledVocabulary {
  readonly problems: VocabularyProblem[];
  readonly files: Record<string, unknown>;
  /** The two sentences of each row, for the tests. */
  readonly examples: VocabularyExample[];
}

export function compileVocabulary(knowledgeDir: string): CompiledVocabulary {
  const problems: VocabularyProblem[] = [];
  const rows: VocabularyRow[] = [];
  const examples: VocabularyExample[] = [];
  const seen = new Set<string>();
  const root = join(knowledgeDir, 'vocabulary');
  for (const lang of readdirSync(root).sort())
    for (const file of readdirSync(join(root, lang)).sort()) {
      if (!file.endsWith('.yaml')) continue;
      const name = `vocabulary/${lang}/${file}`;
      const report = (place: string, message: string): void => {
        problems.push({ file: name, place, message });
      };
      const content = parse(readFileSync(join(root, lang, file), 'utf8')) as {
        shared?: Record<string, unknown>;
        rows?: RawRow[];
      } | null;
      if (content === null || !Array.isArray(content.rows)) {
        report('file', 'expected a list under "rows"');
        continue;
      }
      for (const raw of content.rows) {
        const { matches, skips, note: _note, ...fields } = { join: 'word', ...content.shared, ...raw };
        const text = Array.isArray(fields.text) ? fields.text.map(String) : [String(fields.text)];
        const row: RowKind = { lang, ...fields, text };
        const role = String(row['role']);
        const id = String(row['id'] ?? rowId(row, text[0] ?? ''));
        if (seen.has(id)) report(id, 'this id stands twice; merge the rows or give one an id of its own');
        seen.add(id);
        const required = requiredByRole[role];
        if (required === undefined) report(id, `unknown role "${role}"`);
        for (const field of required ?? []) if (row[field] === undefined) report(id, `missing "${field}"`);
        if (text.some((form) => form.trim() === '' || form === 'undefined')) report(id, 'empty text');
        if (text.some((form) => /[?!]/.test(form)))
          report(id, 'a question or exclamation mark is a gap, not text');
        if (text.some((form) => form.includes('|'))) report(id, 'a bar parts texts and stands in none');
        if (role !== 'language') {
          if (typeof matches !== 'string') report(id, 'missing the sentence it must match');
          if (typeof skips !== 'string') report(id, 'missing the sentence it must not match');
        }
        if (typeof matches === 'string' && typeof skips === 'string')
          examples.push({ id, lang, role, matches, skips });
        rows.push({ ...row, id, text } as unknown as VocabularyRow);
      }
    }
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  examples.sort((a, b) => (a.id < b.id ? -1 : 1));
  const files = { 'vocabulary.json': packedVocabulary(rows), 'vocabulary-examples.json': examples };
  return { problems, files, examples };
}
