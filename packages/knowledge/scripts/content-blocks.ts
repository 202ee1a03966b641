// knowledge/content/blocks/*.yaml and the texts of knowledge/content/<lang>/blocks/*.yaml → blocks.
// Decision: Dutch is the language everything is written in first; another language may lack a block, never have one more.

import { countries } from '../src/dated-value.ts';
import {
  audiences,
  type BlockKind,
  type BlockText,
  blockKinds,
  type ContentBlock,
  type GuideLanguage,
  guideLanguages,
  guideSections,
  type TestText,
} from '../src/guide-content.ts';
import type { Source } from '../src/source.ts';
import { contentRows, leftOverTexts, sentences, type TextEntry, textsOf } from './content-files.ts';
import { readCondition, readStanding } from './content-standing.ts';
import type { FieldReader } from './field-reader.ts';
import type { Problem } from './problem.ts';

export function readBlocks(
  knowledgeDir: string,
  sources: ReadonlyMap<string, Source>,
  problems: Problem[],
): ContentBlock[] {
  const texts = textsOf(knowledgeDir, 'blocks', problems);
  const ids = new Set<string>();
  const blocks = contentRows(knowledgeDir, 'blocks', 'blocks', problems).flatMap((row) => {
    const { fields } = row;
    const id = fields.text('id');
    const section = fields.word('section', guideSections);
    const kind = fields.word('kind', blockKinds);
    const standing = readStanding(row, sources);
    const layer = fields.raw('layer');
    const country = fields.optionalWord('country', countries);
    const when = readCondition(fields);
    const audience = fields.has('for')
      ? audiences.filter((who) => sentences(fields, 'for').includes(who))
      : audiences;
    fields.done();
    if (layer !== 1 && layer !== 2 && layer !== 3) fields.problem('layer', 'expected 1, 2 or 3');
    if (id === undefined || section === undefined || kind === undefined || standing === undefined) return [];
    if (ids.has(id)) fields.problem('id', `"${id}" stands twice`);
    ids.add(id);
    const own = blockTexts(id, kind, fields, (language) => texts[language].get(id));
    const block: ContentBlock = {
      id,
      section,
      layer: layer === 1 || layer === 2 ? layer : 3,
      kind,
      audience,
      when,
      ...standing,
      texts: own,
      ...(country === undefined ? {} : { country }),
    };
    return [block];
  });
  leftOverTexts(texts, ids, problems);
  return blocks;
}

function blockTexts(
  id: string,
  kind: BlockKind,
  fields: FieldReader,
  entryIn: (language: GuideLanguage) => TextEntry | undefined,
): ContentBlock['texts'] {
  const own: Partial<Record<GuideLanguage, BlockText>> = {};
  for (const language of guideLanguages) {
    const entry = entryIn(language);
    if (entry !== undefined) own[language] = readText(entry.fields, kind);
    else if (language === 'nl') fields.problem('id', `"${id}" has no text in nl`);
  }
  return own;
}

function readText(fields: FieldReader, kind: BlockKind): BlockText {
  const title = fields.optionalText('title');
  const text = sentences(fields, 'text');
  const why = sentences(fields, 'why');
  const question = fields.optionalText('question');
  const quiz =
    question === undefined
      ? undefined
      : {
          question,
          right: fields.text('right') ?? '',
          wrong: sentences(fields, 'wrong'),
          because: fields.text('because') ?? '',
        };
  const test = kind === 'test' ? readTest(fields) : undefined;
  fields.done();
  if (quiz === undefined && test === undefined && text.length === 0)
    fields.problem('text', 'expected at least one sentence');
  if (why.length > 0 && why.length !== text.length)
    fields.problem('why', 'expected one reason for each item');
  return {
    text,
    why,
    ...(title === undefined ? {} : { title }),
    ...(quiz === undefined ? {} : { quiz }),
    ...(test === undefined ? {} : { test }),
  };
}

/** All four, or the block does not compile: a test told in part reassures or frightens. */
function readTest(fields: FieldReader): TestText {
  if (!fields.has('title')) fields.problem('title', 'expected the name of the test');
  const [positive = '', negative = '', harmless = '', accuracy = ''] = (
    ['positive', 'negative', 'harmless', 'accuracy'] as const
  ).map((key) => fields.text(key));
  return { positive, negative, harmless, accuracy };
}
