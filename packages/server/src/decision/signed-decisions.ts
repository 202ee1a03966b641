// What was decided of a case before, as the page shows it: newest first.

import type { CalendarDate } from '@breekpunt/core';
import type { CaseRecord } from '../assessment/case-record.ts';
import type { Decision, DecisionOutcome } from '../records/decision.ts';

export interface SignedDecision {
  readonly id: number;
  readonly topic: Decision['topic'];
  readonly outcome: DecisionOutcome;
  /** The word that was chosen; null when it was written down without the rules. */
  readonly choice: string | null;
  readonly overrideReason: string | null;
  readonly on: CalendarDate;
  readonly by: string;
  readonly at: Date;
  readonly knowledgeVersion: string;
  /** Another one stands over it. */
  readonly replaced: boolean;
}

export function signedDecisions(
  decisions: readonly Decision[],
  { names }: CaseRecord,
): readonly SignedDecision[] {
  const replaced = new Set(decisions.map(({ replaces }) => replaces));
  return decisions
    .map(
      ({
        id,
        topic,
        outcome,
        choice,
        overrideReason,
        decidedOn,
        decidedBy,
        recordedAt,
        knowledgeVersion,
      }) => ({
        id,
        topic,
        outcome,
        choice,
        overrideReason,
        on: decidedOn,
        by: names.get(decidedBy) ?? '',
        at: recordedAt,
        knowledgeVersion,
        replaced: replaced.has(id),
      }),
    )
    .toReversed();
}
