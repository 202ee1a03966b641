// Whether two bone densities of one patient differ by more than chance. Decision: everything that makes the two
// incomparable is listed and ends the comparison; no conversion between makers is good enough for one patient.

import { type CalendarDate, compareDates, type VertebralLevel } from '@breekpunt/core';
import type { DxaRules } from './dxa-rules.ts';
import type { DxaMaker, DxaMeasurement, DxaScan, DxaSite } from './dxa-scan.ts';

export const precisionUnits = ['g/cm2', 'percent'] as const;
/** Root mean square standard deviation, or root mean square coefficient of variation. */
export type PrecisionUnit = (typeof precisionUnits)[number];

/** The precision error that the hospital measured itself: per device and, for the spine, per set of vertebrae. */
export interface Precision {
  readonly site: DxaSite;
  /** Sorted or not; compared as a set. Empty outside the spine. */
  readonly vertebrae: readonly VertebralLevel[];
  /** Of the device it was measured on. */
  readonly maker: DxaMaker;
  readonly serial: string;
  readonly error: number;
  readonly unit: PrecisionUnit;
  /** Of two studies of one device the later counts. */
  readonly studiedOn: CalendarDate;
}

export interface ScannedRegion {
  readonly scan: DxaScan;
  readonly measurement: DxaMeasurement;
}

export type NotComparable =
  | 'different-maker'
  | 'different-device'
  | 'different-site'
  | 'different-side'
  | 'different-vertebrae'
  | 'too-few-vertebrae'
  | 'not-later';

export type DensityChange =
  | {
      readonly outcome: 'gain' | 'loss' | 'no-significant-change';
      /** Later minus earlier, g/cm2. */
      readonly change: number;
      /** Least significant change, g/cm2. */
      readonly least: number;
      /** What it was computed from. */
      readonly precision: Precision;
      readonly reasons: readonly ['DX15'] | readonly ['DX15', 'DX26'];
    }
  | {
      readonly outcome: 'not-comparable';
      readonly because: readonly NotComparable[];
      readonly reasons: readonly ['DX16'];
    }
  | {
      readonly outcome: 'cannot-tell';
      readonly missing: readonly string[];
      readonly reasons: readonly ['DX17'];
    };

/** In g/cm2. A coefficient of variation is taken of the earlier density, which a change in percent is a change of. */
export function leastSignificantChange(
  { error, unit }: Pick<Precision, 'error' | 'unit'>,
  earlier: number,
  rules: DxaRules,
): number {
  return rules.changeFactor * (unit === 'percent' ? (error / 100) * earlier : error);
}

export function densityChange(
  earlier: ScannedRegion,
  later: ScannedRegion,
  precisions: readonly Precision[],
  rules: DxaRules,
): DensityChange {
  const because = differences(earlier, later, rules);
  if (because.length > 0) return { outcome: 'not-comparable', because, reasons: ['DX16'] };
  const [before, after] = [earlier.measurement.bmd, later.measurement.bmd];
  const precision = precisions
    .filter((each) => fits(each, later))
    .toSorted((a, b) => compareDates(b.studiedOn, a.studiedOn))[0];
  const missing = [
    ...gaps(earlier),
    ...gaps(later).filter((gap) => !gaps(earlier).includes(gap)),
    ...(precision === undefined ? ['precision error of this device and region'] : []),
  ];
  if (before === null || after === null || precision === undefined || missing.length > 0) {
    return { outcome: 'cannot-tell', missing, reasons: ['DX17'] };
  }
  const change = after - before;
  const least = leastSignificantChange(precision, before, rules);
  // Densities are printed with three decimals: a difference of 0.030000000000000027 is 0.030.
  const significant = Math.abs(change) - least >= -1e-9;
  const outcome = significant ? (change > 0 ? 'gain' : 'loss') : 'no-significant-change';
  const reasons = precision.unit === 'percent' ? (['DX15', 'DX26'] as const) : (['DX15'] as const);
  return { outcome, change, least, precision, reasons };
}

function differences(earlier: ScannedRegion, later: ScannedRegion, rules: DxaRules): NotComparable[] {
  const found: NotComparable[] = [];
  const [a, b] = [earlier.scan.device, later.scan.device];
  const [one, other] = [earlier.measurement, later.measurement];
  const known = (maker: string): boolean => maker !== 'not-recorded';
  if (known(a.maker) && known(b.maker) && a.maker !== b.maker) found.push('different-maker');
  else if (differ(a.serial, b.serial) || differ(a.model, b.model)) found.push('different-device');
  if (one.site !== other.site) found.push('different-site');
  else if (differ(one.side, other.side)) found.push('different-side');
  if (one.site === 'lumbar-spine' && one.vertebrae !== null && other.vertebrae !== null) {
    if (!sameSet(one.vertebrae, other.vertebrae)) found.push('different-vertebrae');
    else if (new Set(one.vertebrae).size < rules.leastVertebrae) found.push('too-few-vertebrae');
  }
  if (compareDates(earlier.scan.date, later.scan.date) >= 0) found.push('not-later');
  return found;
}

function differ(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b;
}

/** What is not recorded and would have to be before the two may be compared. */
function gaps({ scan, measurement }: ScannedRegion): string[] {
  return [
    ...(scan.device.maker === 'not-recorded' ? ['maker'] : []),
    ...(scan.device.serial === null ? ['serial number of the device'] : []),
    ...(measurement.bmd === null ? ['bone density'] : []),
    ...(measurement.site === 'lumbar-spine' && measurement.vertebrae === null ? ['vertebrae'] : []),
    ...(measurement.site !== 'lumbar-spine' && measurement.side === null ? ['side'] : []),
  ];
}

function fits(precision: Precision, { scan, measurement }: ScannedRegion): boolean {
  return (
    precision.site === measurement.site &&
    precision.maker === scan.device.maker &&
    precision.serial === scan.device.serial &&
    precision.error > 0 &&
    sameSet(precision.vertebrae, measurement.vertebrae ?? [])
  );
}

function sameSet(a: readonly VertebralLevel[], b: readonly VertebralLevel[]): boolean {
  const [left, right] = [new Set(a), new Set(b)];
  return left.size === right.size && [...left].every((level) => right.has(level));
}
