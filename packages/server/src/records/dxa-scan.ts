// Bone density scans: ordered, planned, done, or not done and why.

import type { CalendarDate, VertebralLevel } from '@breekpunt/core';
import type { Insertable, Selectable } from 'kysely';
import type { DxaScanTable } from '../database/generated/tables.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { inPortions } from './in-portions.ts';
import type { OfPerson, Recorded } from './recorded.ts';

/** One region of one examination; one row without a region while nothing is measured yet. */
export interface NewDxaScan extends OfPerson, Recorded {
  readonly report: number | null;
  readonly status: 'ordered' | 'planned' | 'done' | 'not-done';
  /** Needed when it was not done. */
  readonly notDoneReason: string | null;
  readonly orderedOn: CalendarDate | null;
  readonly plannedOn: CalendarDate | null;
  /** Needed when it was done. */
  readonly scannedOn: CalendarDate | null;
  readonly region: 'lumbar-spine' | 'femoral-neck' | 'total-hip' | 'forearm' | 'other' | null;
  readonly side: 'left' | 'right' | null;
  readonly bmd: number | null;
  /** As the device gave it. */
  readonly tScore: number | null;
  readonly zScore: number | null;
  readonly referenceDatabase: string | null;
  /** Whom the T-score compares with. */
  readonly referenceSex: 'female' | 'male' | null;
  readonly deviceMaker: string | null;
  readonly deviceModel: string | null;
  /** Which device of the hospital. */
  readonly deviceSerial: string | null;
  readonly vertebraeUsed: readonly VertebralLevel[] | null;
  readonly vertebraeExcluded: readonly VertebralLevel[] | null;
  readonly reimbursedOn: CalendarDate | null;
}

export interface DxaScan extends NewDxaScan {
  readonly id: number;
}

export async function addDxaScans(tx: SiteTransaction, rows: readonly NewDxaScan[]): Promise<void> {
  await inPortions(rows, (portion) =>
    tx.db
      .insertInto('dxa_scan')
      .values(portion.map((row) => columnsOf(tx.site, row)))
      .execute(),
  );
}

/** Oldest first; those that are not done last. */
export async function dxaScansOf(tx: SiteTransaction, person: number): Promise<DxaScan[]> {
  const rows = await tx.db
    .selectFrom('dxa_scan')
    .selectAll()
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .where('withdrawn_at', 'is', null)
    .orderBy('scanned_on')
    .orderBy('dxa_scan_id')
    .execute();
  return rows.map(recordFrom);
}

function columnsOf(site: string, row: NewDxaScan): Insertable<DxaScanTable> {
  return {
    site_id: site,
    person_id: row.person,
    fls_case_id: row.case,
    report_id: row.report,
    status: row.status,
    not_done_reason: row.notDoneReason,
    ordered_on: row.orderedOn,
    planned_on: row.plannedOn,
    scanned_on: row.scannedOn,
    region: row.region,
    side: row.side,
    bmd_g_cm2: row.bmd,
    t_score: row.tScore,
    z_score: row.zScore,
    reference_database: row.referenceDatabase,
    reference_sex: row.referenceSex,
    device_maker: row.deviceMaker,
    device_model: row.deviceModel,
    device_serial: row.deviceSerial,
    vertebrae_used: row.vertebraeUsed === null ? null : [...row.vertebraeUsed],
    vertebrae_excluded: row.vertebraeExcluded === null ? null : [...row.vertebraeExcluded],
    reimbursed_on: row.reimbursedOn,
    source: row.source,
    recorded_by: row.recordedBy,
    recorded_at: row.recordedAt,
  };
}

function recordFrom(row: Selectable<DxaScanTable>): DxaScan {
  return {
    id: row.dxa_scan_id,
    person: row.person_id,
    case: row.fls_case_id,
    report: row.report_id,
    status: row.status,
    notDoneReason: row.not_done_reason,
    orderedOn: row.ordered_on,
    plannedOn: row.planned_on,
    scannedOn: row.scanned_on,
    region: row.region,
    side: row.side,
    bmd: row.bmd_g_cm2,
    tScore: row.t_score,
    zScore: row.z_score,
    referenceDatabase: row.reference_database,
    referenceSex: row.reference_sex,
    deviceMaker: row.device_maker,
    deviceModel: row.device_model,
    deviceSerial: row.device_serial,
    vertebraeUsed: row.vertebrae_used,
    vertebraeExcluded: row.vertebrae_excluded,
    reimbursedOn: row.reimbursed_on,
    source: row.source,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
  };
}
