// knowledge/codes/*.yaml → codes.json: which codes of a classification mean which fracture.
// Decision: a row says what its code states and no more; the check knows the shape of a code, and the check digit
// where there is one, but not the classification itself.

import { type CodeSystem, codeSystems, parseCode } from '@breekpunt/core';
import type { CodeEntry, CodeModifier, CodeValueSet } from '../src/code-value-set.ts';
import type { Source } from '../src/source.ts';
import { citationProblems, statuses } from './citation.ts';
import { readCodeMeaning } from './code-meaning.ts';
import { readChecked } from './compile-parameters.ts';
import { sourceIndex } from './compile-sources.ts';
import { type FieldReader, readFields } from './field-reader.ts';
import { knowledgeFiles } from './knowledge-files.ts';
import type { Compiled, Problem } from './problem.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

export function compileCodes(knowledgeDir: string): Compiled {
  const problems: Problem[] = [];
  const sources = sourceIndex(knowledgeDir);
  const sets = new Map<string, CodeValueSet>();
  for (const file of knowledgeFiles(knowledgeDir, 'codes', '.yaml')) {
    const yaml = readYaml(knowledgeDir, file, problems);
    if (yaml.data === undefined) continue;
    const fields = readFields(yaml, yaml.data, [], problems);
    const set = fields === undefined ? undefined : readSet(yaml, fields, sources, problems);
    if (fields === undefined || set === undefined) continue;
    if (sets.has(set.id)) fields.problem('id', `value set "${set.id}" stands in another file already`);
    sets.set(set.id, set);
  }
  return { problems, files: { 'codes.json': [...sets.values()] } };
}

function readSet(
  yaml: YamlFile,
  fields: FieldReader,
  sources: ReadonlyMap<string, Source>,
  problems: Problem[],
): CodeValueSet | undefined {
  const id = fields.text('id');
  const meaning = fields.text('meaning');
  const system = fields.word('system', codeSystems);
  const source = fields.text('source');
  const where = fields.text('where');
  const status = fields.word('status', statuses);
  const checked = readChecked(fields);
  const rows = (key: string): FieldReader[] =>
    fields.list(key).flatMap((row, index) => readFields(yaml, row, [key, index], problems) ?? []);
  const entries = rows('entries').flatMap((row) => (system === undefined ? [] : readEntry(row, system)));
  const modifiers = fields.has('modifiers') ? rows('modifiers').flatMap((row) => readModifier(row)) : [];
  checkDuplicates(fields, entries);
  fields.done();
  if (id === undefined || meaning === undefined || system === undefined || checked === undefined)
    return undefined;
  if (source === undefined || where === undefined || status === undefined) return undefined;
  for (const message of citationProblems(sources, [source], status)) fields.problem('source', message);
  if (status === 'confirmed' && entries.some((entry) => entry.confirmed === false)) {
    fields.problem('status', 'a row is not confirmed, so the status of the set must be draft');
  }
  return { id, meaning, system, source: { id: source, where }, status, checked, entries, modifiers };
}

type Matcher = { code: string } | { prefix: string } | { pattern: string };

function readEntry(row: FieldReader, system: CodeSystem): CodeEntry[] {
  const matcher = readMatcher(row, system);
  const display = row.text('display');
  const means = readCodeMeaning(row);
  const where = row.optionalText('where');
  const confirmed = row.yesNo('confirmed', true);
  row.done();
  if (matcher === undefined || display === undefined || means.kind === undefined) return [];
  return [
    {
      ...matcher,
      display,
      means: { ...means, kind: means.kind },
      ...(where === undefined ? {} : { where }),
      ...(confirmed ? {} : { confirmed }),
    },
  ];
}

function readModifier(row: FieldReader): CodeModifier[] {
  const pattern = row.text('pattern');
  const display = row.text('display');
  const means = readCodeMeaning(row, 'partial');
  row.done();
  if (pattern === undefined || display === undefined) return [];
  checkPattern(row, pattern);
  return [{ pattern, display, means }];
}

function readMatcher(row: FieldReader, system: CodeSystem): Matcher | undefined {
  const given = ['code', 'prefix', 'pattern'].filter((key) => row.has(key));
  if (given.length !== 1) {
    row.problem(given[0] ?? 'code', 'expected exactly one of code, prefix and pattern');
    return undefined;
  }
  const code = row.optionalText('code');
  const prefix = row.optionalText('prefix');
  const pattern = row.optionalText('pattern');
  if (code !== undefined) {
    const parsed = parseCode(system, code);
    if (!parsed.ok) {
      const what = parsed.error.kind === 'wrong-check-digit' ? 'wrong check digit' : 'not a code';
      row.problem('code', `"${code}": ${what} of ${system}; expected ${parsed.error.expected}`);
    } else if (parsed.value.code !== code) {
      row.problem('code', `"${code}": write it as ${system} does, "${parsed.value.code}"`);
    }
    return { code };
  }
  if (prefix !== undefined) {
    if (!/^[A-Z0-9][A-Z0-9.-]*$/.test(prefix))
      row.problem('prefix', `"${prefix}": expected the beginning of a code`);
    return { prefix };
  }
  if (pattern === undefined) return undefined;
  checkPattern(row, pattern);
  return { pattern };
}

function checkPattern(row: FieldReader, pattern: string): void {
  try {
    new RegExp(`^(?:${pattern})$`);
  } catch {
    row.problem('pattern', `"${pattern}" is not a regular expression`);
  }
}

function checkDuplicates(fields: FieldReader, entries: readonly CodeEntry[]): void {
  const seen = new Set<string>();
  for (const entry of entries) {
    const key = matcherKey(entry);
    if (seen.has(key)) fields.problem('entries', `${key} stands twice`);
    seen.add(key);
  }
}

function matcherKey(entry: CodeEntry): string {
  if ('code' in entry) return `code "${entry.code}"`;
  return 'prefix' in entry ? `prefix "${entry.prefix}"` : `pattern "${entry.pattern}"`;
}
