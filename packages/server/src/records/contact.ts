// Follow-up: the calls that are planned and those that were made, with what the patient said. Planned and not made is no
// answer; a question that was not asked is not recorded.

import type { Answer, CalendarDate } from '@breekpunt/core';
import type { ContactMoment } from '@breekpunt/intervene';
import type { Insertable, Selectable } from 'kysely';
import type { ContactTable } from '../database/generated/tables.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { inPortions } from './in-portions.ts';
import type { OfPerson } from './recorded.ts';

export interface NewContact extends OfPerson {
  readonly moment: ContactMoment;
  readonly channel: 'clinic' | 'phone' | 'video' | 'letter' | 'message' | 'home' | 'records' | 'guide' | null;
  readonly plannedOn: CalendarDate | null;
  /** Given together with the outcome. */
  readonly doneOn: CalendarDate | null;
  readonly outcome: 'reached' | 'not-reached' | 'declined' | 'deceased' | 'moved-away' | null;
  readonly medicineStarted: Answer;
  readonly medicineStartedOn: CalendarDate | null;
  readonly stillPrescribed: Answer;
  readonly dispensed: Answer;
  readonly exerciseStarted: Answer;
  readonly sideEffects: Answer;
  readonly thighOrGroinPain: Answer;
  readonly dentalEvent: Answer;
  readonly newFall: Answer;
  readonly newFracture: Answer;
  readonly hasQuestions?: Answer;
  /** ATC code of the drug that was asked about. */
  readonly medicine?: string | null;
  /** The stop that it told of. */
  readonly stop?: number | null;
  readonly note: string | null;
  readonly recordedBy: number | null;
  readonly recordedAt: Date;
}

export interface Contact extends NewContact {
  readonly id: number;
}

export async function addContacts(tx: SiteTransaction, rows: readonly NewContact[]): Promise<void> {
  await inPortions(rows, (portion) =>
    tx.db
      .insertInto('contact')
      .values(portion.map((row) => columnsOf(tx.site, row)))
      .execute(),
  );
}

/** In the order in which they were planned; those that are owed no more are left out. */
export async function contactsOf(tx: SiteTransaction, person: number): Promise<Contact[]> {
  const rows = await tx.db
    .selectFrom('contact')
    .selectAll()
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .where('cancelled_at', 'is', null)
    .orderBy('planned_on')
    .orderBy('contact_id')
    .execute();
  return rows.map(recordFrom);
}

function columnsOf(site: string, row: NewContact): Insertable<ContactTable> {
  return {
    site_id: site,
    person_id: row.person,
    fls_case_id: row.case,
    moment: row.moment,
    channel: row.channel,
    planned_on: row.plannedOn,
    done_on: row.doneOn,
    outcome: row.outcome,
    medicine_started: row.medicineStarted,
    medicine_started_on: row.medicineStartedOn,
    still_prescribed: row.stillPrescribed,
    dispensed: row.dispensed,
    exercise_started: row.exerciseStarted,
    side_effects: row.sideEffects,
    thigh_or_groin_pain: row.thighOrGroinPain,
    dental_event: row.dentalEvent,
    new_fall: row.newFall,
    new_fracture: row.newFracture,
    ...(row.hasQuestions === undefined ? {} : { has_questions: row.hasQuestions }),
    medicine_atc: row.medicine ?? null,
    treatment_stop_id: row.stop ?? null,
    note: row.note,
    recorded_by: row.recordedBy,
    recorded_at: row.recordedAt,
  };
}

function recordFrom(row: Selectable<ContactTable>): Contact {
  return {
    id: row.contact_id,
    person: row.person_id,
    case: row.fls_case_id,
    moment: row.moment,
    channel: row.channel,
    plannedOn: row.planned_on,
    doneOn: row.done_on,
    outcome: row.outcome,
    medicineStarted: row.medicine_started,
    medicineStartedOn: row.medicine_started_on,
    stillPrescribed: row.still_prescribed,
    dispensed: row.dispensed,
    exerciseStarted: row.exercise_started,
    sideEffects: row.side_effects,
    thighOrGroinPain: row.thigh_or_groin_pain,
    dentalEvent: row.dental_event,
    newFall: row.new_fall,
    newFracture: row.new_fracture,
    note: row.note,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
  };
}
