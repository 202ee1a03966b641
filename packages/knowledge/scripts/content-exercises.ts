// knowledge/content/exercises/*.yaml, pictures/*.yaml and their texts → exercises and the drawings that go with them.
// Decision: no exercise without its picture, no picture without its words for who cannot see it.

import {
  type Exercise,
  type ExerciseDose,
  type ExerciseText,
  exerciseGates,
  type GuideLanguage,
  guideLanguages,
  type Picture,
  postures,
} from '../src/guide-content.ts';
import type { Source } from '../src/source.ts';
import { contentRows, leftOverTexts, sentences, textsOf } from './content-files.ts';
import { readCondition, readStanding } from './content-standing.ts';
import type { FieldReader } from './field-reader.ts';
import type { Problem } from './problem.ts';

export function readExercises(
  knowledgeDir: string,
  sources: ReadonlyMap<string, Source>,
  problems: Problem[],
): { readonly exercises: Exercise[]; readonly pictures: Picture[] } {
  const texts = textsOf(knowledgeDir, 'exercises', problems);
  const alts: Partial<Record<GuideLanguage, string>>[] = [];
  const ids = new Set<string>();
  const exercises = contentRows(knowledgeDir, 'exercises', 'exercises', problems).flatMap((row) => {
    const { fields } = row;
    const id = fields.text('id');
    const posture = fields.word('posture', postures);
    const gate = fields.word('gate', exerciseGates);
    const standing = readStanding(row, sources);
    const when = readCondition(fields);
    const doses = readDoses(fields);
    fields.done();
    if (id === undefined || posture === undefined || gate === undefined || standing === undefined) return [];
    if (ids.has(id)) fields.problem('id', `"${id}" stands twice`);
    ids.add(id);
    const own: Partial<Record<GuideLanguage, ExerciseText>> = {};
    const alt: Partial<Record<GuideLanguage, string>> = {};
    for (const language of guideLanguages) {
      const entry = texts[language].get(id);
      if (entry === undefined) {
        fields.problem('id', `exercise "${id}" has no text in ${language}`);
        continue;
      }
      const read = readText(entry.fields);
      own[language] = read.text;
      alt[language] = read.alt;
    }
    alts.push(alt);
    return [{ id, posture, picture: id, gate, when, doses, ...standing, texts: own }];
  });
  leftOverTexts(texts, ids, problems);
  const drawn = readDrawings(knowledgeDir, problems);
  for (const id of ids)
    if (!drawn.has(id))
      problems.push({ file: 'content/pictures', place: id, message: `exercise "${id}" has no picture` });
  for (const id of drawn.keys())
    if (!ids.has(id))
      problems.push({ file: 'content/pictures', place: id, message: `nothing uses the picture "${id}"` });
  const pictures = exercises.flatMap(({ id }, place) => {
    const drawing = drawn.get(id);
    return drawing === undefined ? [] : [{ id, ...drawing, alts: alts[place] ?? {} }];
  });
  return { exercises, pictures };
}

function readText(fields: FieldReader): { readonly text: ExerciseText; readonly alt: string } {
  const name = fields.text('name') ?? '';
  const how = sentences(fields, 'how');
  const notIf = sentences(fields, 'not-if');
  const stop = fields.text('stop') ?? '';
  const alt = fields.text('alt') ?? '';
  fields.done();
  if (how.length === 0) fields.problem('how', 'expected at least one step');
  return { text: { name, how, notIf, stop }, alt };
}

const doseKeys = [
  ['times-a-day', 'timesADay'],
  ['times-a-week', 'timesAWeek'],
  ['repeat', 'repeat'],
  ['sets', 'sets'],
  ['hold-seconds', 'holdSeconds'],
  ['minutes', 'minutes'],
] as const;

function readDoses(fields: FieldReader): Record<string, ExerciseDose> {
  const all = fields.inside('doses');
  const doses: Record<string, ExerciseDose> = {};
  for (const phase of Object.keys((fields.raw('doses') ?? {}) as object)) {
    const dose = all?.inside(phase);
    if (dose === undefined) continue;
    const read: Partial<Record<(typeof doseKeys)[number][1], readonly [number, number]>> = {};
    for (const [key, name] of doseKeys) {
      if (!dose.has(key)) continue;
      const pair = dose.list(key);
      const [low, high] = pair;
      if (pair.length !== 2 || typeof low !== 'number' || typeof high !== 'number' || low > high)
        dose.problem(key, 'expected the least and the greatest number');
      else read[name] = [low, high];
    }
    dose.done();
    doses[phase] = read;
  }
  if (doses['default'] === undefined) fields.problem('doses', 'expected a default dose');
  return doses;
}

type Drawing = Omit<Picture, 'id' | 'alts'>;

function readDrawings(knowledgeDir: string, problems: Problem[]): Map<string, Drawing> {
  const drawn = new Map<string, Drawing>();
  for (const { fields } of contentRows(knowledgeDir, 'pictures', 'pictures', problems)) {
    const id = fields.text('id');
    const heads = fields.list('heads') as readonly (readonly [number, number])[];
    const [body, behind, ends, things, arrows] = (
      ['body', 'behind', 'ends', 'things', 'arrows'] as const
    ).map((key) => sentences(fields, key));
    fields.done();
    if (id === undefined) continue;
    if (drawn.has(id)) fields.problem('id', `"${id}" stands twice`);
    drawn.set(id, {
      heads,
      body: body ?? [],
      behind: behind ?? [],
      ends: ends ?? [],
      things: things ?? [],
      arrows: arrows ?? [],
    });
  }
  return drawn;
}
