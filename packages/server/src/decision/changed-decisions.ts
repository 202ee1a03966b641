// The open cases whose newest decision would come out differently with the knowledge of today. Decision: each is made again
// on its own day, so that only knowledge makes the difference; time passing is no change of a decision.

import type { CalendarDate } from '@breekpunt/core';
import {
  type AnswerChange,
  type ChangedDecision,
  type DecisionRecord,
  wouldDiffer,
} from '@breekpunt/intervene';
import type { Knowledge } from '@breekpunt/knowledge';
import type { SiteTransaction } from '../database/site-transaction.ts';

export interface DecisionToReview {
  readonly decision: number;
  readonly case: number;
  readonly person: number;
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly topic: DecisionRecord['topic'];
  readonly choice: string;
  readonly on: CalendarDate;
  readonly knowledgeVersion: string;
  /** What comes out differently; null when the knowledge has no value for that day any more. */
  readonly changes: readonly AnswerChange[] | null;
}

export interface ReviewedDecisions {
  readonly knowledgeVersion: string;
  /** Decisions that were made again. */
  readonly looked: number;
  readonly differing: readonly DecisionToReview[];
}

export async function changedDecisions(
  tx: SiteTransaction,
  knowledge: Knowledge,
): Promise<ReviewedDecisions> {
  const rows = await tx.db
    .selectFrom('decision as d')
    .innerJoin('fls_case as c', (join) =>
      join.onRef('c.site_id', '=', 'd.site_id').onRef('c.fls_case_id', '=', 'd.fls_case_id'),
    )
    .innerJoin('person as p', (join) =>
      join.onRef('p.site_id', '=', 'd.site_id').onRef('p.person_id', '=', 'd.person_id'),
    )
    .select(['d.decision_id', 'd.fls_case_id', 'd.person_id', 'd.record', 'p.family_name', 'p.given_name'])
    .where('d.site_id', '=', tx.site)
    .where('c.state', 'in', ['to-review', 'open', 'snoozed'])
    .where('d.record', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('decision as later')
            .select('later.decision_id')
            .whereRef('later.site_id', '=', 'd.site_id')
            .whereRef('later.replaces_id', '=', 'd.decision_id'),
        ),
      ),
    )
    .orderBy('d.decision_id')
    .execute();
  const records = rows.map((row) => row.record as DecisionRecord);
  const rowOf = new Map(records.map((record, place) => [record, rows[place]]));
  return {
    knowledgeVersion: knowledge.version,
    looked: rows.length,
    differing: wouldDiffer(records, knowledge).flatMap(({ record, changes }: ChangedDecision) => {
      const row = rowOf.get(record);
      if (row === undefined) return [];
      return [
        {
          decision: row.decision_id,
          case: row.fls_case_id,
          person: row.person_id,
          familyName: row.family_name,
          givenName: row.given_name,
          topic: record.topic,
          choice: record.choice,
          on: record.on,
          knowledgeVersion: record.knowledgeVersion,
          changes: changes.ok ? changes.value : null,
        },
      ];
    }),
  };
}
