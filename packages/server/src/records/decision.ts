// What the physician decided, with all that is needed to decide it again as it was. A decision is never changed; a later
// one replaces it.

import type { CalendarDate } from '@breekpunt/core';
import type { DecisionRecord, Topic } from '@breekpunt/intervene';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { inPortions } from './in-portions.ts';

export type DecisionOutcome =
  | 'medicine'
  | 'not-indicated'
  | 'contraindicated'
  | 'declined'
  | 'referred'
  | 'postponed'
  /** Of another topic than the bones: an option of its table, named by the choice. */
  | 'option';

export interface NewDecision {
  readonly person: number;
  readonly case: number;
  readonly outcome: DecisionOutcome;
  /** ATC code; needed for a medicine. */
  readonly medicine: string | null;
  readonly startPlannedOn: CalendarDate | null;
  /** What was known, and the reasons that rules gave, as they were shown. */
  readonly inputs: unknown;
  readonly reasons: readonly unknown[];
  readonly knowledgeVersion: string;
  /** Why the physician chose otherwise than the rules suggest; null when not. */
  readonly overrideReason: string | null;
  readonly decidedOn: CalendarDate;
  readonly decidedBy: number;
  readonly recordedAt: Date;
  readonly replaces: number | null;
}

export interface Decision extends NewDecision {
  readonly id: number;
  readonly topic: Topic;
  /** The word that was chosen; null when it was written down without the rules. */
  readonly choice: string | null;
  /** By which it can be made again; null when it was written down without the rules. */
  readonly record: DecisionRecord | null;
}

export async function addDecisions(tx: SiteTransaction, rows: readonly NewDecision[]): Promise<void> {
  await inPortions(rows, (portion) =>
    tx.db
      .insertInto('decision')
      .values(
        portion.map((row) => ({
          site_id: tx.site,
          person_id: row.person,
          fls_case_id: row.case,
          outcome: row.outcome,
          medicine_atc: row.medicine,
          start_planned_on: row.startPlannedOn,
          inputs: JSON.stringify(row.inputs),
          reasons: JSON.stringify(row.reasons),
          knowledge_version: row.knowledgeVersion,
          override_reason: row.overrideReason,
          decided_on: row.decidedOn,
          decided_by: row.decidedBy,
          recorded_at: row.recordedAt,
          replaces_id: row.replaces,
        })),
      )
      .execute(),
  );
}

/** Oldest first; those that were replaced stay. */
export async function decisionsOf(tx: SiteTransaction, person: number): Promise<Decision[]> {
  const rows = await tx.db
    .selectFrom('decision')
    .selectAll()
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .orderBy('decided_on')
    .orderBy('decision_id')
    .execute();
  return rows.map((row) => ({
    id: row.decision_id,
    person: row.person_id,
    case: row.fls_case_id,
    outcome: row.outcome,
    medicine: row.medicine_atc,
    startPlannedOn: row.start_planned_on,
    inputs: row.inputs,
    reasons: row.reasons as readonly unknown[],
    knowledgeVersion: row.knowledge_version,
    overrideReason: row.override_reason,
    decidedOn: row.decided_on,
    decidedBy: row.decided_by,
    recordedAt: row.recorded_at,
    replaces: row.replaces_id,
    topic: row.topic,
    choice: row.choice,
    record: row.record as DecisionRecord | null,
  }));
}
