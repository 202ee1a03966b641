// knowledge/content/<language>/grids/*.yaml → grids.json: decision aids. Decision: a grid is refused, not warned of, when an
// IPDAS criterion is missing, an option is told in more detail than another, a cell with a number names no source, or a
// frequency is told by a word alone. A test is told once, in the guide; an aid names it.

import type { ValueSource } from '../src/dated-value.ts';
import type { ContentBlock } from '../src/guide-content.ts';
import {
  type GridCell,
  type GridOption,
  type GridTest,
  gridPathways,
  gridRows,
  type OptionGrid,
} from '../src/option-grid.ts';
import type { Source } from '../src/source.ts';
import { citationProblems, statuses } from './citation.ts';
import { sourceIndex } from './compile-sources.ts';
import { readBlocks } from './content-blocks.ts';
import { sentences } from './content-files.ts';
import { readForbidden } from './content-forbidden.ts';
import { readForeignPhrases } from './content-overlap.ts';
import { type FieldReader, readFields } from './field-reader.ts';
import { counted, readFrequencyWords } from './frequency-words.ts';
import { mixedDenominators, unequalDetail } from './grid-lint.ts';
import { gridWordProblems } from './grid-lint-words.ts';
import { unmetCriteria } from './ipdas.ts';
import { knowledgeFiles } from './knowledge-files.ts';
import type { Compiled, Problem } from './problem.ts';
import { readYaml } from './yaml-file.ts';

const languages = ['nl', 'fr', 'en'] as const;
/** In Dutch, or the English words of GRADE. */
const certainty = {
  hoog: 'high',
  redelijk: 'moderate',
  laag: 'low',
  'zeer laag': 'very-low',
  high: 'high',
  moderate: 'moderate',
  low: 'low',
  'very low': 'very-low',
} as const;
const cited = /^(.*?)\s*\[([^\]]+)\]$/s;
const reviewWithinMonths = 24;

export function compileGrids(knowledgeDir: string): Compiled {
  const problems: Problem[] = [];
  const sources = sourceIndex(knowledgeDir);
  const grids: OptionGrid[] = [];
  // Problems of the blocks themselves are told where the content is compiled.
  const tests = readBlocks(knowledgeDir, sources, []).filter(({ kind }) => kind === 'test');
  const forbidden = readForbidden(knowledgeDir, []);
  const foreign = readForeignPhrases(knowledgeDir);
  for (const language of languages) {
    const frequencies = readFrequencyWords(knowledgeDir, language, problems);
    for (const file of knowledgeFiles(knowledgeDir, `content/${language}/grids`, '.yaml')) {
      const yaml = readYaml(knowledgeDir, file, problems);
      const fields = yaml.data === undefined ? undefined : readFields(yaml, yaml.data, [], problems);
      const grid = fields === undefined ? undefined : readGrid(fields, language, sources, tests);
      fields?.done();
      if (grid === undefined) continue;
      for (const message of gridWordProblems(grid, { forbidden: forbidden[language], frequencies, foreign }))
        fields?.problem('options', message);
      for (const { id, asks } of unmetCriteria(grid))
        fields?.problem('id', `IPDAS ${id} is not met: ${asks}`);
      if (!file.endsWith(`/${grid.id}.yaml`)) fields?.problem('id', 'expected the name of the file');
      grids.push(grid);
    }
  }
  return { problems, files: { 'grids.json': grids } };
}

function readGrid(
  fields: FieldReader,
  language: OptionGrid['language'],
  sources: ReadonlyMap<string, Source>,
  known: readonly ContentBlock[],
): OptionGrid | undefined {
  const texts = Object.fromEntries(
    ['id', 'title', 'condition', 'decision', 'who', 'experience', 'uncertainty', 'funding'].map((key) => [
      key,
      fields.text(key),
    ]),
  );
  const pathway = fields.word('pathway', gridPathways);
  const status = fields.word('status', statuses);
  const update = readUpdate(fields);
  const alarm = fields.optionalText('alarm') ?? null;
  if (pathway === 'vertebral-fracture' && alarm === null)
    fields.problem('alarm', 'expected the alarm signs of spinal cord and nerves');
  const values = textList(fields, 'values');
  const tests = testsOf(fields, language, known);
  const withoutTests = fields.optionalText('without-tests') ?? null;
  if ((tests.length === 0) === (withoutTests === null))
    fields.problem('tests', 'expected the tests this choice rests on, or "without-tests" with the reason');
  const options = fields.list('options').flatMap((_row, index) => {
    const option = optionAt(fields, index);
    return option === undefined ? [] : [option];
  });
  if (options.length < 2) fields.problem('options', 'expected at least two options');
  if (values.length < 2) fields.problem('values', 'expected at least two statements to weigh');
  for (const message of [unequalDetail(options), ...mixedDenominators(options)])
    if (message !== undefined) fields.problem('options', message);
  const citations = options.flatMap(({ rows }) => Object.values(rows).flatMap((cell) => cell.sources));
  for (const message of citationProblems(
    sources,
    citations.map(({ id }) => id),
    status ?? 'draft',
  ))
    fields.problem('options', message);
  if (pathway === undefined || status === undefined || update === undefined) return undefined;
  if (Object.values(texts).some((text) => text === undefined)) return undefined;
  const { id, title, condition, decision, who, experience, uncertainty, funding } = texts as Record<
    string,
    string
  > &
    Record<
      'id' | 'title' | 'condition' | 'decision' | 'who' | 'experience' | 'uncertainty' | 'funding',
      string
    >;
  return {
    id,
    language,
    pathway,
    title,
    condition,
    decision,
    who,
    alarm,
    experience,
    uncertainty,
    options,
    values,
    tests,
    withoutTests,
    funding,
    update,
    status,
  };
}

