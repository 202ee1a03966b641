// One question answered by one person: kept as an event of its own, and written through to the columns that others read.
// Decision: whoever answers says which version of the answer they saw; when somebody was faster nothing is written and
// they are told who, when and what.

import { type CalendarDate, failure, type Result, success } from '@breekpunt/core';
import type { SiteTransaction } from '../database/site-transaction.ts';
import type { FieldAnswer } from './answer.ts';
import type { HeldCase } from './case-record.ts';
import type { Field } from './field.ts';
import { writeThrough } from './write-through.ts';

export interface Answering {
  readonly user: number;
  readonly at: Date;
  readonly today: CalendarDate;
}

/** Somebody else answered meanwhile. */
export interface AnsweredMeanwhile {
  readonly kind: 'answered-meanwhile';
  readonly version: number;
  readonly answer: FieldAnswer;
  readonly by: number;
  readonly at: Date;
}

/** The version of the answer. The case is held. */
export async function saveAnswer(
  tx: SiteTransaction,
  record: HeldCase,
  field: Field,
  answer: FieldAnswer,
  onVersion: number,
  by: Answering,
): Promise<Result<number, AnsweredMeanwhile>> {
  const newest = await tx.db
    .selectFrom('assessment_entry')
    .select(['version', 'answer', 'recorded_by', 'recorded_at'])
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', record.case)
    .where('field', '=', field.id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (newest !== undefined && newest.version !== onVersion)
    return failure({
      kind: 'answered-meanwhile',
      version: newest.version,
      answer: newest.answer as FieldAnswer,
      by: newest.recorded_by,
      at: newest.recorded_at,
    });
  const version = (newest?.version ?? 0) + 1;
  await tx.db
    .insertInto('assessment_entry')
    .values({
      site_id: tx.site,
      fls_case_id: record.case,
      field: field.id,
      version,
      answer: answer === null ? null : JSON.stringify(answer),
      recorded_by: by.user,
      recorded_at: by.at,
    })
    .execute();
  await writeThrough(tx, record, field, answer, by);
  return success(version);
}
