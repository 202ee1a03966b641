// The acute care of a broken hip: from arrival to discharge, and how it is after 120 days. Decision: every save is a version of the
// whole block and the newest counts, so that nothing is lost and two people who fill it in cannot overwrite each other unseen.

import type { Answer, CalendarDate } from '@breekpunt/core';
import type { DischargePlace } from '@breekpunt/integrate';
import type { SiteTransaction } from '../database/site-transaction.ts';

export interface HipCare {
  readonly arrivedOn: CalendarDate | null;
  /** hh:mm by the clock of the hospital; null when only the day is known. */
  readonly arrivedClock: string | null;
  readonly operated: Answer;
  readonly operatedOn: CalendarDate | null;
  readonly operatedClock: string | null;
  readonly operationAsAdvised: Answer;
  readonly geriatrician: Answer;
  readonly geriatricianOn: CalendarDate | null;
  readonly geriatricianClock: string | null;
  /** Out of bed. */
  readonly mobilised: Answer;
  readonly mobilisedOn: CalendarDate | null;
  readonly deliriumTested: Answer;
  /** Found by the test. */
  readonly delirium: Answer;
  readonly nutritionAssessed: Answer;
  readonly dischargedOn: CalendarDate | null;
  readonly dischargedTo: DischargePlace | null;
  /** Back where the person lived before. */
  readonly homeAt120Days: Answer;
  readonly medicineAt120Days: Answer;
}

/** Which version it is, and who wrote it. */
export interface HipCareKept {
  readonly version: number;
  readonly by: string | null;
  readonly at: Date;
  readonly source: 'manual' | 'fhir' | 'hl7v2' | 'report' | 'import';
}

export interface KeptHipCare extends HipCare, HipCareKept {}

/** Null when nobody wrote anything down. */
export async function hipCareOf(tx: SiteTransaction, id: number): Promise<KeptHipCare | null> {
  const row = await tx.db
    .selectFrom('acute_hip_care as h')
    .leftJoin('app_user as u', (join) =>
      join.onRef('u.site_id', '=', 'h.site_id').onRef('u.app_user_id', '=', 'h.recorded_by'),
    )
    .selectAll('h')
    .select('u.display_name')
    .where('h.site_id', '=', tx.site)
    .where('h.fls_case_id', '=', id)
    .orderBy('h.version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    arrivedOn: row.arrived_on,
    arrivedClock: row.arrived_clock,
    operated: row.operated,
    operatedOn: row.operated_on,
    operatedClock: row.operated_clock,
    operationAsAdvised: row.operation_as_advised,
    geriatrician: row.geriatrician,
    geriatricianOn: row.geriatrician_on,
    geriatricianClock: row.geriatrician_clock,
    mobilised: row.mobilised,
    mobilisedOn: row.mobilised_on,
    deliriumTested: row.delirium_tested,
    delirium: row.delirium,
    nutritionAssessed: row.nutrition_assessed,
    dischargedOn: row.discharged_on,
    dischargedTo: row.discharged_to,
    homeAt120Days: row.home_at_120_days,
    medicineAt120Days: row.medicine_at_120_days,
    version: row.version,
    by: row.display_name,
    at: row.recorded_at,
    source: row.source as KeptHipCare['source'],
  };
}

export interface NewHipCare {
  readonly case: number;
  readonly person: number;
  readonly version: number;
  readonly care: HipCare;
  readonly source: KeptHipCare['source'];
  readonly by: number | null;
  readonly at: Date;
}

export async function addHipCares(tx: SiteTransaction, rows: readonly NewHipCare[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.db
    .insertInto('acute_hip_care')
    .values(
      rows.map(({ care, ...row }) => ({
        site_id: tx.site,
        person_id: row.person,
        fls_case_id: row.case,
        version: row.version,
        arrived_on: care.arrivedOn,
        arrived_clock: care.arrivedClock,
        operated: care.operated,
        operated_on: care.operatedOn,
        operated_clock: care.operatedClock,
        operation_as_advised: care.operationAsAdvised,
        geriatrician: care.geriatrician,
        geriatrician_on: care.geriatricianOn,
        geriatrician_clock: care.geriatricianClock,
        mobilised: care.mobilised,
        mobilised_on: care.mobilisedOn,
        delirium_tested: care.deliriumTested,
        delirium: care.delirium,
        nutrition_assessed: care.nutritionAssessed,
        discharged_on: care.dischargedOn,
        discharged_to: care.dischargedTo,
        home_at_120_days: care.homeAt120Days,
        medicine_at_120_days: care.medicineAt120Days,
        source: row.source,
        recorded_by: row.by,
        recorded_at: row.at,
      })),
    )
    .execute();
}
