// The rules that count as confirmed at this hospital because a physician signed their set, with its present content.

import type { Knowledge } from '@breekpunt/knowledge';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { signedRuleSets } from '../knowledge/sign-off.ts';

export async function signedRules(tx: SiteTransaction, knowledge: Knowledge): Promise<ReadonlySet<string>> {
  const sets = await signedRuleSets(tx, knowledge);
  const signed = new Set(sets.flatMap(({ set, signOff }) => (signOff?.state === 'signed' ? [set] : [])));
  return new Set(
    Object.values(knowledge.rules)
      .filter(({ topic }) => signed.has(topic))
      .map(({ id }) => id),
  );
}
