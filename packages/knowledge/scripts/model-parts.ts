// The parts of a model that stand on their own: numbers, stages and worked examples, and the small readers that the
// other parts share. A part that names no source or status has those of its model.

import type { ModelExample, ModelNumber, ModelStage } from '../src/clinical-model.ts';
import type { KnowledgeStatus, ValueSource } from '../src/dated-value.ts';
import type { Source } from '../src/source.ts';
import { citationProblems, statuses } from './citation.ts';
import { type FieldReader, readFields } from './field-reader.ts';
import type { Problem } from './problem.ts';
import type { YamlFile } from './yaml-file.ts';

/** What reading a part needs to know of its model. */
export interface ModelParts {
  readonly yaml: YamlFile;
  readonly fields: FieldReader;
  readonly problems: Problem[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly status: KnowledgeStatus;
  readonly source: ValueSource;
}

export function readNumbers(parts: ModelParts): Record<string, ModelNumber> {
  return recordOf(parts.fields, 'numbers', (row) => {
    const value = numberIn(row, 'value');
    const meaning = row.text('meaning');
    const unit = row.optionalText('unit');
    const low = optionalNumberIn(row, 'low');
    const high = optionalNumberIn(row, 'high');
    const cited = readCitation(parts, row);
    if (value !== undefined && ((low ?? value) > value || (high ?? value) < value))
      row.problem('value', 'expected a value between its low and high ends');
    row.done();
    if (value === undefined || meaning === undefined) return undefined;
    return {
      value,
      meaning,
      ...(unit === undefined ? {} : { unit }),
      ...(low === undefined ? {} : { low }),
      ...(high === undefined ? {} : { high }),
      ...cited,
    };
  });
}

export function readStages(parts: ModelParts): ModelStage[] {
  if (!parts.fields.has('stages')) return [];
  const seen = new Set<string>();
  return rowsOf(parts, 'stages').flatMap((row) => {
    const code = row.text('code');
    const means = row.text('means');
    const status = statusIn(parts, row);
    row.done();
    if (code === undefined || means === undefined) return [];
    if (seen.has(code)) row.problem('code', `"${code}" stands twice`);
    seen.add(code);
    return [{ code, means, status }];
  });
}

export function readExamples(parts: ModelParts): ModelExample[] {
  if (!parts.fields.has('examples')) return [];
  return rowsOf(parts, 'examples').flatMap((row) => {
    const name = row.text('name');
    const given = row.inside('given') === undefined ? undefined : row.raw('given');
    const expect = row.inside('expect') === undefined ? undefined : row.raw('expect');
    const tolerance = optionalNumberIn(row, 'tolerance') ?? 0;
    const { source } = readCitation(parts, row);
    row.done();
    if (name === undefined || given === undefined || expect === undefined) return [];
    return [
      {
        name,
        given: given as ModelExample['given'],
        expect: expect as ModelExample['expect'],
        tolerance,
        source,
      },
    ];
  });
}

/** Source and status of a part: its own, or those of the model. */
function readCitation(
  parts: ModelParts,
  row: FieldReader,
): { readonly source: ValueSource; readonly status: KnowledgeStatus } {
  const id = row.optionalText('source');
  const where = row.optionalText('where');
  const status = statusIn(parts, row);
  const source = id === undefined ? parts.source : { id, where: where ?? '' };
  if ((id === undefined) !== (where === undefined))
    row.problem(id === undefined ? 'source' : 'where', 'expected source and where together, or neither');
  for (const message of citationProblems(parts.sources, [source.id], status)) row.problem('source', message);
  return { source, status };
}

export function statusIn(parts: Pick<ModelParts, 'status'>, row: FieldReader): KnowledgeStatus {
  return row.optionalWord('status', statuses) ?? parts.status;
}

/** The mappings of a list; what is none is a problem and left out. */
export function rowsOf(parts: Pick<ModelParts, 'yaml' | 'fields' | 'problems'>, key: string): FieldReader[] {
  return parts.fields
    .list(key)
    .flatMap(
      (row, place) => readFields(parts.yaml, row, [...parts.fields.path, key, place], parts.problems) ?? [],
    );
}

/** The mappings under the keys of a mapping; empty when the key is absent. */
export function recordOf<T>(
  fields: FieldReader,
  key: string,
  read: (row: FieldReader, name: string) => T | undefined,
): Record<string, T> {
  const found: Record<string, T> = {};
  if (!fields.has(key)) return found;
  const inside = fields.inside(key);
  if (inside === undefined) return found;
  for (const name of Object.keys(fields.raw(key) as object)) {
    const row = inside.inside(name);
    const part = row === undefined ? undefined : read(row, name);
    if (part !== undefined) found[name] = part;
  }
  return found;
}

export function numberIn(row: FieldReader, key: string): number | undefined {
  if (!row.has(key)) row.problem(key, `"${key}" is missing`);
  return optionalNumberIn(row, key);
}

export function optionalNumberIn(row: FieldReader, key: string): number | undefined {
  const found = row.raw(key);
  if (found === undefined) return undefined;
  if (typeof found === 'number' && Number.isFinite(found)) return found;
  row.problem(key, 'expected a number');
  return undefined;
}
