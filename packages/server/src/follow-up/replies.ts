// What patients answered in the guide before anybody called. The newest of a contact counts.

import type { CallAnswers } from '@breekpunt/intervene';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { answersForm } from './call-answers.ts';

export interface Reply {
  readonly answers: Partial<CallAnswers>;
  /** The patient's own words; null when there are none. */
  readonly note: string | null;
  readonly at: Date;
}

export async function newestReplies(
  { db, site }: SiteTransaction,
  contacts: readonly number[],
): Promise<ReadonlyMap<number, Reply>> {
  if (contacts.length === 0) return new Map();
  const rows = await db
    .selectFrom('contact_reply')
    .distinctOn('contact_id')
    .select(['contact_id', 'answers', 'note', 'given_at'])
    .where('site_id', '=', site)
    .where('contact_id', 'in', contacts)
    .orderBy('contact_id')
    .orderBy('contact_reply_id', 'desc')
    .execute();
  return new Map(
    rows.map((row) => {
      const read = answersForm.safeParse(row.answers);
      return [row.contact_id, { answers: read.success ? read.data : {}, note: row.note, at: row.given_at }];
    }),
  );
}
