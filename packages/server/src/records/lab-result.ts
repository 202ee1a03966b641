// Laboratory results as the laboratory sent them, with its own reference range.

import type { CalendarDate } from '@breekpunt/core';
import type { Insertable, Selectable } from 'kysely';
import type { LabResultTable } from '../database/generated/tables.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { inPortions } from './in-portions.ts';
import type { OfPerson, Recorded } from './recorded.ts';

export interface NewLabRow extends Omit<OfPerson, 'case'>, Recorded {
  readonly inboxMessage: number | null;
  readonly sourceSystem: string;
  /** The sender's own id; the same one is never stored twice. */
  readonly sourceId: string | null;
  readonly loinc: string | null;
  readonly localCode: string | null;
  readonly name: string;
  readonly sampledOn: CalendarDate | null;
  readonly comparator: '<' | '<=' | '>' | '>=' | null;
  readonly value: number | null;
  readonly valueText: string | null;
  readonly unit: string | null;
  readonly referenceLow: number | null;
  readonly referenceHigh: number | null;
  readonly status: 'preliminary' | 'final' | 'corrected' | 'cancelled' | 'entered-in-error';
}

export interface LabRow extends NewLabRow {
  readonly id: number;
}

export async function addLabRows(tx: SiteTransaction, rows: readonly NewLabRow[]): Promise<void> {
  await inPortions(rows, (portion) =>
    tx.db
      .insertInto('lab_result')
      .values(portion.map((row) => columnsOf(tx.site, row)))
      .execute(),
  );
}

/** Oldest first. */
export async function labRowsOf(tx: SiteTransaction, person: number): Promise<LabRow[]> {
  const rows = await tx.db
    .selectFrom('lab_result')
    .selectAll()
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .orderBy('sampled_on')
    .orderBy('lab_result_id')
    .execute();
  return rows.map(recordFrom);
}

function columnsOf(site: string, row: NewLabRow): Insertable<LabResultTable> {
  return {
    site_id: site,
    person_id: row.person,
    inbox_message_id: row.inboxMessage,
    source_system: row.sourceSystem,
    source_id: row.sourceId,
    loinc: row.loinc,
    local_code: row.localCode,
    name: row.name,
    sampled_on: row.sampledOn,
    comparator: row.comparator,
    value: row.value,
    value_text: row.valueText,
    unit: row.unit,
    reference_low: row.referenceLow,
    reference_high: row.referenceHigh,
    status: row.status,
    source: row.source,
    recorded_by: row.recordedBy,
    recorded_at: row.recordedAt,
  };
}

function recordFrom(row: Selectable<LabResultTable>): LabRow {
  return {
    id: row.lab_result_id,
    person: row.person_id,
    inboxMessage: row.inbox_message_id,
    sourceSystem: row.source_system,
    sourceId: row.source_id,
    loinc: row.loinc,
    localCode: row.local_code,
    name: row.name,
    sampledOn: row.sampled_on,
    comparator: row.comparator,
    value: row.value,
    valueText: row.value_text,
    unit: row.unit,
    referenceLow: row.reference_low,
    referenceHigh: row.reference_high,
    status: row.status,
    source: row.source,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
  };
}
