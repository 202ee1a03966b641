// knowledge/seeds.yaml → seeds.json. The file states how many items each document has; the check proves that
// exactly these are listed, each once, each with one fate, and that what carries an item exists.
// Content and features are not known here: their carriers are checked by the tests that know them.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeValueSet } from '../src/code-value-set.ts';
import type { Parameter } from '../src/dated-value.ts';
import type { GuideContent } from '../src/guide-content.ts';
import type { Rule } from '../src/rule.ts';
import {
  type SeedCarrier,
  type SeedDocument,
  type SeedFate,
  type SeedItem,
  seedCarrierKinds,
} from '../src/seed.ts';
import { claimIds } from './compile-claims.ts';
import { compileCodes } from './compile-codes.ts';
import { compileContent } from './compile-content.ts';
import { compileParameters } from './compile-parameters.ts';
import { compileRules } from './compile-rules.ts';
import { sourceIndex } from './compile-sources.ts';
import { type FieldReader, readFields } from './field-reader.ts';
import type { Compiled, Problem } from './problem.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

const file = 'seeds.yaml';

export function compileSeeds(knowledgeDir: string): Compiled {
  const problems: Problem[] = [];
  if (!existsSync(join(knowledgeDir, file))) {
    problems.push({ file, place: '', message: 'missing; it lists every item of the five documents' });
    return { problems, files: {} };
  }
  const yaml = readYaml(knowledgeDir, file, problems);
  const top = yaml.data === undefined ? undefined : readFields(yaml, yaml.data, [], problems);
  if (top === undefined) return { problems, files: {} };
  const documents = readDocuments(top, knowledgeDir);
  const items = readItems(yaml, top, problems);
  checkComplete(documents, items, top);
  checkCarriers(items, knowledgeDir, top);
  top.done();
  return { problems, files: { 'seeds.json': { documents, items } } };
}

function readDocuments(top: FieldReader, knowledgeDir: string): SeedDocument[] {
  const sources = sourceIndex(knowledgeDir);
  const documents = top.inside('documents');
  return Object.keys((top.raw('documents') ?? {}) as object).flatMap((id) => {
    const fields = documents?.inside(id);
    const source = fields?.text('source');
    const items = fields?.raw('items');
    fields?.done();
    if (source !== undefined && !sources.has(source))
      fields?.problem('source', `"${source}" is not in sources.yaml`);
    if (typeof items !== 'number' || source === undefined) {
      fields?.problem('items', 'expected the number of items');
      return [];
    }
    return [{ id, source, items }];
  });
}

function readItems(yaml: YamlFile, top: FieldReader, problems: Problem[]): SeedItem[] {
  const seen = new Set<string>();
  return top.list('items').flatMap((row, index) => {
    const fields = readFields(yaml, row, ['items', index], problems);
    if (fields === undefined) return [];
    const id = fields.text('id');
    const title = fields.text('title');
    const fate = readFate(fields);
    fields.done();
    if (id !== undefined && seen.has(id)) fields.problem('id', `${id} stands twice`);
    if (id !== undefined) seen.add(id);
    return id === undefined || title === undefined || fate === undefined ? [] : [{ id, title, fate }];
  });
}

function readFate(fields: FieldReader): SeedFate | undefined {
  const given = ['carried', 'planned', 'rejected'].filter((key) => fields.has(key));
  if (given.length !== 1) {
    fields.problem(given[0] ?? 'id', 'expected exactly one of carried, planned and rejected');
    return undefined;
  }
  if (given[0] === 'carried') return readCarrier(fields);
  const planned = fields.optionalText('planned');
  const rejected = fields.optionalText('rejected');
  if (planned !== undefined) return { planned };
  return rejected === undefined ? undefined : { rejected };
}

function readCarrier(fields: FieldReader): SeedFate | undefined {
  const carried = fields.inside('carried');
  const kinds = seedCarrierKinds.filter((kind) => carried?.has(kind));
  const kind = kinds[0];
  const id = kind === undefined ? undefined : carried?.text(kind);
  carried?.done();
  if (kinds.length !== 1) carried?.problem('', `expected exactly one of ${seedCarrierKinds.join(', ')}`);
  return kind === undefined || id === undefined ? undefined : { carried: { kind, id } };
}

function checkComplete(
  documents: readonly SeedDocument[],
  items: readonly SeedItem[],
  top: FieldReader,
): void {
  const listed = new Set(items.map(({ id }) => id));
  const expected = new Set(
    documents.flatMap((document) =>
      Array.from(
        { length: document.items },
        (_, index) => `${document.id}-${String(index + 1).padStart(2, '0')}`,
      ),
    ),
  );
  for (const id of expected) if (!listed.has(id)) top.problem('items', `${id} is not listed`);
  for (const id of listed)
    if (!expected.has(id)) top.problem('items', `${id} is not an item of any document`);
}

function checkCarriers(items: readonly SeedItem[], knowledgeDir: string, top: FieldReader): void {
  const ids = {
    rule: idsOf<Rule>(compileRules(knowledgeDir), 'rules.json'),
    parameter: idsOf<Parameter>(compileParameters(knowledgeDir), 'parameters.json'),
    codes: idsOf<CodeValueSet>(compileCodes(knowledgeDir), 'codes.json'),
    content: contentIds(knowledgeDir),
    claim: claimIds(knowledgeDir),
  };
  for (const { id, fate } of items) {
    if (!('carried' in fate)) continue;
    const carrier: SeedCarrier = fate.carried;
    const known = carrier.kind in ids ? ids[carrier.kind as keyof typeof ids] : undefined;
    if (known?.has(carrier.id) === false)
      top.problem('items', `${id}: ${carrier.kind} "${carrier.id}" does not exist`);
  }
}

/** Blocks, exercises, figures, alarm questions and what is advised at home: whatever of the content carries an item. */
function contentIds(knowledgeDir: string): ReadonlySet<string> {
  const content = compileContent(knowledgeDir).files['content.json'] as GuideContent;
  const { blocks, exercises, figures, alarmGroups, home } = content;
  return new Set([...blocks, ...exercises, ...figures, ...alarmGroups, ...home.advice].map(({ id }) => id));
}

function idsOf<T extends { readonly id: string }>(compiled: Compiled, name: string): ReadonlySet<string> {
  return new Set((compiled.files[name] as readonly T[]).map(({ id }) => id));
}
