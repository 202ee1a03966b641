// What a model adds up, and what a total means. Decision: every word of an input must have its points and every list
// of stretches must cover all numbers exactly once, so that no value can fall through to "no points".

import type { ModelInput, Points, Reading, ScoreItem, Stretch } from '../src/clinical-model.ts';
import { type FieldReader, readFields } from './field-reader.ts';
import { type ModelParts, numberIn, optionalNumberIn, recordOf, rowsOf, statusIn } from './model-parts.ts';

type Groups = Record<string, { least: number; most: number }>;

export function readGroups({ fields }: ModelParts): Groups {
  return recordOf(fields, 'groups', (row) => {
    const least = numberIn(row, 'least');
    const most = numberIn(row, 'most');
    row.done();
    return least === undefined || most === undefined ? undefined : { least, most };
  });
}

export function readItems(
  parts: ModelParts,
  inputs: Readonly<Record<string, ModelInput>>,
  groups: Groups,
): ScoreItem[] {
  if (!parts.fields.has('items')) return [];
  return rowsOf(parts, 'items').flatMap((row) => {
    const input = row.text('input');
    const group = row.optionalText('group');
    if (group !== undefined && groups[group] === undefined) row.problem('group', `no group "${group}"`);
    const asked = input === undefined ? undefined : inputs[input];
    if (input !== undefined && asked === undefined) row.problem('input', `no input "${input}"`);
    const points =
      asked?.kind === 'number' ? { byStretch: readStretches(parts, row) } : readWordPoints(parts, row, asked);
    row.done();
    return input === undefined ? [] : [{ input, ...(group === undefined ? {} : { group }), ...points }];
  });
}

function readWordPoints(
  parts: ModelParts,
  row: FieldReader,
  asked: ModelInput | undefined,
): { byWord: Record<string, Points> } {
  const inside = row.inside('points');
  const byWord: Record<string, Points> = {};
  const words = asked?.kind === 'word' ? asked.words : ['yes', 'no'];
  for (const word of words) {
    const given = inside?.raw(word);
    if (typeof given === 'number') {
      byWord[word] = { points: given, status: parts.status };
      continue;
    }
    const detailed = inside?.has(word) ? inside.inside(word) : undefined;
    if (detailed === undefined) {
      row.problem('points', `"${word}" has no points`);
      continue;
    }
    const points = numberIn(detailed, 'points');
    const status = statusIn(parts, detailed);
    detailed.done();
    if (points !== undefined) byWord[word] = { points, status };
  }
  inside?.done();
  return { byWord };
}

function readStretches(parts: ModelParts, row: FieldReader): (Stretch & Points)[] {
  const read = rowsOf({ ...parts, fields: row }, 'stretches').flatMap((one) => {
    const points = numberIn(one, 'points');
    const status = statusIn(parts, one);
    const stretch = readStretch(one);
    one.done();
    return points === undefined ? [] : [{ ...stretch, points, status }];
  });
  checkCover(read, (message) => row.problem('stretches', message));
  return read;
}

export function readReadings(parts: ModelParts): Record<string, Reading[]> {
  const { fields, yaml, problems } = parts;
  const found: Record<string, Reading[]> = {};
  if (!fields.has('readings')) return found;
  const inside = fields.inside('readings');
  for (const name of Object.keys((fields.raw('readings') as object | undefined) ?? {})) {
    const rows = inside?.list(name) ?? [];
    const readings = rows.flatMap((row, place) => {
      const one = readFields(yaml, row, ['readings', name, place], problems);
      const means = one?.text('means');
      const says = one?.text('says');
      if (one === undefined || means === undefined || says === undefined) return [];
      const reading = { ...readStretch(one), means, says, status: statusIn(parts, one) };
      one.done();
      return [reading];
    });
    checkCover(readings, (message) => inside?.problem(name, message));
    found[name] = readings;
  }
  return found;
}

function readStretch(row: FieldReader): Stretch {
  const ends = ['from', 'above', 'upTo', 'below'] as const;
  const stretch: { -readonly [end in keyof Stretch]: number } = {};
  for (const end of ends) {
    const value = optionalNumberIn(row, end === 'upTo' ? 'up-to' : end);
    if (value !== undefined) stretch[end] = value;
  }
  return stretch;
}

/** Each stretch must begin exactly where the one before it ends, and the outer ends must be open. */
function checkCover(stretches: readonly Stretch[], problem: (message: string) => void): void {
  const [first] = stretches;
  const last = stretches.at(-1);
  if (first === undefined || last === undefined) return problem('expected at least one stretch');
  if (first.from !== undefined || first.above !== undefined)
    problem('the first stretch must have no lower end: every number needs an answer');
  if (last.upTo !== undefined || last.below !== undefined)
    problem('the last stretch must have no upper end: every number needs an answer');
  stretches.slice(1).forEach((stretch, place) => {
    const before = stretches[place];
    const touches =
      (before?.below !== undefined && before.below === stretch.from) ||
      (before?.upTo !== undefined && before.upTo === stretch.above);
    if (!touches)
      problem(
        `stretch ${place + 2} must begin where the one before it ends ("below" then "from", "up-to" then "above")`,
      );
  });
}
