// Checks that what cites a source cites one that exists, and claims no more certainty than the source gives.

import type { KnowledgeStatus } from '../src/dated-value.ts';
import type { Source } from '../src/source.ts';

/** What is wrong with citing these sources under this status; empty when nothing is. */
export function citationProblems(
  sources: ReadonlyMap<string, Source>,
  cited: readonly string[],
  status: KnowledgeStatus,
): string[] {
  const problems = cited
    .filter((id) => !sources.has(id))
    .map((id) => `source "${id}" is not in sources.yaml; add it there or correct the id`);
  const unconfirmed = cited.filter((id) => sources.get(id)?.confirmed === false);
  if (status === 'confirmed' && unconfirmed.length > 0) {
    problems.push(`source "${unconfirmed.join('", "')}" is not confirmed, so the status must be draft`);
  }
  return problems;
}

export const statuses: readonly KnowledgeStatus[] = ['draft', 'confirmed'];
