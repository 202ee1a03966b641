// What the reader answered in the check of home and aids: of every link of this person, the newest answer to each question.

import type { Answer } from '@breekpunt/core';
import { z } from 'zod';
import type { SiteTransaction } from '../../database/site-transaction.ts';

const kept = z.record(z.string(), z.enum(['yes', 'no', 'not-recorded']).catch('not-recorded'));

export async function homeAnswersOf(
  { db, site }: SiteTransaction,
  person: number,
): Promise<Readonly<Record<string, Answer>>> {
  const rows = await db
    .selectFrom('diary_entry')
    .select('content')
    .where('site_id', '=', site)
    .where('person_id', '=', person)
    .where('kind', '=', 'home-check')
    .orderBy('diary_entry_id')
    .execute();
  const all = rows.map(({ content }) => kept.catch({}).parse(content));
  return Object.assign({}, ...all) as Record<string, Answer>;
}
