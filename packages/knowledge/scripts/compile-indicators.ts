// knowledge/indicators/*.yaml → indicators.json. Decision: a condition names itself by its one telling key (event, fact, alive-at,
// measure), so that a definition reads as a sentence; every word of it is one of the lists in src/indicator-set.ts.

import { type FractureSite, fractureSites } from '@breekpunt/core';
import type { KnowledgeStatus, ValueSource } from '../src/dated-value.ts';
import {
  countingWays,
  type Indicator,
  type IndicatorColours,
  type IndicatorSet,
  indicatorLanguages,
  type ReferenceFigure,
  type Standard,
  type StandardDemand,
  standardLevels,
} from '../src/indicator-set.ts';
import type { Source } from '../src/source.ts';
import { citationProblems, statuses } from './citation.ts';
import { readChecked } from './compile-parameters.ts';
import { sourceIndex } from './compile-sources.ts';
import { type FieldReader, readFields } from './field-reader.ts';
import { readConditions } from './indicator-conditions.ts';
import { knowledgeFiles } from './knowledge-files.ts';
import type { Compiled, Problem } from './problem.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

interface Reading {
  readonly yaml: YamlFile;
  readonly problems: Problem[];
  readonly sources: ReadonlyMap<string, Source>;
}

export function compileIndicators(knowledgeDir: string): Compiled {
  const problems: Problem[] = [];
  const sources = sourceIndex(knowledgeDir);
  const sets: IndicatorSet[] = [];
  for (const file of knowledgeFiles(knowledgeDir, 'indicators', '.yaml')) {
    const yaml = readYaml(knowledgeDir, file, problems);
    if (yaml.data === undefined) continue;
    const fields = readFields(yaml, yaml.data, [], problems);
    const named = file.replace(/^indicators\//, '').replace(/\.yaml$/, '');
    const set = fields === undefined ? undefined : readSet(fields, named, { yaml, problems, sources });
    if (set !== undefined) sets.push(set);
  }
  return { problems, files: { 'indicators.json': sets } };
}

function readSet(fields: FieldReader, named: string, reading: Reading): IndicatorSet | undefined {
  const id = fields.text('id');
  if (id !== undefined && id !== named)
    fields.problem('id', `expected "${named}", as the file is named; came "${id}"`);
  const [name, edition, meaning] = [fields.text('name'), fields.text('edition'), fields.text('meaning')];
  const status = fields.word('status', statuses) ?? 'draft';
  const cited = children(fields, 'sources', reading).flatMap((one) => readSource(one, reading, status) ?? []);
  const cohort = fields.inside('cohort');
  const fromAge = cohort === undefined ? 0 : wholeNumber(cohort, 'from-age');
  const withoutSites = (cohort?.list('without-sites') ?? []).filter((site): site is FractureSite => {
    const known = fractureSites.some((one) => one === site);
    if (!known) cohort?.problem('without-sites', `"${String(site)}" is no site`);
    return known;
  });
  const only = cohort?.optionalWord('only', ['all', 'hip']) ?? 'all';
  cohort?.done();
  const indicators = children(fields, 'indicators', reading).flatMap(
    (one) => readIndicator(one, reading) ?? [],
  );
  for (const [place, one] of indicators.entries())
    if (indicators.findIndex((other) => other.id === one.id) !== place)
      fields.problem('indicators', `"${one.id}" stands twice`);
  const standards = fields.has('standards')
    ? children(fields, 'standards', reading).map((one) => readStandard(one, reading, indicators))
    : [];
  const checked = readChecked(fields);
  fields.done();
  const [first, ...others] = cited;
  if (first === undefined) {
    fields.problem('sources', 'expected at least one source');
    return undefined;
  }
  if (id === undefined || name === undefined || edition === undefined) return undefined;
  if (meaning === undefined || checked === undefined) return undefined;
  return {
    id,
    name,
    edition,
    meaning,
    cohort: { fromAge, withoutSites, only },
    indicators,
    standards,
    sources: [first, ...others],
    status,
    checked,
  };
}

function readIndicator(fields: FieldReader, reading: Reading): Indicator | undefined {
  const [id, number] = [fields.text('id'), fields.text('number')];
  const says = readSays(fields);
  const counts = fields.optionalWord('counts', countingWays) ?? 'share';
  const among = fields.has('among') ? readConditions(fields, 'among', reading) : [];
  const achieved = fields.has('achieved') ? readConditions(fields, 'achieved', reading) : [];
  if (counts === 'share' && achieved.length === 0)
    fields.problem('achieved', 'expected what a patient must have to be counted');
  const expects = fields.optionalWord('expects', ['all', 'spine', 'non-spine']);
  if ((counts === 'caseload') !== (expects !== undefined))
    fields.problem('expects', 'a caseload says what it expects, and nothing else does');
  const names = fields.has('fields') ? fields.list('fields').map(String) : [];
  if ((counts === 'completeness') !== names.length > 0)
    fields.problem('fields', 'completeness lists its fields, and nothing else does');
  const medicine = fields.optionalText('medicine');
  const graceDays = fields.has('grace-days') ? wholeNumber(fields, 'grace-days') : undefined;
  if ((counts === 'injections') !== (medicine !== undefined && graceDays !== undefined))
    fields.problem('medicine', 'injections name medicine and grace-days, and nothing else does');
  const matures = fields.has('matures') ? wholeNumber(fields, 'matures') : 0;
  const colours = fields.has('colours') ? readColours(fields) : undefined;
  const denominator = fields.word('denominator', ['own', 'published']) ?? 'own';
  const status = fields.word('status', statuses) ?? 'draft';
  const source = readSource(fields, reading, status);
  const references = fields.has('references')
    ? children(fields, 'references', reading).flatMap((one) => readReference(one, reading) ?? [])
    : [];
  fields.done();
  if (id === undefined || number === undefined || says === undefined || source === undefined)
    return undefined;
  return {
    id,
    number,
    says,
    counts,
    among,
    achieved,
    ...(expects === undefined ? {} : { expects }),
    fields: names,
    ...(medicine === undefined ? {} : { medicine }),
    ...(graceDays === undefined ? {} : { graceDays }),
    matures,
    ...(colours === undefined ? {} : { colours }),
    denominator,
    references,
    source,
    status,
  };
}

function readColours(fields: FieldReader): IndicatorColours | undefined {
  const colours = fields.inside('colours');
  if (colours === undefined) return undefined;
  const from = colours.has('green-from');
  const green = wholeNumber(colours, from ? 'green-from' : 'green-above');
  const amber = colours.has('amber-from') ? wholeNumber(colours, 'amber-from') : undefined;
  colours.done();
  if (amber !== undefined && amber >= green) colours.problem('amber-from', 'amber begins below green');
  return { green, greenIs: from ? 'from' : 'above', ...(amber === undefined ? {} : { amber }) };
}

function readReference(fields: FieldReader, reading: Reading): ReferenceFigure | undefined {
  const percent = fields.raw('percent');
  const [year, population] = [fields.text('year'), fields.text('population')];
  const source = readSource(fields, reading, 'draft');
  fields.done();
  if (typeof percent !== 'number' || percent < 0 || percent > 100) {
    fields.problem('percent', 'expected a number from 0 to 100');
    return undefined;
  }
  if (year === undefined || population === undefined || source === undefined) return undefined;
  return { percent, year, population, source };
}

function readStandard(fields: FieldReader, reading: Reading, indicators: readonly Indicator[]): Standard {
  const number = fields.text('number') ?? '';
  const says = readSays(fields) ?? { nl: '', fr: '', en: '' };
  const levels = Object.fromEntries(
    standardLevels.map((level) => [
      level,
      children(fields, level, reading).flatMap((one) => readDemand(one, indicators) ?? []),
    ]),
  ) as Record<(typeof standardLevels)[number], StandardDemand[]>;
  fields.done();
  return { number, says, levels };
}

function readDemand(fields: FieldReader, indicators: readonly Indicator[]): StandardDemand | undefined {
  if (fields.has('indicator')) {
    const indicator = fields.text('indicator') ?? '';
    if (!indicators.some(({ id }) => id === indicator))
      fields.problem('indicator', `"${indicator}" is no indicator of this set`);
    const from = wholeNumber(fields, 'from');
    fields.done();
    return { kind: 'indicator', indicator, from };
  }
  const question = fields.text('question');
  const says = readSays(fields);
  fields.done();
  return question === undefined || says === undefined ? undefined : { kind: 'organisation', question, says };
}

function readSays(fields: FieldReader): Indicator['says'] | undefined {
  const says = fields.inside('says');
  if (says === undefined) return undefined;
  const [nl = '', fr = '', en = ''] = indicatorLanguages.map((language) => says.text(language));
  says.done();
  return { nl, fr, en };
}

function readSource(
  fields: FieldReader,
  { sources }: Reading,
  status: KnowledgeStatus,
): ValueSource | undefined {
  const id = fields.has('source') ? fields.text('source') : fields.text('id');
  const where = fields.text('where');
  if (id === undefined || where === undefined) return undefined;
  for (const message of citationProblems(sources, [id], status)) fields.problem('source', message);
  return { id, where };
}

function children(fields: FieldReader, key: string, { yaml, problems }: Reading): FieldReader[] {
  return fields
    .list(key)
    .flatMap((value, place) => readFields(yaml, value, [...fields.path, key, place], problems) ?? []);
}

function wholeNumber(fields: FieldReader, key: string): number {
  const value = fields.raw(key);
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  fields.problem(key, 'expected a whole number, 0 or more');
  return 0;
}
