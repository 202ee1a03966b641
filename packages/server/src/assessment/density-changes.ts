// What changed in bone density since the examination before, region by region. Decision: the newest examination is compared with
// the one before it and with no other, by the precision studies of the hospital; a region that was not measured twice says nothing.

import type { CalendarDate } from '@breekpunt/core';
import {
  type DensityChange,
  type DxaRules,
  type DxaScan,
  type DxaSite,
  densityChange,
} from '@breekpunt/investigate';
import type { DxaScan as DxaRow } from '../records/dxa-scan.ts';
import type { PrecisionStudy } from '../records/precision-study.ts';
import { newestScanRows, nothingAdded, scanFrom } from './scan-of.ts';

export interface SiteChange {
  readonly site: DxaSite;
  readonly since: CalendarDate;
  readonly change: DensityChange;
}

export function densityChanges(
  newest: DxaScan,
  rows: readonly DxaRow[],
  precisions: readonly PrecisionStudy[],
  rules: DxaRules,
): readonly SiteChange[] {
  const earlierRows = rows.filter(({ scannedOn }) => scannedOn !== null && scannedOn < newest.date);
  const before = scanFrom(newestScanRows(earlierRows), nothingAdded);
  if (before === null) return [];
  return newest.measurements.flatMap((measurement) => {
    // One side with the same side; two sides are compared only to say that they cannot be.
    const same = before.measurements.filter(({ site }) => site === measurement.site);
    const earlier = same.find(({ side }) => side === measurement.side) ?? same[0];
    if (earlier === undefined) return [];
    const change = densityChange(
      { scan: before, measurement: earlier },
      { scan: newest, measurement },
      precisions,
      rules,
    );
    return [{ site: measurement.site, since: before.date, change }];
  });
}
