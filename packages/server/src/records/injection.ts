// Injections and infusions: due, given, and when the next one is due. For denosumab a day too late matters.

import type { CalendarDate } from '@breekpunt/core';
import type { Insertable, Selectable } from 'kysely';
import type { InjectionTable } from '../database/generated/tables.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { inPortions } from './in-portions.ts';
import type { OfPerson } from './recorded.ts';

export interface NewInjection extends OfPerson {
  /** ATC code. */
  readonly medicine: string;
  readonly dueOn: CalendarDate | null;
  readonly givenOn: CalendarDate | null;
  /** Only of one that was given. */
  readonly nextDueOn: CalendarDate | null;
  readonly notGivenReason: string | null;
  /** The stop by which it is no longer owed; of denosumab needed with the reason. */
  readonly stop?: number | null;
  readonly recordedBy: number | null;
  readonly recordedAt: Date;
}

export interface Injection extends NewInjection {
  readonly id: number;
}

export async function addInjections(tx: SiteTransaction, rows: readonly NewInjection[]): Promise<void> {
  await inPortions(rows, (portion) =>
    tx.db
      .insertInto('injection')
      .values(portion.map((row) => columnsOf(tx.site, row)))
      .execute(),
  );
}

/** In the order in which they were due. */
export async function injectionsOf(tx: SiteTransaction, person: number): Promise<Injection[]> {
  const rows = await tx.db
    .selectFrom('injection')
    .selectAll()
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .orderBy('due_on')
    .orderBy('injection_id')
    .execute();
  return rows.map(recordFrom);
}

function columnsOf(site: string, row: NewInjection): Insertable<InjectionTable> {
  return {
    site_id: site,
    person_id: row.person,
    fls_case_id: row.case,
    medicine_atc: row.medicine,
    due_on: row.dueOn,
    given_on: row.givenOn,
    next_due_on: row.nextDueOn,
    not_given_reason: row.notGivenReason,
    treatment_stop_id: row.stop ?? null,
    recorded_by: row.recordedBy,
    recorded_at: row.recordedAt,
  };
}

function recordFrom(row: Selectable<InjectionTable>): Injection {
  return {
    id: row.injection_id,
    person: row.person_id,
    case: row.fls_case_id,
    medicine: row.medicine_atc,
    dueOn: row.due_on,
    givenOn: row.given_on,
    nextDueOn: row.next_due_on,
    notGivenReason: row.not_given_reason,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
  };
}
