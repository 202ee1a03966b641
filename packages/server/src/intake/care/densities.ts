// Bone densities from other systems to the rows of examinations. Decision: a value that cannot be true is not kept but handed
// back with the range, whatever door it came by; what its sender names later under the same name stands over what it said
// before.

import type { CalendarDate } from '@breekpunt/core';
import { type RecordedDensity, type RecordedMeasurement, recordedDensity } from '@breekpunt/integrate';
import { dxaMakerFrom, dxaRulesOn, type PlausibleRange, plausible } from '@breekpunt/investigate';
import { loadKnowledge } from '@breekpunt/knowledge';
import type { Insertable } from 'kysely';
import { inForce } from '../../assessment/in-force.ts';
import type { DxaScanTable } from '../../database/generated/tables.ts';
import type { CareSource } from './care-source.ts';
import type { MeasuredOf } from './measurements.ts';

/** The values of one region, as they are judged. */
export interface DensityValues {
  readonly bmd: number | null;
  readonly tScore: number | null;
  readonly zScore: number | null;
}

/** A value that cannot be true: which one, and the range in which it was expected. */
export interface ImpossibleDensity extends PlausibleRange {
  readonly quantity: keyof DensityValues;
}

/** The first value that cannot be true; null when all of them can. */
export function impossibleDensity(
  { bmd, tScore, zScore }: DensityValues,
  today: CalendarDate,
): ImpossibleDensity | null {
  const { plausible: ranges } = inForce(dxaRulesOn(loadKnowledge(), 'ISCD', today));
  const judged = [
    ['bmd', bmd, ranges.bmd],
    ['tScore', tScore, ranges.score],
    ['zScore', zScore, ranges.score],
  ] as const;
  const wrong = judged.find(([name, value, range]) => value !== null && !plausible(name, value, range).ok);
  return wrong === undefined ? null : { quantity: wrong[0], ...wrong[2] };
}

/** The same of a measurement as it was sent; what is no density is not judged here. */
export function impossibleMeasurement(
  measurement: RecordedMeasurement,
  today: CalendarDate,
): ImpossibleDensity | null {
  const density = recordedDensity(measurement);
  return density === undefined ? null : impossibleDensity(valuesOf(density), today);
}

const inEnglish: Readonly<Record<ImpossibleDensity['quantity'], string>> = {
  bmd: 'bone density',
  tScore: 'T-score',
  zScore: 'Z-score',
};

/** For the engineers of whoever sent it; the pages of the clinic say it in their own words. */
export function describeImpossible({ quantity, least, most, unit }: ImpossibleDensity): string {
  return `Expected ${inEnglish[quantity]} from ${least} to ${most} ${unit}; check the decimal point and the unit.`;
}

function valuesOf({ quantity, value }: RecordedDensity): DensityValues {
  return {
    bmd: quantity === 'bmd' ? value : null,
    tScore: quantity === 't-score' ? value : null,
    zScore: quantity === 'z-score' ? value : null,
  };
}

export function densityRow(
  site: string,
  { measurement, ...source }: MeasuredOf,
  density: RecordedDensity & { readonly on: CalendarDate },
  from: 'hl7v2' | 'fhir',
): Insertable<DxaScanTable> {
  const { device } = density;
  return {
    ...rowOf(site, source, measurement.id === '' ? null : measurement.id),
    ...measuredColumns({ ...density, ...valuesOf(density) }),
    ...deviceColumns(device.maker ?? null, device.model ?? null, device.serial ?? null),
    source: from,
    ...(measurement.status === 'withdrawn' ? { withdrawn_at: new Date() } : {}),
  };
}

export type MeasuredRegion = DensityValues &
  Pick<
    RecordedDensity,
    'region' | 'side' | 'vertebraeUsed' | 'vertebraeExcluded' | 'referenceDatabase' | 'referenceSex'
  > & { readonly on: CalendarDate };

/** Of a table, where one row holds every value of a region. */
export function tableDensityRow(
  site: string,
  source: CareSource,
  region: MeasuredRegion & Readonly<Record<'maker' | 'model' | 'serial', string | null>>,
): Insertable<DxaScanTable> {
  const { on, side, vertebraeUsed } = region;
  const name = [source.person, on, region.region, side ?? '', (vertebraeUsed ?? []).join('')].join(' ');
  return {
    ...rowOf(site, source, name),
    ...measuredColumns(region),
    ...deviceColumns(region.maker, region.model, region.serial),
    source: 'import',
  };
}

function rowOf(site: string, { person, sourceSystem, inboxMessage }: CareSource, name: string | null) {
  return {
    site_id: site,
    person_id: person,
    status: 'done',
    source_system: sourceSystem,
    source_id: name,
    inbox_message_id: inboxMessage,
  } as const;
}

function measuredColumns(density: MeasuredRegion) {
  return {
    scanned_on: density.on,
    region: density.region,
    side: density.side,
    bmd_g_cm2: density.bmd,
    t_score: density.tScore,
    z_score: density.zScore,
    vertebrae_used: density.vertebraeUsed === null ? null : [...density.vertebraeUsed],
    vertebrae_excluded: density.vertebraeExcluded === null ? null : [...density.vertebraeExcluded],
    reference_database: density.referenceDatabase,
    reference_sex: density.referenceSex,
  };
}

/** The maker by its own name for it; a model that betrays its maker is enough. */
function deviceColumns(maker: string | null, model: string | null, serial: string | null) {
  const known = dxaMakerFrom([maker, model].filter((word) => word !== null).join(' '));
  return {
    device_maker: known === 'not-recorded' ? null : known === 'other' ? (maker ?? 'other') : known,
    device_model: model,
    device_serial: serial,
  };
}
