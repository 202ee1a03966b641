// knowledge/content/spans/*.yaml with their texts → how long things take, in weeks on one line. Decision: a span is written
// with its two ends, and with a third where it lasts longer for some; a single number would promise a day.

import {
  type GuideLanguage,
  guideLanguages,
  guideSections,
  type SpanSet,
  type SpanSetRow,
  type SpanText,
} from '../src/guide-content.ts';
import type { Source } from '../src/source.ts';
import { contentRows, leftOverTexts, textsOf } from './content-files.ts';
import { readCondition, readStanding } from './content-standing.ts';
import type { FieldReader } from './field-reader.ts';
import type { Problem } from './problem.ts';

export function readSpans(
  knowledgeDir: string,
  sources: ReadonlyMap<string, Source>,
  problems: Problem[],
): SpanSet[] {
  const texts = textsOf(knowledgeDir, 'spans', problems);
  const ids = new Set<string>();
  const sets = contentRows(knowledgeDir, 'spans', 'spans', problems).flatMap((row) => {
    const { fields } = row;
    const id = fields.text('id');
    const section = fields.word('section', guideSections);
    const longest = fields.raw('longest-weeks');
    const standing = readStanding(row, sources);
    const when = readCondition(fields);
    const rows = readRows(fields, typeof longest === 'number' ? longest : 0);
    fields.done();
    if (typeof longest !== 'number') fields.problem('longest-weeks', 'expected a number of weeks');
    if (id === undefined || section === undefined || standing === undefined || typeof longest !== 'number')
      return [];
    ids.add(id);
    const own: Partial<Record<GuideLanguage, SpanText>> = {};
    for (const language of guideLanguages) {
      const entry = texts[language].get(id);
      if (entry !== undefined) own[language] = readText(entry.fields, rows);
      else if (language === 'nl') fields.problem('id', `"${id}" has no text in nl`);
    }
    return [{ id, section, when, longest, rows, ...standing, texts: own }];
  });
  leftOverTexts(texts, ids, problems);
  return sets;
}

function readRows(fields: FieldReader, longest: number): SpanSetRow[] {
  const rows = fields.inside('rows');
  return Object.keys((fields.raw('rows') ?? {}) as object).flatMap((id) => {
    const row = rows?.inside(id);
    const [from, to, forSome] = ['from', 'to', 'for-some'].map((key) => row?.raw(key));
    row?.done();
    const further = forSome === undefined || (typeof forSome === 'number' && forSome <= longest);
    if (typeof from !== 'number' || typeof to !== 'number' || from >= to || to > longest || !further) {
      row?.problem('to', `expected weeks: from, a later "to" and an even later "for-some", up to ${longest}`);
      return [];
    }
    return [{ id, from, to, ...(typeof forSome === 'number' ? { forSome } : {}) }];
  });
}

function readText(fields: FieldReader, rows: readonly SpanSetRow[]): SpanText {
  const title = fields.text('title') ?? '';
  const caption = fields.text('caption') ?? '';
  const inside = fields.inside('rows');
  const named = Object.fromEntries(
    rows.map(({ id }) => {
      const row = inside?.inside(id);
      const text = { name: row?.text('name') ?? '', text: row?.text('text') ?? '' };
      row?.done();
      return [id, text];
    }),
  );
  inside?.done();
  fields.done();
  return { title, caption, rows: named };
}
