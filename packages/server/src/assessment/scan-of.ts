// One examination of bone density out of the rows in which it is stored, and out of what somebody typed. Decision: the newest
// day counts. Density, T-score and Z-score of one region can come as three rows and are put together again, but never two
// values of one kind: two hips of which nobody said the side stay two. On one day what a person entered of a region stands
// over what machines sent of it, which then only fills in what the person left open.

import type { CalendarDate, Sex, VertebralLevel } from '@breekpunt/core';
import {
  type DxaDevice,
  type DxaMeasurement,
  type DxaScan,
  type DxaSite,
  dxaMakerFrom,
} from '@breekpunt/investigate';
import type { DxaScan as DxaRow } from '../records/dxa-scan.ts';
import { type ScanAnswer, type ScanRegion, scanRegions } from './answer.ts';

const siteOf: Readonly<Partial<Record<NonNullable<DxaRow['region']>, DxaSite>>> = {
  'lumbar-spine': 'lumbar-spine',
  'total-hip': 'total-hip',
  'femoral-neck': 'femoral-neck',
  forearm: 'forearm-33',
};

/** Rows of the newest examination that was done, those entered by hand first; none when none was. */
export function newestScanRows(rows: readonly DxaRow[]): readonly DxaRow[] {
  const done = rows.filter(({ status, scannedOn }) => status === 'done' && scannedOn !== null);
  const newest = latest(done.map(({ scannedOn }) => scannedOn));
  const ofDay = done.filter(({ scannedOn }) => scannedOn === newest);
  return [
    ...ofDay.filter(({ source }) => source === 'manual'),
    ...ofDay.filter(({ source }) => source !== 'manual'),
  ];
}

function latest(days: readonly (CalendarDate | null)[]): CalendarDate | null {
  return days.reduce((last, day) => ((day ?? '') > (last ?? '') ? day : last), null);
}

/** What people were asked about the scan because the rows did not say it. */
export interface ScanAdditions {
  readonly vertebrae: readonly VertebralLevel[] | null;
  readonly referenceSex: Sex;
  readonly notMeasurable: readonly DxaSite[];
}

export const nothingAdded: ScanAdditions = {
  vertebrae: null,
  referenceSex: 'not-recorded',
  notMeasurable: [],
};

/** Null when the rows are of no examination. */
export function scanFrom(rows: readonly DxaRow[], added: ScanAdditions): DxaScan | null {
  const [first] = rows;
  if (first?.scannedOn === null || first === undefined) return null;
  return {
    date: first.scannedOn,
    device: deviceOf(rows),
    measurements: putTogether(rows).flatMap((row) => measurementOf(row, added)),
    notMeasurable: added.notMeasurable.map((site) => ({ site, reason: 'entered by hand' })),
  };
}

/** What a row measures, apart from where it came from. */
type Values = Pick<
  DxaRow,
  | 'region'
  | 'side'
  | 'bmd'
  | 'tScore'
  | 'zScore'
  | 'vertebraeUsed'
  | 'vertebraeExcluded'
  | 'referenceDatabase'
  | 'referenceSex'
>;
const quantities = ['bmd', 'tScore', 'zScore'] as const;
const facts = ['side', 'vertebraeUsed', 'vertebraeExcluded', 'referenceDatabase', 'referenceSex'] as const;

function putTogether(rows: readonly DxaRow[]): readonly Values[] {
  const whole: Values[] = [];
  const byHand = new Set(rows.filter(({ source }) => source === 'manual').map(({ region }) => region));
  for (const row of rows) {
    const fits = (each: Values): boolean => each.region === row.region && agree(each, row);
    const place = whole.findIndex((each) => fits(each) && !quantities.some((what) => both(each, row, what)));
    const before = whole[place];
    if (before !== undefined) whole[place] = filled(before, row);
    else if (row.source === 'manual' || !byHand.has(row.region)) whole.push(row);
    else {
      const entered = whole.findIndex(fits);
      const known = whole[entered];
      if (known !== undefined) whole[entered] = filled(known, row);
    }
  }
  return whole;
}

function agree(one: Values, other: Values): boolean {
  return (['side', 'vertebraeUsed'] as const).every(
    (fact) => one[fact] === null || other[fact] === null || String(one[fact]) === String(other[fact]),
  );
}

