// knowledge/content/figures/*.yaml and alarm/*.yaml with their texts → figure sets and questions of the alarm check.
// Decision: one denominator a set, and every row named in every language: a count without its "out of" cannot be written.

import {
  type AlarmGroup,
  type AlarmGroupText,
  type FigureRow,
  type FigureSet,
  type FigureText,
  type GuideLanguage,
  guideLanguages,
  guideSections,
} from '../src/guide-content.ts';
import type { Source } from '../src/source.ts';
import { contentRows, leftOverTexts, sentences, textsOf } from './content-files.ts';
import { readCondition, readStanding } from './content-standing.ts';
import type { FieldReader } from './field-reader.ts';
import type { Problem } from './problem.ts';

export function readFigures(
  knowledgeDir: string,
  sources: ReadonlyMap<string, Source>,
  problems: Problem[],
): FigureSet[] {
  const texts = textsOf(knowledgeDir, 'figures', problems);
  const ids = new Set<string>();
  const sets = contentRows(knowledgeDir, 'figures', 'figures', problems).flatMap((row) => {
    const { fields } = row;
    const id = fields.text('id');
    const section = fields.word('section', guideSections);
    const outOf = fields.raw('out-of');
    const standing = readStanding(row, sources);
    const when = readCondition(fields);
    const rows = readRows(fields, typeof outOf === 'number' ? outOf : 0);
    fields.done();
    if (outOf !== 100 && outOf !== 1000) fields.problem('out-of', 'expected 100 or 1000');
    if (id === undefined || section === undefined || standing === undefined) return [];
    ids.add(id);
    const own: Partial<Record<GuideLanguage, FigureText>> = {};
    for (const language of guideLanguages) {
      const entry = texts[language].get(id);
      if (entry === undefined) {
        if (language === 'nl') fields.problem('id', `"${id}" has no text in nl`);
        continue;
      }
      own[language] = readText(entry.fields, rows);
    }
    const set: FigureSet = {
      id,
      section,
      when,
      outOf: outOf === 100 ? 100 : 1000,
      rows,
      ...standing,
      texts: own,
    };
    return [set];
  });
  leftOverTexts(texts, ids, problems);
  return sets;
}

function readRows(fields: FieldReader, outOf: number): FigureRow[] {
  const rows = fields.inside('rows');
  return Object.keys((fields.raw('rows') ?? {}) as object).flatMap((id) => {
    const row = rows?.inside(id);
    const [count, low, high] = ['count', 'low', 'high'].map((key) => row?.raw(key));
    row?.done();
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 0 || count > outOf) {
      row?.problem('count', `expected a whole number from 0 to ${outOf}`);
      return [];
    }
    const bounded = typeof low === 'number' && typeof high === 'number';
    return [{ id, count, ...(bounded ? { low, high } : {}) }];
  });
}

function readText(fields: FieldReader, rows: readonly FigureRow[]): FigureText {
  const title = fields.text('title') ?? '';
  const caption = fields.text('caption') ?? '';
  const inside = fields.inside('rows');
  const named = Object.fromEntries(rows.map(({ id }) => [id, inside?.text(id) ?? '']));
  inside?.done();
  fields.done();
  return { title, caption, rows: named };
}

export const alarmGroupLevels: readonly AlarmGroup['level'][] = [
  'ambulance-now',
  'emergency-now',
  'call-today',
  'within-days',
];

export function readAlarmGroups(knowledgeDir: string, problems: Problem[]): AlarmGroup[] {
  const texts = textsOf(knowledgeDir, 'alarm', problems);
  const ids = new Set<string>();
  const groups = contentRows(knowledgeDir, 'alarm', 'groups', problems).flatMap(({ fields }) => {
    const id = fields.text('id');
    const level = fields.word('level', alarmGroupLevels);
    const signs = sentences(fields, 'signs');
    fields.done();
    if (id === undefined || level === undefined) return [];
    ids.add(id);
    const own: Partial<Record<GuideLanguage, AlarmGroupText>> = {};
    for (const language of guideLanguages) {
      const entry = texts[language].get(id);
      if (entry === undefined) fields.problem('id', `alarm question "${id}" has no text in ${language}`);
      else own[language] = readAlarmText(entry.fields, level);
    }
    return [{ id, level, signs, texts: own }];
  });
  leftOverTexts(texts, ids, problems);
  return groups;
}

function readAlarmText(fields: FieldReader, level: AlarmGroup['level']): AlarmGroupText {
  const question = fields.text('question') ?? '';
  const short = fields.text('short') ?? '';
  const again = fields.optionalText('again');
  fields.done();
  const red = level === 'ambulance-now' || level === 'emergency-now';
  if (red && again === undefined)
    fields.problem('again', 'a red question is asked again when it was not known');
  return { question, short, ...(again === undefined ? {} : { again }) };
}
