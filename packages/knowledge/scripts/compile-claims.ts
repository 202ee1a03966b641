// knowledge/claims.yaml and claim-concepts.yaml → claims.json: the claim register and the words it is found by.
// Decision: every claim brings sentences that must be found and sentences that must not; the tests of inform hold the
// checker to them.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Claim,
  type ClaimConcept,
  type ClaimRegister,
  claimLanguages,
  claimVerdicts,
  conceptKinds,
  type InLanguages,
  quantityUnits,
} from '../src/claim.ts';
import type { ValueSource } from '../src/dated-value.ts';
import { citationProblems, statuses } from './citation.ts';
import { claimPatternFrom, conceptsOf } from './claim-pattern.ts';
import { termsFrom } from './claim-terms.ts';
import { sourceIndex } from './compile-sources.ts';
import { type FieldReader, readFields } from './field-reader.ts';
import type { Compiled, Problem } from './problem.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

const registerFile = 'claims.yaml';
const conceptsFile = 'claim-concepts.yaml';

export function compileClaims(knowledgeDir: string): Compiled {
  const problems: Problem[] = [];
  const register = readRegister(knowledgeDir, problems);
  return { problems, files: { 'claims.json': register } };
}

/** For the ledger: which claims exist. Their own problems are compileClaims' to report. */
export function claimIds(knowledgeDir: string): ReadonlySet<string> {
  return new Set(readRegister(knowledgeDir, []).claims.map(({ id }) => id));
}

function readRegister(knowledgeDir: string, problems: Problem[]): ClaimRegister {
  for (const file of [registerFile, conceptsFile])
    if (!existsSync(join(knowledgeDir, file))) return { claims: [], concepts: [] };
  const concepts = readConcepts(readYaml(knowledgeDir, conceptsFile, problems), problems);
  const known = new Set(concepts.map(({ id }) => id));
  const claims = readClaims(readYaml(knowledgeDir, registerFile, problems), knowledgeDir, known, problems);
  return { claims, concepts };
}

function readConcepts(yaml: YamlFile, problems: Problem[]): ClaimConcept[] {
  const top = yaml.data === undefined ? undefined : readFields(yaml, yaml.data, [], problems);
  const rows = top?.inside('concepts');
  const found = Object.keys((top?.raw('concepts') ?? {}) as object).flatMap((id) => {
    const fields = rows?.inside(id);
    const concept = fields === undefined ? undefined : readConcept(id, fields);
    fields?.done();
    return concept === undefined ? [] : [concept];
  });
  top?.done();
  return found;
}

function readConcept(id: string, fields: FieldReader): ClaimConcept | undefined {
  const kind = fields.word('kind', conceptKinds);
  const words = Object.fromEntries(
    claimLanguages.map((language) => [language, fields.has(language) ? wordsIn(fields, language) : []]),
  ) as unknown as ClaimConcept['words'];
  const quantity = fields.has('quantity') ? readQuantity(fields) : undefined;
  if (quantity === undefined && claimLanguages.some((language) => words[language].length === 0))
    fields.problem('nl', 'expected words in nl, fr and en, or a quantity');
  return kind === undefined
    ? undefined
    : { id, kind, words, ...(quantity === undefined ? {} : { quantity }) };
}

function wordsIn(fields: FieldReader, language: string): string[] {
  return fields.list(language).flatMap((word) => {
    const text = String(word);
    if (/^[a-z0-9 *~%<|()&]+$/.test(text)) return termsFrom(text);
    if (text.includes('-')) return [text.replaceAll('-', ' ')];
    fields.problem(language, `expected small letters without accents; came "${text}"`);
    return [];
  });
}

function readQuantity(fields: FieldReader): NonNullable<ClaimConcept['quantity']> | undefined {
  const inside = fields.inside('quantity');
  const unit = inside?.word('unit', quantityUnits);
  const least = inside?.raw('least');
  const most = inside?.raw('most');
  inside?.done();
  if (unit === undefined) return undefined;
  return {
    unit,
    ...(typeof least === 'number' ? { least } : {}),
    ...(typeof most === 'number' ? { most } : {}),
  };
}

function readClaims(
  yaml: YamlFile,
  knowledgeDir: string,
  concepts: ReadonlySet<string>,
  problems: Problem[],
): Claim[] {
  const top = yaml.data === undefined ? undefined : readFields(yaml, yaml.data, [], problems);
  if (top === undefined) return [];
  const sources = sourceIndex(knowledgeDir);
  const seen = new Set<string>();
  const claims = top.list('claims').flatMap((row, index) => {
    const fields = readFields(yaml, row, ['claims', index], problems);
    if (fields === undefined) return [];
    const claim = readClaim(fields);
    fields.done();
    if (claim === undefined) return [];
    if (seen.has(claim.id)) fields.problem('id', `${claim.id} stands twice`);
    seen.add(claim.id);
    const cited = claim.sources.map(({ id }) => id);
    for (const message of citationProblems(sources, cited, claim.status)) fields.problem('sources', message);
    for (const concept of claim.patterns.flatMap(conceptsOf))
      if (!concepts.has(concept)) fields.problem('find', `"${concept}" is not in ${conceptsFile}`);
    return [claim];
  });
  top.done();
  return claims;
}

function readClaim(fields: FieldReader): Claim | undefined {
  const id = fields.text('id');
  if (id !== undefined && !/^C[1-9]\d*$/.test(id)) fields.problem('id', 'expected C and a number');
  const title = fields.text('title');
  const verdict = fields.word('verdict', claimVerdicts);
  const [says, evidence, wording] = ['says', 'evidence', 'wording'].map((key) => inLanguages(fields, key));
  const [first, ...others] = readSources(fields);
  const status = fields.word('status', statuses);
  const patterns = textsIn(fields, 'find').map(claimPatternFrom);
  const anyway = fields.yesNo('anyway', false);
  const matches = textsIn(fields, 'matches');
  const skips = textsIn(fields, 'skips');
  if (patterns.length === 0) fields.problem('find', 'expected at least one pattern');
  if (matches.length === 0) fields.problem('matches', 'expected at least one text in which it is found');
  if (skips.length === 0) fields.problem('skips', 'expected at least one text in which it is not');
  if (first === undefined) {
    fields.problem('sources', 'expected at least one source');
    return undefined;
  }
  if (id === undefined || title === undefined || verdict === undefined || status === undefined)
    return undefined;
  if (says === undefined || evidence === undefined || wording === undefined) return undefined;
  const sources = [first, ...others] as const;
  return { id, title, verdict, says, evidence, wording, sources, status, patterns, anyway, matches, skips };
}

function readSources(fields: FieldReader): ValueSource[] {
  return fields.list('sources').flatMap((row) => {
    const { id, where } = row as Partial<Record<'id' | 'where', unknown>>;
    if (typeof id === 'string' && typeof where === 'string') return [{ id, where }];
    fields.problem('sources', 'expected {id: ..., where: ...}');
    return [];
  });
}

function inLanguages(fields: FieldReader, key: string): InLanguages | undefined {
  const inside = fields.inside(key);
  const texts = claimLanguages.map((language) => [language, inside?.text(language)] as const);
  inside?.done();
  if (texts.some(([, text]) => text === undefined)) return undefined;
  return Object.fromEntries(texts) as unknown as InLanguages;
}

function textsIn(fields: FieldReader, key: string): string[] {
  return fields.list(key).map(String);
}
