// What every piece of content says about itself: sources, certainty, status, day and day of review.
// Decision: a text is never older than two years: its review day may lie at most 24 months after its date.

import { addMonths, type CalendarDate, parseCalendarDate } from '@breekpunt/core';
import {
  type BlockCondition,
  type ConditionName,
  type ContentStanding,
  certainties,
  conditionWords,
} from '../src/guide-content.ts';
import type { Source } from '../src/source.ts';
import { citationProblems, statuses } from './citation.ts';
import { type ContentRow, sentences } from './content-files.ts';
import type { FieldReader } from './field-reader.ts';

/** Months after which a text is out of date. */
export const textMonths = 24;

export function readStanding(
  row: ContentRow,
  sources: ReadonlyMap<string, Source>,
): ContentStanding | undefined {
  const { fields } = row;
  const cited = sentences(fields, 'sources');
  if (cited.length === 0) fields.problem('sources', 'expected at least one id of sources.yaml');
  const certainty = fields.word('certainty', certainties);
  const confirmed = cited.every((id) => sources.get(id)?.confirmed === true);
  const status = fields.optionalWord('status', statuses) ?? (confirmed ? 'confirmed' : 'draft');
  for (const message of citationProblems(sources, cited, status)) fields.problem('sources', message);
  const date = fields.has('date') ? fields.date('date') : row.date;
  const reviewBy = fields.has('review-by') ? fields.date('review-by') : row.reviewBy;
  if (date === undefined || reviewBy === undefined || certainty === undefined) return undefined;
  checkAge(fields, date, reviewBy);
  return { sources: cited, certainty, status, date, reviewBy };
}

function checkAge(fields: FieldReader, date: string, reviewBy: string): void {
  const written = parseCalendarDate(date);
  if (!written.ok) return;
  const last: CalendarDate = addMonths(written.value, textMonths);
  if (reviewBy > last || reviewBy <= date)
    fields.problem(
      'review-by',
      `expected a day after ${date} and not after ${last}: no text gets older than two years`,
    );
}

export function readCondition(fields: FieldReader): BlockCondition {
  if (!fields.has('when')) return {};
  const inside = fields.inside('when');
  if (inside === undefined) return {};
  const condition: Partial<Record<ConditionName, string[]>> = {};
  for (const name of Object.keys(conditionWords) as ConditionName[]) {
    if (!inside.has(name)) continue;
    const words = sentences(inside, name);
    const known: readonly string[] = conditionWords[name];
    for (const word of words)
      if (!known.includes(word))
        inside.problem(name, `expected words of ${known.join(', ')}; came "${word}"`);
    condition[name] = words;
  }
  inside.done();
  return condition;
}
