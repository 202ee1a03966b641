// Whether falls were looked into, and what came out.

import type { Answer, CalendarDate } from '@breekpunt/core';
import type { Insertable, Selectable } from 'kysely';
import type { FallsAssessmentTable } from '../database/generated/tables.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { inPortions } from './in-portions.ts';
import type { OfPerson, Recorded } from './recorded.ts';

export interface NewFallsRecord extends OfPerson, Recorded {
  /** begun: some questions are answered, and nobody called it done. */
  readonly outcome: 'begun' | 'done' | 'referred' | 'not-done';
  /** Needed when it was not done. */
  readonly notDoneReason: string | null;
  /** Needed unless it was not done. */
  readonly assessedOn: CalendarDate | null;
  readonly fallsLastYear: number | null;
  readonly feelsUnsteady: Answer;
  readonly worriesAboutFalling: Answer;
  readonly injuredByFall: Answer;
  readonly couldNotGetUp: Answer;
  readonly lostConsciousness: Answer;
  /** m/s. */
  readonly gaitSpeed: number | null;
  /** Seconds. */
  readonly timedUpAndGo: number | null;
  /** Seconds. */
  readonly fiveChairStands: number | null;
  readonly orthostaticDrop: Answer;
  /** Null when nobody looked; empty when there is none. */
  readonly fallRiskMedicines: readonly string[] | null;
  readonly riskClass: 'low' | 'intermediate' | 'high' | null;
  readonly referredTo: string | null;
  /** Training of strength and balance. */
  readonly exerciseStarted: Answer;
  readonly exerciseStartedOn: CalendarDate | null;
}

export interface FallsRecord extends NewFallsRecord {
  readonly id: number;
}

export async function addFallsRecords(tx: SiteTransaction, rows: readonly NewFallsRecord[]): Promise<void> {
  await inPortions(rows, (portion) =>
    tx.db
      .insertInto('falls_assessment')
      .values(portion.map((row) => columnsOf(tx.site, row)))
      .execute(),
  );
}

/** Oldest first. */
export async function fallsRecordsOf(tx: SiteTransaction, person: number): Promise<FallsRecord[]> {
  const rows = await tx.db
    .selectFrom('falls_assessment')
    .selectAll()
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .orderBy('assessed_on')
    .orderBy('falls_assessment_id')
    .execute();
  return rows.map(recordFrom);
}

function columnsOf(site: string, row: NewFallsRecord): Insertable<FallsAssessmentTable> {
  return {
    site_id: site,
    person_id: row.person,
    fls_case_id: row.case,
    outcome: row.outcome,
    not_done_reason: row.notDoneReason,
    assessed_on: row.assessedOn,
    falls_last_year: row.fallsLastYear,
    feels_unsteady: row.feelsUnsteady,
    worries_about_falling: row.worriesAboutFalling,
    injured_by_fall: row.injuredByFall,
    could_not_get_up: row.couldNotGetUp,
    lost_consciousness: row.lostConsciousness,
    gait_speed_m_s: row.gaitSpeed,
    timed_up_and_go_s: row.timedUpAndGo,
    five_chair_stands_s: row.fiveChairStands,
    orthostatic_drop: row.orthostaticDrop,
    fall_risk_medicines: row.fallRiskMedicines === null ? null : [...row.fallRiskMedicines],
    risk_class: row.riskClass,
    referred_to: row.referredTo,
    exercise_started: row.exerciseStarted,
    exercise_started_on: row.exerciseStartedOn,
    source: row.source,
    recorded_by: row.recordedBy,
    recorded_at: row.recordedAt,
  };
}

function recordFrom(row: Selectable<FallsAssessmentTable>): FallsRecord {
  return {
    id: row.falls_assessment_id,
    person: row.person_id,
    case: row.fls_case_id,
    outcome: row.outcome,
    notDoneReason: row.not_done_reason,
    assessedOn: row.assessed_on,
    fallsLastYear: row.falls_last_year,
    feelsUnsteady: row.feels_unsteady,
    worriesAboutFalling: row.worries_about_falling,
    injuredByFall: row.injured_by_fall,
    couldNotGetUp: row.could_not_get_up,
    lostConsciousness: row.lost_consciousness,
    gaitSpeed: row.gait_speed_m_s,
    timedUpAndGo: row.timed_up_and_go_s,
    fiveChairStands: row.five_chair_stands_s,
    orthostaticDrop: row.orthostatic_drop,
    fallRiskMedicines: row.fall_risk_medicines,
    riskClass: row.risk_class,
    referredTo: row.referred_to,
    exerciseStarted: row.exercise_started,
    exerciseStartedOn: row.exercise_started_on,
    source: row.source,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
  };
}
