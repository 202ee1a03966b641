// knowledge/parameters/<topic>/<name>.yaml → parameters.json: every number with its unit, its start days and who
// says so. Decision: the file's place is its id, so that a number can be found by its name and never stands twice. Only the
// numbers by which patients are invented stay in English: they tell nothing of care.

import { parseCalendarDate } from '@breekpunt/core';
import {
  type Checked,
  countries,
  type DatedValue,
  type Parameter,
  type ParameterValue,
  startMeanings,
} from '../src/dated-value.ts';
import type { Source } from '../src/source.ts';
import { citationProblems, statuses } from './citation.ts';
import { sourceIndex } from './compile-sources.ts';
import { type FieldReader, readFields } from './field-reader.ts';
import { knowledgeFiles } from './knowledge-files.ts';
import type { Compiled, Problem } from './problem.ts';
import { readSentenceFiles } from './sentence-files.ts';
import { readYaml } from './yaml-file.ts';

const ofInventedPatients = 'synthetic';

export function compileParameters(knowledgeDir: string): Compiled {
  const problems: Problem[] = [];
  const sources = sourceIndex(knowledgeDir);
  const read: Omit<Parameter, 'meanings'>[] = [];
  for (const file of knowledgeFiles(knowledgeDir, 'parameters', '.yaml')) {
    if (file.endsWith('.sentences.yaml')) continue;
    const yaml = readYaml(knowledgeDir, file, problems);
    if (yaml.data === undefined) continue;
    const fields = readFields(yaml, yaml.data, [], problems);
    const parameter = fields === undefined ? undefined : readParameter(fields, idOf(file), sources);
    if (parameter !== undefined) read.push(parameter);
  }
  const said = read
    .map(({ id, meaning }) => ({ id, topic: id.split('.')[0] ?? id, text: meaning }))
    .filter(({ topic }) => topic !== ofInventedPatients);
  const meanings = readSentenceFiles(knowledgeDir, 'parameters', said, problems);
  const parameters: Parameter[] = read.map((each) => ({ ...each, meanings: meanings.get(each.id) ?? null }));
  return {
    problems,
    files: { 'parameters.json': parameters, 'reading-parameters.json': latestOf(parameters) },
  };
}

/** parameters/identify/nl-minimum-age.yaml → identify.nl-minimum-age */
function idOf(file: string): string {
  return file
    .replace(/^parameters\//, '')
    .replace(/\.yaml$/, '')
    .replaceAll('/', '.');
}

function readParameter(
  fields: FieldReader,
  expectedId: string,
  sources: ReadonlyMap<string, Source>,
): Omit<Parameter, 'meanings'> | undefined {
  const id = fields.text('id');
  if (id !== undefined && id !== expectedId) {
    fields.problem('id', `expected "${expectedId}", as the file is named; came "${id}"`);
  }
  const meaning = fields.text('meaning');
  const unit = fields.text('unit');
  const applies = fields.has('applies') ? fields.inside('applies') : undefined;
  const country = applies?.optionalWord('country', countries);
  applies?.done();
  const checked = readChecked(fields);
  const values = readValues(fields, sources);
  fields.done();
  if (id === undefined || meaning === undefined || unit === undefined || checked === undefined)
    return undefined;
  return { id, meaning, unit, applies: country === undefined ? {} : { country }, values, checked };
}

export function readChecked(fields: FieldReader): Checked | undefined {
  const checked = fields.inside('checked');
  const on = checked?.date('on');
  const by = checked?.text('by');
  checked?.done();
  return on === undefined || by === undefined ? undefined : { on, by };
}

function readValues(fields: FieldReader, sources: ReadonlyMap<string, Source>): DatedValue[] {
  const byDay = fields.inside('values');
  const read: DatedValue[] = [];
  if (byDay === undefined) return read;
  const days = Object.keys(fields.raw('values') as object);
  if (days.length === 0) fields.problem('values', 'expected at least one start day with its value');
  for (const from of days) {
    if (!parseCalendarDate(from).ok) {
      byDay.problem(from, 'expected the first day in force, an existing day written yyyy-mm-dd');
    }
    const previous = read.at(-1);
    if (previous !== undefined && from < previous.from)
      byDay.problem(from, 'list the values by day, newest last');
    const entry = byDay.inside(from);
    const value = entry === undefined ? undefined : readValue(entry, from, sources);
    if (value !== undefined) read.push(value);
  }
  byDay.done();
  return read;
}

function readValue(
  entry: FieldReader,
  from: string,
  sources: ReadonlyMap<string, Source>,
): DatedValue | undefined {
  const given = entry.raw('value');
  const source = entry.text('source');
  const where = entry.text('where');
  const status = entry.optionalWord('status', statuses) ?? 'confirmed';
  const fromIs = entry.optionalWord('from-is', startMeanings) ?? 'stated';
  entry.done();
  const value = given === null || isParameterValue(given) ? given : undefined;
  if (value === undefined) entry.problem('value', 'expected a number, a word, a list of them, or null');
  if (source === undefined || where === undefined || value === undefined) return undefined;
  for (const message of citationProblems(sources, [source], status)) entry.problem('source', message);
  return { from, fromIs, value, source: { id: source, where }, status };
}

function isParameterValue(value: unknown): value is ParameterValue {
  const isOne = (part: unknown): boolean =>
    (typeof part === 'number' && Number.isFinite(part)) || (typeof part === 'string' && part !== '');
  return Array.isArray(value) ? value.length > 0 && value.every(isOne) : isOne(value);
}

/** What the case finder reads text by: a page in a browser loads these alone, not all parameters. */
const readBy: readonly string[] = [
  'identify.acute-until-weeks',
  'identify.subacute-until-months',
  'vertebral.nl-genant-grade-from',
];

function latestOf(parameters: readonly Parameter[]): Record<string, unknown> {
  return Object.fromEntries(
    parameters
      .filter(({ id }) => readBy.includes(id))
      .map(({ id, values }) => [id, values.at(-1)?.value ?? null]),
  );
}
