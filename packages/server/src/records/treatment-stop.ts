// A drug that was stopped, and what follows. Denosumab without a plan is refused by the database.

import type { CalendarDate } from '@breekpunt/core';
import type { SiteTransaction } from '../database/site-transaction.ts';

/** What is written down of a drug that is no longer taken. */
export interface StoppedDrug {
  /** ATC code. */
  readonly medicine: string;
  readonly stoppedOn: CalendarDate;
  readonly because:
    | 'course-ended'
    | 'side-effects'
    | 'patient-wish'
    | 'contraindicated'
    | 'not-effective'
    | 'other';
  /** drug: another from `nextOn`. specialist: `nextBy` decides before `nextOn`. none: nothing has to follow. */
  readonly plan: 'drug' | 'specialist' | 'none';
  readonly nextMedicine: string | null;
  readonly nextOn: CalendarDate | null;
  readonly nextBy: string | null;
}

export interface NewTreatmentStop extends StoppedDrug {
  readonly person: number;
  readonly case: number;
  readonly note: string | null;
  readonly recordedBy: number | null;
  readonly recordedAt: Date;
}

/** Its id. */
export async function addTreatmentStop(tx: SiteTransaction, stop: NewTreatmentStop): Promise<number> {
  const row = await tx.db
    .insertInto('treatment_stop')
    .values({
      site_id: tx.site,
      person_id: stop.person,
      fls_case_id: stop.case,
      medicine_atc: stop.medicine,
      stopped_on: stop.stoppedOn,
      because: stop.because,
      plan: stop.plan,
      next_medicine_atc: stop.nextMedicine,
      next_on: stop.nextOn,
      next_by: stop.nextBy,
      note: stop.note,
      recorded_by: stop.recordedBy,
      recorded_at: stop.recordedAt,
    })
    .returning('treatment_stop_id')
    .executeTakeFirstOrThrow();
  return row.treatment_stop_id;
}
