// knowledge/content → content.json: the patient's guide in all its languages, checked. What the checks of language and
// numbers demand is in the content-lint files; this file only brings the parts together.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Parameter } from '../src/dated-value.ts';
import type { GuideContent } from '../src/guide-content.ts';
import { compileParameters } from './compile-parameters.ts';
import { sourceIndex } from './compile-sources.ts';
import { readBlocks } from './content-blocks.ts';
import { readExercises } from './content-exercises.ts';
import { readAlarmGroups, readFigures } from './content-figures.ts';
import { readForbidden } from './content-forbidden.ts';
import { readHome } from './content-home.ts';
import { lintNumbers } from './content-lint-numbers.ts';
import { lintPlaces } from './content-lint-places.ts';
import { lintReading } from './content-lint-reading.ts';
import { lintSafety } from './content-lint-safety.ts';
import { lintWords } from './content-lint-words.ts';
import { lintOverlap, readForeignPhrases } from './content-overlap.ts';
import { readSpans } from './content-spans.ts';
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
    spans: readSpans(knowledgeDir, sources, problems),
    alarmGroups: readAlarmGroups(knowledgeDir, problems),
    home: readHome(knowledgeDir, sources, problems),
    words: there ? readWords(knowledgeDir, problems) : { nl: {}, fr: {}, en: {} },
  };
  if (there) problems.push(...linted(content, knowledgeDir, problems));
  return { problems, files: { 'content.json': content } };
}

/** What language, numbers, safety and origin of the texts demand. */
function linted(content: GuideContent, knowledgeDir: string, problems: Problem[]): readonly Problem[] {
  const parameters = compileParameters(knowledgeDir).files['parameters.json'] as readonly Parameter[];
  return [
    ...lintReading(content),
    ...lintWords(content, readForbidden(knowledgeDir, problems)),
    ...lintNumbers(content),
    ...lintSafety(content, parameters),
    ...lintPlaces(content, parameters),
    ...lintOverlap(content, readForeignPhrases(knowledgeDir)),
  ];
}
