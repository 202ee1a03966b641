// Emergency access ("break the glass"): a carer opens the record of a patient who is not on the service's lists, says why,
// and the lead reads it.
// Decision: the ordinary scope of a carer is whoever has a case here. Everybody else was read by the program only; a person
// opens such a record for a stated reason, for a short while, and each look carries the reason into the audit log.

import type { SiteTransaction } from '../database/site-transaction.ts';

const accessMinutes = 30;
export const shortestReason = 10;

export interface OpenAccess {
  readonly reason: string;
  readonly until: Date;
}

export interface RecordedAccess extends OpenAccess {
  readonly id: number;
  readonly by: string;
  readonly person: number;
  /** Null for who keeps to the log and does not see patients. */
  readonly personName: string | null;
  readonly openedAt: Date;
  readonly reviewed: { readonly by: string; readonly at: Date } | null;
}

export async function openAccess(
  tx: SiteTransaction,
  user: number,
  person: number,
  reason: string,
  at: Date,
): Promise<OpenAccess> {
  const until = new Date(at.getTime() + accessMinutes * 60_000);
  await tx.db
    .insertInto('emergency_access')
    .values({ site_id: tx.site, app_user_id: user, person_id: person, reason, opened_at: at, until })
    .execute();
  return { reason, until };
}

/** The access that lets this user see this person now; null when there is none. */
export async function accessInForce(
  tx: SiteTransaction,
  user: number,
  person: number,
  at: Date,
): Promise<OpenAccess | null> {
  const row = await tx.db
    .selectFrom('emergency_access')
    .select(['reason', 'until'])
    .where('site_id', '=', tx.site)
    .where('app_user_id', '=', user)
    .where('person_id', '=', person)
    .where('until', '>', at)
    .orderBy('until', 'desc')
    .orderBy('emergency_access_id', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

/** Newest first; those that nobody went through before the others. */
export async function listAccesses(
  tx: SiteTransaction,
  withNames: boolean,
  most: number,
): Promise<RecordedAccess[]> {
  const rows = await tx.db
    .selectFrom('emergency_access as a')
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.site_id', '=', 'a.site_id').onRef('u.app_user_id', '=', 'a.app_user_id'),
    )
    .innerJoin('person as p', (join) =>
      join.onRef('p.site_id', '=', 'a.site_id').onRef('p.person_id', '=', 'a.person_id'),
    )
    .leftJoin('app_user as r', (join) =>
      join.onRef('r.site_id', '=', 'a.site_id').onRef('r.app_user_id', '=', 'a.reviewed_by'),
    )
    .select(['a.emergency_access_id', 'a.person_id', 'a.reason', 'a.opened_at', 'a.until', 'a.reviewed_at'])
    .select(['u.display_name as by', 'r.display_name as reviewer', 'p.family_name', 'p.given_name'])
    .where('a.site_id', '=', tx.site)
    .orderBy('a.reviewed_at', (order) => order.desc().nullsFirst())
    .orderBy('a.opened_at', 'desc')
    .orderBy('a.emergency_access_id', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.emergency_access_id,
    by: row.by,
    person: row.person_id,
    personName: withNames
      ? [row.family_name, row.given_name].filter((name) => name !== null).join(', ')
      : null,
    reason: row.reason,
    openedAt: row.opened_at,
    until: row.until,
    reviewed: row.reviewed_at === null ? null : { by: row.reviewer ?? '', at: row.reviewed_at },
  }));
}

/** Whose record it was; null when there is no such access that waits to be gone through. */
export async function reviewAccess(
  tx: SiteTransaction,
  id: number,
  by: number,
  at: Date,
): Promise<number | null> {
  const row = await tx.db
    .updateTable('emergency_access')
    .set({ reviewed_by: by, reviewed_at: at })
    .where('site_id', '=', tx.site)
    .where('emergency_access_id', '=', id)
    .where('reviewed_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst();
  return row?.person_id ?? null;
}
