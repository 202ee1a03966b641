// Changes columns of the assessment or the falls assessment of a case, and begins that row when there is none yet.

import type { SiteTransaction } from '../database/site-transaction.ts';
import type { HeldCase } from './case-record.ts';
import type { Answering } from './save-answer.ts';

export async function setInRow(
  tx: SiteTransaction,
  { case: id, person, assessment, falls }: HeldCase,
  table: 'assessment' | 'falls_assessment',
  set: Readonly<Record<string, unknown>>,
  { user, at }: Answering,
): Promise<void> {
  const begun = {
    site_id: tx.site,
    person_id: person.id,
    fls_case_id: id,
    source: 'manual',
    recorded_by: user,
    recorded_at: at,
  } as const;
  if (table === 'assessment') {
    if (assessment === null) {
      await tx.db
        .insertInto('assessment')
        .values({ ...begun, outcome: 'partly-done', ...set })
        .execute();
      return;
    }
    await tx.db
      .updateTable('assessment')
      .set(({ eb }) => ({ version: eb('version', '+', 1), ...set }))
      .where('site_id', '=', tx.site)
      .where('assessment_id', '=', assessment.id)
      .execute();
    return;
  }
  if (falls === null) {
    await tx.db
      .insertInto('falls_assessment')
      .values({ ...begun, outcome: 'begun', ...set })
      .execute();
    return;
  }
  await tx.db
    .updateTable('falls_assessment')
    .set(set)
    .where('site_id', '=', tx.site)
    .where('falls_assessment_id', '=', falls.id)
    .execute();
}
