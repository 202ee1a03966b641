// knowledge/models/*.yaml → models.json: published scores, equations and classifications with their numbers.
// Decision: whatever can be checked without computing is checked here: every input of an item exists and every word
// of it has its points, stretches of numbers touch without gap or overlap, and nothing drawn from an unconfirmed
// source calls itself confirmed. That the numbers compute what was published is proved where they are computed.

import { type ClinicalModel, type ModelInput, modelKinds } from '../src/clinical-model.ts';
import type { ValueSource } from '../src/dated-value.ts';
import type { Source } from '../src/source.ts';
import { citationProblems, statuses } from './citation.ts';
import { readChecked } from './compile-parameters.ts';
import { sourceIndex } from './compile-sources.ts';
import { type FieldReader, readFields } from './field-reader.ts';
import { knowledgeFiles } from './knowledge-files.ts';
import { readInputs } from './model-inputs.ts';
import { readGroups, readItems, readReadings } from './model-items.ts';
import { type ModelParts, readExamples, readNumbers, readStages, rowsOf } from './model-parts.ts';
import { toldModels } from './model-texts.ts';
import type { Compiled, Problem } from './problem.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

export function compileModels(knowledgeDir: string): Compiled {
  const problems: Problem[] = [];
  const sources = sourceIndex(knowledgeDir);
  const read: Omit<ClinicalModel, 'told'>[] = [];
  for (const file of knowledgeFiles(knowledgeDir, 'models', '.yaml')) {
    if (file.endsWith('.sentences.yaml')) continue;
    const yaml = readYaml(knowledgeDir, file, problems);
    if (yaml.data === undefined) continue;
    const fields = readFields(yaml, yaml.data, [], problems);
    const model = fields === undefined ? undefined : readModel(yaml, fields, sources, problems);
    if (model !== undefined) read.push(model);
  }
  const models = toldModels(knowledgeDir, read, problems);
  return { problems, files: { 'models.json': models } };
}

function readModel(
  yaml: YamlFile,
  fields: FieldReader,
  sources: ReadonlyMap<string, Source>,
  problems: Problem[],
): Omit<ClinicalModel, 'told'> | undefined {
  const id = fields.text('id');
  const expectedId = yaml.file.replace(/^models\//, '').replace(/\.yaml$/, '');
  if (id !== undefined && id !== expectedId)
    fields.problem('id', `expected "${expectedId}", as the file is named; came "${id}"`);
  const name = fields.text('name');
  const edition = fields.text('edition');
  const kind = fields.word('kind', modelKinds);
  const meaning = fields.text('meaning');
  const population = fields.text('population');
  const horizon = fields.optionalText('horizon');
  const licence = fields.text('licence');
  const status = fields.word('status', statuses) ?? 'draft';
  const checked = readChecked(fields);
  const limits = fields.has('limits') ? textsOf(fields, 'limits') : [];
  const [first, ...others] = readSources(yaml, fields, problems);
  if (first === undefined) {
    fields.problem('sources', 'expected at least one source');
    fields.done();
    return undefined;
  }
  for (const message of citationProblems(
    sources,
    [first, ...others].map((one) => one.id),
    status,
  ))
    fields.problem('sources', message);

  const parts: ModelParts = { yaml, fields, problems, sources, status, source: first };
  const inputs: Readonly<Record<string, ModelInput>> = readInputs(parts);
  const numbers = readNumbers(parts);
  const groups = readGroups(parts);
  const items = readItems(parts, inputs, groups);
  const readings = readReadings(parts);
  const stages = readStages(parts);
  const examples = readExamples(parts);
  fields.done();
  if (id === undefined || name === undefined || edition === undefined || kind === undefined) return undefined;
  if (meaning === undefined || population === undefined || licence === undefined) return undefined;
  if (checked === undefined) return undefined;
  return {
    id,
    name,
    edition,
    kind,
    meaning,
    population,
    ...(horizon === undefined ? {} : { horizon }),
    licence,
    status,
    sources: [first, ...others],
    checked,
    limits,
    inputs,
    numbers,
    items,
    groups,
    readings,
    stages,
    examples,
  };
}

function readSources(yaml: YamlFile, fields: FieldReader, problems: Problem[]): ValueSource[] {
  return rowsOf({ yaml, fields, problems }, 'sources').flatMap((row) => {
    const id = row.text('id');
    const where = row.text('where');
    row.done();
    return id === undefined || where === undefined ? [] : [{ id, where }];
  });
}

function textsOf(fields: FieldReader, key: string): string[] {
  return fields.list(key).flatMap((text) => {
    if (typeof text === 'string' && text.trim() !== '') return [text.trim()];
    fields.problem(key, 'expected a list of sentences');
    return [];
  });
}
