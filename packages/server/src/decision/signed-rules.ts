// The rules that a physician of this hospital signed, by their newest line. Decision: a signature holds for the version of
// the knowledge it was given under; a changed text is unsigned again.

import type { SiteTransaction } from '../database/site-transaction.ts';

export async function signedRules(
  tx: SiteTransaction,
  knowledgeVersion: string,
): Promise<ReadonlySet<string>> {
  const rows = await tx.db
    .selectFrom('knowledge_signoff')
    .select(['subject', 'decision'])
    .where('site_id', '=', tx.site)
    .where('knowledge_version', '=', knowledgeVersion)
    .orderBy('knowledge_signoff_id')
    .execute();
  const newest = new Map(rows.map(({ subject, decision }) => [subject, decision]));
  return new Set([...newest].filter(([, decision]) => decision === 'confirmed').map(([subject]) => subject));
}
