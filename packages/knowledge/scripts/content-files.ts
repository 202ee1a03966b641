// Reading the YAML of knowledge/content: the folders of topics, and the texts of one language by id. Decision: texts are
// gathered over all files of a language first, because a topic's blocks and its texts are different files.

import { type GuideLanguage, guideLanguages } from '../src/guide-content.ts';
import { type FieldReader, readFields } from './field-reader.ts';
import { knowledgeFiles } from './knowledge-files.ts';
import type { Problem } from './problem.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/** A row of a list, with the defaults of its file. */
export interface ContentRow {
  readonly fields: FieldReader;
  readonly date: string | undefined;
  readonly reviewBy: string | undefined;
}

/** All rows under `key` in the files of a folder; each file states its date and review date once. */
export function contentRows(
  knowledgeDir: string,
  folder: string,
  key: string,
  problems: Problem[],
): ContentRow[] {
  return knowledgeFiles(knowledgeDir, `content/${folder}`, '.yaml').flatMap((file) => {
    const yaml = readYaml(knowledgeDir, file, problems);
    const top = yaml.data === undefined ? undefined : readFields(yaml, yaml.data, [], problems);
    if (top === undefined) return [];
    const date = top.date('date');
    const reviewBy = top.date('review-by');
    const rows = top.list(key).flatMap((row, index) => {
      const fields = readFields(yaml, row, [key, index], problems);
      return fields === undefined ? [] : [{ fields, date, reviewBy }];
    });
    top.done();
    return rows;
  });
}

export interface TextEntry {
  readonly fields: FieldReader;
  readonly yaml: YamlFile;
}

/** Texts of one topic by id, for each language; an id that stands twice is a problem. */
export type TextsByLanguage = Readonly<Record<GuideLanguage, ReadonlyMap<string, TextEntry>>>;

/** `knowledge/content/<lang>/<topic>/*.yaml`: mappings of id to text. */
export function textsOf(knowledgeDir: string, topic: string, problems: Problem[]): TextsByLanguage {
  const read = (language: GuideLanguage): Map<string, TextEntry> => {
    const byId = new Map<string, TextEntry>();
    for (const file of knowledgeFiles(knowledgeDir, `content/${language}/${topic}`, '.yaml')) {
      const yaml = readYaml(knowledgeDir, file, problems);
      const top = yaml.data === undefined ? undefined : readFields(yaml, yaml.data, [], problems);
      if (top === undefined) continue;
      for (const id of Object.keys(yaml.data as object)) {
        const fields = top.inside(id);
        if (fields === undefined) continue;
        if (byId.has(id)) top.problem(id, `"${id}" has a text in ${language} already`);
        byId.set(id, { fields, yaml });
      }
    }
    return byId;
  };
  const all = Object.fromEntries(guideLanguages.map((language) => [language, read(language)]));
  return all as Record<GuideLanguage, Map<string, TextEntry>>;
}

/** A list of sentences under a key; empty when the key is absent. */
export function sentences(fields: FieldReader, key: string): string[] {
  if (!fields.has(key)) return [];
  return fields.list(key).flatMap((row, index) => {
    if (typeof row === 'string' && row.trim() !== '') return [row.trim()];
    fields.problem(key, `expected a sentence in place ${index + 1}; quote one that holds a colon`);
    return [];
  });
}

/** Texts nobody asked for: a misspelt id would silently drop them. */
export function leftOverTexts(texts: TextsByLanguage, ids: ReadonlySet<string>, problems: Problem[]): void {
  for (const language of guideLanguages) {
    for (const [id, { yaml }] of texts[language]) {
      if (ids.has(id)) continue;
      problems.push({
        file: yaml.file,
        place: yaml.placeOf([id]),
        message: `"${id}" is nothing that has a text`,
      });
    }
  }
}