/** Tests are told in the guide; what is not a test there is a mistake here. */
function testsOf(
  fields: FieldReader,
  language: OptionGrid['language'],
  known: readonly ContentBlock[],
): GridTest[] {
  return sentences(fields, 'tests').flatMap((id) => {
    const text = known.find((block) => block.id === id)?.texts[language];
    if (text?.test !== undefined) return [{ id, name: text.title ?? '', ...text.test }];
    fields.problem('tests', `"${id}" is not a block of the kind "test" in ${language}`);
    return [];
  });
}

function optionAt(grid: FieldReader, index: number): GridOption | undefined {
  const row = grid.list('options')[index] as Readonly<Record<string, unknown>>;
  const place = `options[${index}]`;
  const text = (key: string): string => {
    const found = row[key];
    if (typeof found === 'string' && found.trim() !== '') return found;
    grid.problem('options', `${place}: "${key}" is missing`);
    return '';
  };
  const list = (key: string): string[] => {
    const found = row[key];
    if (Array.isArray(found) && found.length >= 2) return found.map(String);
    grid.problem('options', `${place}: expected at least two ${key}`);
    return [];
  };
  const rows = (row['rows'] ?? {}) as Readonly<Record<string, unknown>>;
  const sure = (rows['certainty'] ?? {}) as Readonly<Record<string, unknown>>;
  const word = certainty[sure['word'] as keyof typeof certainty];
  if (word === undefined || typeof sure['why'] !== 'string')
    grid.problem(
      'options',
      `${place}: certainty needs {word: ${Object.keys(certainty).join(' | ')}, why: …}`,
    );
  const cells = gridRows.flatMap((name) => {
    if (name === 'certainty') return [];
    const cell = cellFrom(rows[name]);
    if (cell === undefined) grid.problem('options', `${place}: row "${name}" is missing`);
    else if (counted.test(cell.text) && cell.sources.length === 0)
      grid.problem('options', `${place}: row "${name}" has a number and no source`);
    return cell === undefined ? [] : [[name, cell] as const];
  });
  for (const name of Object.keys(rows))
    if (!gridRows.some((known) => known === name))
      grid.problem('options', `${place}: "${name}" is no row of a grid`);
  if (word === undefined) return undefined;
  return {
    id: text('id'),
    name: text('name'),
    gains: list('gains'),
    harms: list('harms'),
    rows: Object.fromEntries(cells) as unknown as GridOption['rows'],
    certainty: { word, why: String(sure['why']) },
  };
}

/** "text [source, place; source, place]" */
function cellFrom(written: unknown): GridCell | undefined {
  if (typeof written !== 'string' || written.trim() === '') return undefined;
  const [, text, citations] = cited.exec(written) ?? [];
  if (text === undefined || citations === undefined) return { text: written, sources: [] };
  const sources = citations.split(';').map((each): ValueSource => {
    const [id = '', ...where] = each.split(',');
    return { id: id.trim(), where: where.join(',').trim() };
  });
  return { text, sources };
}

function readUpdate(fields: FieldReader): OptionGrid['update'] | undefined {
  const inside = fields.inside('update');
  const policy = inside?.text('policy');
  const made = inside?.date('made');
  const reviewBy = inside?.date('review-by');
  inside?.done();
  if (policy === undefined || made === undefined || reviewBy === undefined) return undefined;
  const [madeYear = 0, madeMonth = 0] = made.split('-').map(Number);
  const [year = 0, month = 0] = reviewBy.split('-').map(Number);
  const months = (year - madeYear) * 12 + month - madeMonth;
  if (months <= 0 || months > reviewWithinMonths)
    fields.problem('update', `expected a review within ${reviewWithinMonths} months of the day it was made`);
  return { policy, made, reviewBy };
}

function textList(fields: FieldReader, key: string): string[] {
  return fields.list(key).map(String);
}
