// knowledge/content/home/*.yaml with its texts → the check of home and aids. Decision: a question is whatever an advice rests
// on, so that nothing is asked without use; each is told in every language of the guide.

import {
  type BlockCondition,
  type GuideLanguage,
  guideLanguages,
  type HomeAdvice,
  type HomeCheckContent,
  homeAdviceKinds,
} from '../src/guide-content.ts';
import type { Source } from '../src/source.ts';
import { contentRows, leftOverTexts, type TextsByLanguage, textsOf } from './content-files.ts';
import { readCondition, readStanding } from './content-standing.ts';
import type { FieldReader } from './field-reader.ts';
import type { Problem } from './problem.ts';

export function readHome(
  knowledgeDir: string,
  sources: ReadonlyMap<string, Source>,
  problems: Problem[],
): HomeCheckContent {
  const texts = textsOf(knowledgeDir, 'home', problems);
  const asked: string[] = [];
  const ids = new Set<string>();
  const advice = contentRows(knowledgeDir, 'home', 'advice', problems).flatMap((row): HomeAdvice[] => {
    const { fields } = row;
    const id = fields.text('id');
    const kind = fields.word('kind', homeAdviceKinds);
    const standing = readStanding(row, sources);
    const when: BlockCondition = readCondition(fields);
    const because = readBecause(fields);
    fields.done();
    if (id === undefined || kind === undefined || standing === undefined) return [];
    if (ids.has(id)) fields.problem('id', `"${id}" stands twice`);
    ids.add(id);
    asked.push(...Object.keys(because));
    const own = inEvery(texts, id, fields, (entry) => ({
      text: entry.text('text') ?? '',
      why: entry.text('why') ?? '',
    }));
    return [{ id, kind, when, because, ...standing, texts: own }];
  });
  const questions = ordered(texts, asked).map((id) => ({
    id,
    texts: inEvery(texts, id, undefined, (entry) => entry.text('question') ?? ''),
  }));
  for (const id of asked)
    if (!texts.nl.has(id)) problems.push({ file: 'content/nl/home', place: id, message: 'is asked nowhere' });
  leftOverTexts(texts, new Set([...ids, ...asked]), problems);
  return { questions, advice };
}

/** In the order of the Dutch texts: of the body first, of the house after. */
function ordered(texts: TextsByLanguage, asked: readonly string[]): readonly string[] {
  return [...texts.nl.keys()].filter((id) => asked.includes(id));
}

function readBecause(fields: FieldReader): HomeAdvice['because'] {
  if (!fields.has('because')) return {};
  const inside = fields.inside('because');
  const found = Object.fromEntries(
    Object.keys((fields.raw('because') ?? {}) as object).flatMap((id) => {
      const answer = inside?.word(id, ['yes', 'no'] as const);
      return answer === undefined ? [] : [[id, answer]];
    }),
  );
  inside?.done();
  return found;
}

function inEvery<T>(
  texts: TextsByLanguage,
  id: string,
  fields: FieldReader | undefined,
  read: (entry: FieldReader) => T,
): Readonly<Partial<Record<GuideLanguage, T>>> {
  const own: Partial<Record<GuideLanguage, T>> = {};
  for (const language of guideLanguages) {
    const entry = texts[language].get(id);
    if (entry === undefined) {
      fields?.problem('id', `"${id}" has no text in ${language}`);
      continue;
    }
    own[language] = read(entry.fields);
    entry.fields.done();
  }
  return own;
}