function both(one: Values, other: Values, what: (typeof quantities)[number]): boolean {
  return one[what] !== null && other[what] !== null;
}

function filled(known: Values, more: Values): Values {
  const added = [...quantities, ...facts].map((key) => [key, known[key] ?? more[key]]);
  return { ...known, ...Object.fromEntries(added) };
}

function measurementOf(row: Values, added: ScanAdditions): readonly DxaMeasurement[] {
  const site = row.region === null ? undefined : siteOf[row.region];
  if (site === undefined || quantities.every((what) => row[what] === null)) return [];
  const reference = { database: row.referenceDatabase, sex: row.referenceSex ?? added.referenceSex };
  const score = (value: number | null): DxaMeasurement['tScore'] =>
    value === null ? null : { value, text: String(value), reference };
  const isSpine = site === 'lumbar-spine';
  return [
    {
      site,
      side: row.side,
      vertebrae: isSpine ? (row.vertebraeUsed ?? added.vertebrae) : null,
      excluded: isSpine
        ? (row.vertebraeExcluded ?? []).map((level) => ({ level, reason: 'not-recorded' }))
        : [],
      bmd: row.bmd,
      tScore: score(row.tScore),
      zScore: score(row.zScore),
    },
  ];
}

/** As far as the rows name it; one of them is enough. */
function deviceOf(rows: readonly DxaRow[]): DxaDevice {
  const said = (of: (row: DxaRow) => string | null): string | null => {
    for (const row of rows) {
      const words = of(row);
      if (words !== null) return words;
    }
    return null;
  };
  const model = said(({ deviceModel }) => deviceModel);
  const maker = dxaMakerFrom(said(({ deviceMaker }) => deviceMaker));
  return {
    maker: maker === 'not-recorded' ? dxaMakerFrom(model) : maker,
    model,
    serial: said(({ deviceSerial }) => deviceSerial),
  };
}

/** Of the newest examination, of every region or of one. */
export function newestTScores(rows: readonly DxaRow[], site?: DxaSite): readonly number[] {
  const measurements = scanFrom(newestScanRows(rows), nothingAdded)?.measurements ?? [];
  return measurements.flatMap((each) =>
    each.tScore === null || (site !== undefined && each.site !== site) ? [] : [each.tScore.value],
  );
}

/** What somebody typed, for the check of its ranges. */
export function measurementsOf({ scores, densities = {} }: ScanAnswer): readonly DxaMeasurement[] {
  return scanRegions.flatMap((site) => {
    const [score, bmd] = [scores[site], densities[site]];
    if (score === undefined && bmd === undefined) return [];
    const reference = { database: null, sex: 'not-recorded' } as const;
    return [
      {
        site,
        side: null,
        vertebrae: null,
        excluded: [],
        bmd: bmd ?? null,
        tScore: score === undefined ? null : { value: score, text: String(score), reference },
        zScore: null,
      },
    ];
  });
}

/** The newest examination as the page shows it. */
export function scanAnswer(rows: readonly DxaRow[]): ScanAnswer | null {
  const scan = scanFrom(rows, nothingAdded);
  if (scan === null) return null;
  const { device, measurements } = scan;
  const sides = new Set(
    measurements.flatMap(({ side }) => (side === 'left' || side === 'right' ? side : [])),
  );
  const [side] = sides;
  const byRegion = (
    of: (measurement: DxaMeasurement) => number | null,
  ): Partial<Record<ScanRegion, number>> =>
    Object.fromEntries(
      scanRegions.flatMap((region) => {
        // Of two hips the page shows the lower, which is the one that counts.
        const values = measurements.flatMap((each) => (each.site === region ? (of(each) ?? []) : []));
        return values.length === 0 ? [] : [[region, Math.min(...values)]];
      }),
    );
  const densities = byRegion(({ bmd }) => bmd);
  return {
    on: scan.date,
    maker: device.maker,
    scores: byRegion(({ tScore }) => tScore?.value ?? null),
    ...(Object.keys(densities).length === 0 ? {} : { densities }),
    ...(device.serial === null ? {} : { serial: device.serial }),
    ...(sides.size === 1 && side !== undefined ? { side } : {}),
  };
}
