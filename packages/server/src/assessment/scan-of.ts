// One examination of bone density out of the rows in which it is stored, and out of what somebody typed. Decision: the
// newest day counts; on one day what a person entered stands over what a machine sent, region by region.

import type { CalendarDate, Sex, VertebralLevel } from '@breekpunt/core';
import {
  type DxaMaker,
  type DxaMeasurement,
  type DxaScan,
  type DxaSite,
  dxaMakers,
} from '@breekpunt/investigate';
import type { DxaScan as DxaRow } from '../records/dxa-scan.ts';
import { type ScanAnswer, scanRegions } from './answer.ts';

const siteOf: Readonly<Partial<Record<NonNullable<DxaRow['region']>, DxaSite>>> = {
  'lumbar-spine': 'lumbar-spine',
  'total-hip': 'total-hip',
  'femoral-neck': 'femoral-neck',
  forearm: 'forearm-33',
};

/** Rows of the newest examination that was done; null when none was. A later entry of the same day comes later. */
export function newestScanRows(rows: readonly DxaRow[]): readonly DxaRow[] {
  const done = rows.filter(({ status, scannedOn }) => status === 'done' && scannedOn !== null);
  const newest = latest(done.map(({ scannedOn }) => scannedOn));
  const ofDay = done.filter(({ scannedOn }) => scannedOn === newest);
  const byHand = ofDay.filter(({ source }) => source === 'manual');
  const regions = new Set(byHand.map(({ region }) => region));
  return [...byHand, ...ofDay.filter((row) => row.source !== 'manual' && !regions.has(row.region))];
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

export function scanFrom(rows: readonly DxaRow[], added: ScanAdditions): DxaScan | null {
  const [first] = rows;
  if (first?.scannedOn === null || first === undefined) return null;
  const measurements = rows.flatMap((row): DxaMeasurement[] => {
    const site = row.region === null ? undefined : siteOf[row.region];
    // BMD, T- and Z-score of one region can come as three rows: the score is what decides.
    if (site === undefined || row.tScore === null) return [];
    const reference = { database: row.referenceDatabase, sex: row.referenceSex ?? added.referenceSex };
    return [
      {
        site,
        side: row.side,
        vertebrae: site === 'lumbar-spine' ? (row.vertebraeUsed ?? added.vertebrae) : null,
        excluded: [],
        bmd: row.bmd,
        tScore: { value: row.tScore, text: String(row.tScore), reference },
        zScore: row.zScore === null ? null : { value: row.zScore, text: String(row.zScore), reference },
      },
    ];
  });
  return {
    date: first.scannedOn,
    device: { maker: makerFrom(first.deviceMaker), model: first.deviceModel, serial: null },
    measurements,
    notMeasurable: added.notMeasurable.map((site) => ({ site, reason: 'entered by hand' })),
  };
}

function makerFrom(text: string | null): DxaMaker {
  return dxaMakers.find((maker) => maker === text) ?? (text === null ? 'not-recorded' : 'other');
}

/** T-scores as somebody typed them, for the check of their range. */
export function measurementsOf(scores: ScanAnswer['scores']): readonly DxaMeasurement[] {
  return scanRegions.flatMap((site) => {
    const value = scores[site];
    if (value === undefined) return [];
    const reference = { database: null, sex: 'not-recorded' } as const;
    return [
      {
        site,
        side: null,
        vertebrae: null,
        excluded: [],
        bmd: null,
        tScore: { value, text: String(value), reference },
        zScore: null,
      },
    ];
  });
}

/** The newest examination as the page shows it. */
export function scanAnswer(rows: readonly DxaRow[]): (ScanAnswer & { readonly on: CalendarDate }) | null {
  const scan = scanFrom(rows, { vertebrae: null, referenceSex: 'not-recorded', notMeasurable: [] });
  if (scan === null) return null;
  const scores = scan.measurements.flatMap(({ site, tScore }) =>
    tScore === null || site === 'forearm-33' || site === 'trochanter' ? [] : [[site, tScore.value] as const],
  );
  return { on: scan.date, maker: scan.device.maker, scores: Object.fromEntries(scores) };
}
