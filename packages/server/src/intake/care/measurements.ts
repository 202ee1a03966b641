// Measured values to the record: bone density to examinations of bone density, everything else to laboratory results.
// Decision: a value comes again under its sender's name when it is corrected and then replaces the row; a withdrawn one
// stays, marked. A density without a date of measuring is kept as a laboratory result, because an examination that
// is "done" must say when.

import { type DxaCode, dxaCode, type RecordedMeasurement, type ReportStatus } from '@breekpunt/integrate';
import type { Insertable } from 'kysely';
import type { DxaScanTable, LabResultTable } from '../../database/generated/tables.ts';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import type { CareSource, SavedRow } from './care-source.ts';
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
    const density = measurement.codes.map(({ code }) => dxaCode(code)).find((code) => code !== undefined);
    const key = measurement.id === '' ? `${labs.size + scans.size}` : `${one.sourceSystem} ${measurement.id}`;
    if (density !== undefined && measurement.date !== undefined && measurement.value !== undefined)
      scans.set(key, scanRow(tx.site, one, density, from));
    else labs.set(key, labRow(tx.site, one, from));
  }
  return [
    ...(await saveNamed(tx, 'dxa_scan', [...scans.values()])),
    ...(await saveNamed(tx, 'lab_result', [...labs.values()])),
  ];
}

function scanRow(
  site: string,
  { person, sourceSystem, inboxMessage, measurement }: MeasuredOf,
  { region, side, what }: DxaCode,
  from: 'hl7v2' | 'fhir',
): Insertable<DxaScanTable> {
  const { id, date = null, value = null } = measurement;
  return {
    site_id: site,
    person_id: person,
    status: 'done',
    scanned_on: date,
    region: isFemoralNeck(measurement) ? 'femoral-neck' : region,
    side: side ?? sideInWords(measurement),
    bmd_g_cm2: what === 'bmd' ? value : null,
    t_score: what === 't-score' ? value : null,
    z_score: what === 'z-score' ? value : null,
    source: from,
    source_system: sourceSystem,
    source_id: id === '' ? null : id,
    inbox_message_id: inboxMessage,
    ...(measurement.status === 'withdrawn' ? { withdrawn_at: new Date() } : {}),
  };
}

/** Few codes tell the side: senders say it by the site of the body. */
function sideInWords({ bodySites = [] }: RecordedMeasurement): 'left' | 'right' | null {
  const words = bodySites
    .map(({ display = '', code }) => `${display} ${code}`)
    .join(' ')
    .toLowerCase();
  const left = /\b(left|links|linker|gauche)\b/.test(words);
  const right = /\b(right|rechts|rechter|droite?)\b/.test(words);
  return left === right ? null : left ? 'left' : 'right';
}

/** LOINC has no T-score of the femoral neck: senders say it by the site of the body. */
function isFemoralNeck({ bodySites = [], name }: RecordedMeasurement): boolean {
  const words = [name, ...bodySites.map(({ display = '' }) => display)].join(' ').toLowerCase();
  return /neck|hals|collum|\bcol\b/.test(words) && !words.includes('cervical spine');
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
