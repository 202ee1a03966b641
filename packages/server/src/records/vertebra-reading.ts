// Vertebrae as somebody read them on an image. A vertebra that could not be read has no grade; that is no grade 0.

import type { Answer, CalendarDate, VertebralLevel } from '@breekpunt/core';
import type { Insertable, Selectable } from 'kysely';
import type { VertebraReadingTable } from '../database/generated/tables.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { inPortions } from './in-portions.ts';
import type { OfPerson, Recorded } from './recorded.ts';

/** One vertebra in one reading. */
export interface NewVertebraRow extends OfPerson, Recorded {
  readonly report: number | null;
  readonly imaging: 'vfa' | 'xray' | 'ct' | 'mri';
  readonly readOn: CalendarDate;
  readonly level: VertebralLevel;
  readonly readable: Answer;
  readonly anteriorMm: number | null;
  readonly middleMm: number | null;
  readonly posteriorMm: number | null;
  readonly heightLossPercent: number | null;
  readonly genant: 0 | 1 | 2 | 3 | null;
  /** A half grade by eye: neither a fracture nor its absence; then there is no grade. Absent: no. */
  readonly suspected?: boolean;
  readonly shape: 'normal' | 'wedge' | 'biconcave' | 'crush' | null;
  /** The rules that turned heights into the grade; null when a person graded by eye. */
  readonly gradedBy: string | null;
}

export interface VertebraRow extends NewVertebraRow {
  readonly id: number;
  readonly suspected: boolean;
}

export async function addVertebraRows(tx: SiteTransaction, rows: readonly NewVertebraRow[]): Promise<void> {
  await inPortions(rows, (portion) =>
    tx.db
      .insertInto('vertebra_reading')
      .values(portion.map((row) => columnsOf(tx.site, row)))
      .execute(),
  );
}

/** Oldest reading first, each from the top of the spine as it was written down. */
export async function vertebraRowsOf(tx: SiteTransaction, person: number): Promise<VertebraRow[]> {
  const rows = await tx.db
    .selectFrom('vertebra_reading')
    .selectAll()
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .where('withdrawn_at', 'is', null)
    .orderBy('read_on')
    .orderBy('vertebra_reading_id')
    .execute();
  return rows.map(recordFrom);
}

function columnsOf(site: string, row: NewVertebraRow): Insertable<VertebraReadingTable> {
  return {
    site_id: site,
    person_id: row.person,
    fls_case_id: row.case,
    report_id: row.report,
    imaging: row.imaging,
    read_on: row.readOn,
    level: row.level,
    readable: row.readable,
    anterior_mm: row.anteriorMm,
    middle_mm: row.middleMm,
    posterior_mm: row.posteriorMm,
    height_loss_percent: row.heightLossPercent,
    genant: row.genant,
    suspected: row.suspected ?? false,
    shape: row.shape,
    graded_by: row.gradedBy,
    source: row.source,
    recorded_by: row.recordedBy,
    recorded_at: row.recordedAt,
  };
}

function recordFrom(row: Selectable<VertebraReadingTable>): VertebraRow {
  return {
    id: row.vertebra_reading_id,
    person: row.person_id,
    case: row.fls_case_id,
    report: row.report_id,
    imaging: row.imaging,
    readOn: row.read_on,
    level: row.level,
    readable: row.readable,
    anteriorMm: row.anterior_mm,
    middleMm: row.middle_mm,
    posteriorMm: row.posterior_mm,
    heightLossPercent: row.height_loss_percent,
    genant: row.genant as NewVertebraRow['genant'],
    suspected: row.suspected,
    shape: row.shape,
    gradedBy: row.graded_by,
    source: row.source,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
  };
}
