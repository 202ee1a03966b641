// The facts of a guide as they are kept, one row for a case. A change names the version it was made on.

import { failure, type Result, success } from '@breekpunt/core';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import { keepCopyOf } from '../../records/keep-copies.ts';
import { type GuideFacts, guideFactsForm, noGuideFacts } from './guide-facts.ts';

export interface KeptGuideFacts {
  readonly facts: GuideFacts;
  /** 0 while nobody stated anything. */
  readonly version: number;
}

export async function guideFactsOf({ db, site }: SiteTransaction, ofCase: number): Promise<KeptGuideFacts> {
  const row = await db
    .selectFrom('guide_facts')
    .select(['facts', 'version'])
    .where('site_id', '=', site)
    .where('fls_case_id', '=', ofCase)
    .executeTakeFirst();
  return row === undefined
    ? { facts: noGuideFacts, version: 0 }
    : { facts: guideFactsForm.parse(row.facts), version: row.version };
}

/** The new version; refused when somebody changed it meanwhile. */
export async function keepGuideFacts(
  tx: SiteTransaction,
  ofCase: number,
  onVersion: number,
  facts: GuideFacts,
  by: number,
  at: Date,
): Promise<Result<number, { readonly version: number }>> {
  const { db, site } = tx;
  await keepCopyOf(tx, 'guide_facts', ofCase);
  const values = { facts: JSON.stringify(facts), changed_by: by, changed_at: at };
  const saved =
    onVersion === 0
      ? await db
          .insertInto('guide_facts')
          .values({ site_id: site, fls_case_id: ofCase, ...values })
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
          .executeTakeFirst()
      : await db
          .updateTable('guide_facts')
          .set({ ...values, version: onVersion + 1 })
          .where('site_id', '=', site)
          .where('fls_case_id', '=', ofCase)
          .where('version', '=', onVersion)
          .returning('version')
          .executeTakeFirst();
  if (saved !== undefined) return success(saved.version);
  const { version } = await guideFactsOf(tx, ofCase);
  return failure({ version });
}
