// Who did what with a case: verdicts and what undid them, notes, changes of owner, stage and day. Newest first.

import type { SiteTransaction } from '../database/site-transaction.ts';

export interface CaseDeed {
  readonly at: Date;
  readonly by: string;
  readonly kind: 'verdict' | 'note' | 'event';
  /** confirmed, rejected, undone …; assigned, moved, due; null for a note. */
  readonly what: string | null;
  readonly reason: string | null;
  readonly before: string | null;
  readonly after: string | null;
  /** The note itself. */
  readonly text: string | null;
  /** Taken back since. */
  readonly undone: boolean;
}

export async function caseDeeds(tx: SiteTransaction, id: number): Promise<CaseDeed[]> {
  const names = new Map(
    (
      await tx.db
        .selectFrom('app_user')
        .select(['app_user_id', 'display_name'])
        .where('site_id', '=', tx.site)
        .execute()
    ).map((row) => [row.app_user_id, row.display_name]),
  );
  const nameOf = (user: number): string => names.get(user) ?? '';
  const verdicts = await tx.db
    .selectFrom('verdict')
    .select(['verdict', 'reason', 'given_by', 'given_at', 'undone_by_id'])
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', id)
    .orderBy('verdict_id', 'desc')
    .execute();
  const notes = await tx.db
    .selectFrom('case_note')
    .select(['body', 'written_by', 'written_at'])
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', id)
    .orderBy('case_note_id', 'desc')
    .execute();
  const events = await tx.db
    .selectFrom('case_event')
    .select(['kind', 'before_value', 'after_value', 'done_by', 'done_at'])
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', id)
    .orderBy('case_event_id', 'desc')
    .execute();
  const owner = (value: string | null): string | null => (value === null ? null : nameOf(Number(value)));
  const empty = { what: null, reason: null, before: null, after: null, text: null, undone: false };
  const deeds: CaseDeed[] = [
    ...verdicts.map((row) => ({
      ...empty,
      at: row.given_at,
      by: nameOf(row.given_by),
      kind: 'verdict' as const,
      what: row.verdict,
      reason: row.reason,
      undone: row.undone_by_id !== null,
    })),
    ...notes.map((row) => ({
      ...empty,
      at: row.written_at,
      by: nameOf(row.written_by),
      kind: 'note' as const,
      text: row.body,
    })),
    ...events.map((row) => ({
      ...empty,
      at: row.done_at,
      by: nameOf(row.done_by),
      kind: 'event' as const,
      what: row.kind,
      before: row.kind === 'assigned' ? owner(row.before_value) : row.before_value,
      after: row.kind === 'assigned' ? owner(row.after_value) : row.after_value,
    })),
  ];
  return deeds.toSorted((a, b) => b.at.getTime() - a.at.getTime());
}
