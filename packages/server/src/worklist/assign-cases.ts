// Gives cases to a colleague, one or many at once. A case that somebody changed meanwhile is left and named.

import type { SiteTransaction } from '../database/site-transaction.ts';
import { keepCopyOf } from '../records/keep-copies.ts';

export interface CaseOnVersion {
  readonly id: number;
  readonly version: number;
}

export interface Assigned {
  readonly done: readonly CaseOnVersion[];
  /** Changed by somebody else since the list was read, or not there. */
  readonly left: readonly number[];
}

export async function assignCases(
  tx: SiteTransaction,
  by: number,
  at: Date,
  cases: readonly CaseOnVersion[],
  owner: number | null,
): Promise<Assigned> {
  const done: CaseOnVersion[] = [];
  const left: number[] = [];
  for (const { id, version } of cases.toSorted((a, b) => a.id - b.id)) {
    const before = await tx.db
      .selectFrom('fls_case')
      .select(['owner_id'])
      .where('site_id', '=', tx.site)
      .where('fls_case_id', '=', id)
      .where('version', '=', version)
      .forUpdate()
      .executeTakeFirst();
    if (before === undefined) {
      left.push(id);
      continue;
    }
    await keepCopyOf(tx, 'fls_case', id);
    await tx.db
      .updateTable('fls_case')
      .set({ owner_id: owner, version: version + 1, changed_by: by, changed_at: at })
      .where('site_id', '=', tx.site)
      .where('fls_case_id', '=', id)
      .execute();
    await tx.db
      .insertInto('case_event')
      .values({
        site_id: tx.site,
        fls_case_id: id,
        kind: 'assigned',
        before_value: before.owner_id === null ? null : String(before.owner_id),
        after_value: owner === null ? null : String(owner),
        done_by: by,
        done_at: at,
      })
      .execute();
    done.push({ id, version: version + 1 });
  }
  return { done, left };
}
