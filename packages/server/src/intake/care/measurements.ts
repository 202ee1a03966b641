// Measured values to the record: bone density to examinations of bone density (densities.ts), everything else to laboratory
// results. Decision: a value comes again under its sender's name when it is corrected and then replaces the row; a withdrawn
// one stays, marked. A density without a date of measuring is kept as a laboratory result, because an examination that is
// "done" must say when.

import { type RecordedMeasurement, type ReportStatus, recordedDensity } from '@breekpunt/integrate';
import type { Insertable } from 'kysely';
import type { DxaScanTable, LabResultTable } from '../../database/generated/tables.ts';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import type { CareSource, SavedRow } from './care-source.ts';
import { densityRow } from './densities.ts';
import { saveNamed } from './save-named.ts';

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
  return [
    ...(await saveNamed(tx, 'dxa_scan', [...scans.values()])),
    ...(await saveNamed(tx, 'lab_result', [...labs.values()])),
  ];
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
