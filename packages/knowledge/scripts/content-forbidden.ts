// knowledge/content/<lang>/forbidden.yaml: words a patient's text does not use, and what to write instead. A star at the end
// stands for any ending.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type GuideLanguage, guideLanguages } from '../src/guide-content.ts';
import { readFields } from './field-reader.ts';
import type { Problem } from './problem.ts';
import { readYaml } from './yaml-file.ts';

export interface ForbiddenWord {
  readonly word: string;
  /** Why not, or what to write. */
  readonly instead: string;
}

export function readForbidden(
  knowledgeDir: string,
  problems: Problem[],
): Readonly<Record<GuideLanguage, readonly ForbiddenWord[]>> {
  const read = (language: GuideLanguage): ForbiddenWord[] => {
    const file = `content/${language}/forbidden.yaml`;
    if (!existsSync(join(knowledgeDir, file))) return [];
    const yaml = readYaml(knowledgeDir, file, problems);
    const top = yaml.data === undefined ? undefined : readFields(yaml, yaml.data, [], problems);
    if (top === undefined) return [];
    return Object.keys(yaml.data as object).map((word) => ({ word, instead: top.text(word) ?? '' }));
  };
  const all = Object.fromEntries(guideLanguages.map((language) => [language, read(language)]));
  return all as Record<GuideLanguage, ForbiddenWord[]>;
}
