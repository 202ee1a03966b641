// Measured values to the record: bone density to examinations of bone density (densities.ts), everything else to laboratory
// results. Decision: a value comes again under its sender's name when it is corrected and then replaces the row; a withdrawn
// one stays, marked. A density without a date of measuring is kept as a laboratory result, because an examination that is
// "done" must say when.

import { type RecordedMeasurement, type ReportStatus, recordedDensity } from '@breekpunt/integrate';
import { type Insertable, sql } from 'kysely';
import type { DxaScanTable, LabResultTable } from '../../database/generated/tables.ts';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import { keepCopiesNamed } from '../../records/keep-copies.ts';
import type { CareSource, SavedRow } from './care-source.ts';
import { densityRow, saveDensities } from './densities.ts';

export interface MeasuredOf extends CareSource {
  readonly measurement: RecordedMeasurement;
}

export function saveMeasurements(
  tx: SiteTransaction,
  source: CareSource,
  measurements: readonly RecordedMeasurement[],
  from: 'hl7v2' | 'fhir',
): Promise<SavedRow[]> {
  return saveMeasured(
    tx,
    measurements.map((measurement) => ({ ...source, measurement })),
    from,
  );
}

/** Of any number of people at once. */
export async function saveMeasured(
  tx: SiteTransaction,
  measured: readonly MeasuredOf[],
  from: 'hl7v2' | 'fhir',
): Promise<SavedRow[]> {
  const scans = new Map<string, Insertable<DxaScanTable>>();
  const labs = new Map<string, Insertable<LabResultTable>>();
  for (const one of measured) {
    const { measurement } = one;
    const density = recordedDensity(measurement);
    const key = measurement.id === '' ? `${labs.size + scans.size}` : `${one.sourceSystem} ${measurement.id}`;
    if (density !== undefined && measurement.date !== undefined)
      scans.set(key, densityRow(tx.site, one, { ...density, on: measurement.date }, from));
    else labs.set(key, labRow(tx.site, one, from));
  }
  return [...(await saveDensities(tx, [...scans.values()])), ...(await saveLabs(tx, [...labs.values()]))];
}

function labRow(
  site: string,
  { person, sourceSystem, inboxMessage, measurement }: MeasuredOf,
  from: 'hl7v2' | 'fhir',
): Insertable<LabResultTable> {
  const { id, codes, name, date, comparator, value, text, unit, low, high, status } = measurement;
  const loinc = codes.find(({ system }) => system === 'loinc');
  const other = codes.find(({ system }) => system !== 'loinc');
  return {
    site_id: site,
    person_id: person,
    inbox_message_id: inboxMessage,
    source_system: sourceSystem,
    source_id: id === '' ? null : id,
    loinc: loinc?.code ?? null,
    local_code: other?.code ?? null,
    name,
    sampled_on: date ?? null,
    comparator: comparator ?? null,
    value: value ?? null,
    value_text: text ?? null,
    unit: unit ?? null,
    reference_low: low ?? null,
    reference_high: high ?? null,
    status: labStatus(status),
    source: from,
  };
}

function labStatus(status: ReportStatus | undefined): 'preliminary' | 'final' | 'corrected' | 'cancelled' {
  if (status === undefined) return 'final';
  return status === 'withdrawn' ? 'cancelled' : status;
}

const rowsAtOnce = 1_000;

async function saveLabs(tx: SiteTransaction, rows: Insertable<LabResultTable>[]): Promise<SavedRow[]> {
  const saved: SavedRow[] = [];
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await keepCopiesNamed(tx, 'lab_result', rows.slice(from, from + rowsAtOnce));
    const some = await tx.db
      .insertInto('lab_result')
      .values(rows.slice(from, from + rowsAtOnce))
      .onConflict((conflict) =>
        conflict
          .columns(['site_id', 'source_system', 'source_id'])
          .where('source_id', 'is not', null)
          .doUpdateSet(({ ref }) => ({
            person_id: ref('excluded.person_id'),
            loinc: ref('excluded.loinc'),
            local_code: ref('excluded.local_code'),
            name: ref('excluded.name'),
            sampled_on: ref('excluded.sampled_on'),
            comparator: ref('excluded.comparator'),
            value: ref('excluded.value'),
            value_text: ref('excluded.value_text'),
            unit: ref('excluded.unit'),
            reference_low: ref('excluded.reference_low'),
            reference_high: ref('excluded.reference_high'),
            status: ref('excluded.status'),
            inbox_message_id: ref('excluded.inbox_message_id'),
            changed_at: sql<Date>`now()`,
          }))
          // A late preliminary value never replaces a final one.
          .where(sql<boolean>`excluded.status <> 'preliminary' or lab_result.status = 'preliminary'`),
      )
      .returning('lab_result_id as id')
      .execute();
    saved.push(...some.map(({ id }) => ({ table: 'lab_result' as const, id })));
  }
  return saved;
}
