// knowledge/content → content.json: the patient's guide in all its languages, checked. What the checks of language and
// numbers demand is in the content-lint files; this file only brings the parts together.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { GuideContent } from '../src/guide-content.ts';
import { sourceIndex } from './compile-sources.ts';
import { readBlocks } from './content-blocks.ts';
import { readExercises } from './content-exercises.ts';
import { readAlarmGroups, readFigures } from './content-figures.ts';
import { readWords } from './content-words.ts';
import type { Compiled, Problem } from './problem.ts';

export function compileContent(knowledgeDir: string): Compiled {
  const problems: Problem[] = [];
  // A folder that does not exist is an empty one, as for every topic.
  const there = existsSync(join(knowledgeDir, 'content'));
  const sources = sourceIndex(knowledgeDir);
  const { exercises, pictures } = readExercises(knowledgeDir, sources, problems);
  const content: GuideContent = {
    blocks: readBlocks(knowledgeDir, sources, problems),
    exercises,
    pictures,
    figures: readFigures(knowledgeDir, sources, problems),
    alarmGroups: readAlarmGroups(knowledgeDir, problems),
    words: there ? readWords(knowledgeDir, problems) : { nl: {}, fr: {}, en: {} },
  };
  return { problems, files: { 'content.json': content } };
}
