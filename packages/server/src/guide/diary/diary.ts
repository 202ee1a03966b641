// The diary as it is kept: one row for each thing written down, and read as days for the rule and the drawing.
// Decision: rows are added, never changed; of a day that was written twice the newest counts.

import type { Answer, CalendarDate } from '@breekpunt/core';
import type { DiaryEntry } from '@breekpunt/inform';
import { sql } from 'kysely';
import { z } from 'zod';
import type { SiteTransaction } from '../../database/site-transaction.ts';

export type DiaryKind =
  | 'day'
  | 'done'
  | 'alarm-sign'
  | 'question'
  | 'teach-back'
  | 'opioid-stop'
  | 'weighed'
  | 'home-check';

export interface DiaryOf {
  readonly person: number;
  readonly link: number;
}

const answer = z.enum(['yes', 'no', 'not-recorded']).catch('not-recorded');

type DayContent = Omit<DiaryDay, 'on'>;

/** A day as the patient wrote it; what was left open is not recorded. */
export const dayForm: z.ZodType<DayContent> = z.object({
  pain: z.union([z.literal('not-recorded'), z.number().int().min(0).max(10)]).catch('not-recorded'),
  walked: answer,
  exercisesDone: answer,
  sleptBadly: answer,
  fell: answer,
  missedDoses: z.union([z.literal('not-recorded'), z.number().int().min(0).max(20)]).catch('not-recorded'),
});

export interface DiaryDay extends DiaryEntry {
  readonly walked: Answer;
}

/** The id; null when what came with this number was kept before. */
export async function addDiaryRow(
  { db, site }: SiteTransaction,
  { person, link }: DiaryOf,
  row: {
    readonly kind: DiaryKind;
    readonly on: CalendarDate;
    readonly content: unknown;
    readonly at: Date;
    readonly sentId: string | null;
  },
): Promise<number | null> {
  const added = await db
    .insertInto('diary_entry')
    .values({
      site_id: site,
      person_id: person,
      guide_link_id: link,
      kind: row.kind,
      entered_for: row.on,
      content: JSON.stringify(row.content),
      entered_at: row.at,
      sent_id: row.sentId,
    })
    .onConflict((conflict) =>
      conflict.columns(['site_id', 'guide_link_id', 'sent_id']).where('sent_id', 'is not', null).doNothing(),
    )
    .returning('diary_entry_id')
    .executeTakeFirst();
  return added?.diary_entry_id ?? null;
}

/** By day, oldest first; of every link of this person, so that a carer's lines count too. */
export async function diaryDays({ db, site }: SiteTransaction, person: number): Promise<DiaryDay[]> {
  const rows = await db
    .selectFrom('diary_entry')
    .distinctOn('entered_for')
    .select(['entered_for', 'content'])
    .where('site_id', '=', site)
    .where('person_id', '=', person)
    .where('kind', '=', 'day')
    .orderBy('entered_for')
    .orderBy('diary_entry_id', 'desc')
    .execute();
  return rows.map((row) => ({ on: row.entered_for, ...dayForm.parse(row.content) }));
}

/** What was ticked today ("exercise:…", "medicine:…"), and of lists ("list:…") what was ticked on any day and still is. */
export async function doneOn(
  { db, site }: SiteTransaction,
  person: number,
  on: CalendarDate,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('diary_entry')
    .select(['content'])
    .where('site_id', '=', site)
    .where('person_id', '=', person)
    .where('kind', '=', 'done')
    .where((either) =>
      either.or([either('entered_for', '=', on), sql<boolean>`content ->> 'what' like 'list:%'`]),
    )
    .orderBy('diary_entry_id')
    .execute();
  const done = new Set<string>();
  for (const { content } of rows) {
    const { what, undone } = content as { readonly what?: unknown; readonly undone?: unknown };
    if (typeof what !== 'string') continue;
    if (undone === true) done.delete(what);
    else done.add(what);
  }
  return done;
}

/** Questions for the doctor that were not struck out, oldest first. */
export async function ownQuestions(
  { db, site }: SiteTransaction,
  person: number,
): Promise<{ readonly id: number; readonly text: string }[]> {
  const rows = await db
    .selectFrom('diary_entry as d')
    .select(['d.diary_entry_id', sql<string>`d.content ->> 'text'`.as('text')])
    .where('d.site_id', '=', site)
    .where('d.person_id', '=', person)
    .where('d.kind', '=', 'question')
    .where(sql<boolean>`d.content ? 'text'`)
    .where(
      sql<boolean>`not exists (select from diary_entry s where s.site_id = d.site_id and s.person_id = d.person_id
        and s.kind = 'question' and (s.content ->> 'strikes')::bigint = d.diary_entry_id)`,
    )
    .orderBy('d.diary_entry_id')
    .execute();
  return rows.map((row) => ({ id: row.diary_entry_id, text: row.text }));
}
