// What a result rests on. Decision: a rule that nobody confirmed or signed makes the whole result a draft, and the
// result itself carries that, so that no screen can show it as advice by forgetting to look.

import type { Knowledge, KnowledgeStatus } from '@breekpunt/knowledge';

/** The rules a physician of this hospital signed; they count as confirmed here. */
export type SignedRules = ReadonlySet<string>;

export interface Standings {
  readonly of: (rules: readonly string[]) => KnowledgeStatus;
}

/** `signed`: rule ids whose present text was signed; the caller keeps them by knowledge version. */
export function standingsOf(knowledge: Pick<Knowledge, 'rules'>, signed: SignedRules): Standings {
  const drafts = new Set(
    Object.values(knowledge.rules)
      .filter(({ id, status }) => status === 'draft' && !signed.has(id))
      .map(({ id }) => id),
  );
  return { of: (rules) => (rules.some((id) => drafts.has(id)) ? 'draft' : 'confirmed') };
}
