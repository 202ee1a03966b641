// Lets a densitometry in only when each of its numbers can be true, and the whole does not contradict itself.
// Decision: every refusal is listed, not only the first, and the scan is not half taken over.

import { type CalendarDate, failure, type Result, success, type VertebralLevel } from '@breekpunt/core';
import { type ImplausibleValue, plausible } from '../plausible-value.ts';
import type { DxaRules } from './dxa-rules.ts';
import type { DxaMeasurement, DxaScan, DxaSite } from './dxa-scan.ts';

export type DxaRefusal =
  | (ImplausibleValue & { readonly site: DxaSite })
  | {
      readonly kind: 'not-a-lumbar-vertebra';
      readonly site: DxaSite;
      readonly levels: readonly VertebralLevel[];
    }
  | {
      readonly kind: 'vertebra-both-counted-and-excluded';
      readonly site: DxaSite;
      readonly levels: readonly VertebralLevel[];
    }
  | { readonly kind: 'both-measured-and-not-measurable'; readonly site: DxaSite }
  | { readonly kind: 'scanned-in-the-future'; readonly scanned: CalendarDate }
  | { readonly kind: 'scanned-before-birth'; readonly scanned: CalendarDate };

const lumbar: readonly VertebralLevel[] = ['L1', 'L2', 'L3', 'L4'];

export interface ScanDays {
  readonly today: CalendarDate;
  readonly birthDate?: CalendarDate;
}

export function parseDxaScan(
  scan: DxaScan,
  { today, birthDate }: ScanDays,
  rules: DxaRules,
): Result<DxaScan, readonly DxaRefusal[]> {
  const refusals: DxaRefusal[] = scan.measurements.flatMap((each) => measurementRefusals(each, rules));
  for (const { site } of scan.notMeasurable) {
    // A hip with a prosthesis on the right is still measured on the left: only the spine exists once.
    if (site !== 'lumbar-spine' || !scan.measurements.some((each) => each.site === site)) continue;
    refusals.push({ kind: 'both-measured-and-not-measurable', site });
  }
  if (scan.date > today) refusals.push({ kind: 'scanned-in-the-future', scanned: scan.date });
  if (birthDate !== undefined && scan.date < birthDate) {
    refusals.push({ kind: 'scanned-before-birth', scanned: scan.date });
  }
  return refusals.length === 0 ? success(scan) : failure(refusals);
}

function measurementRefusals(measurement: DxaMeasurement, rules: DxaRules): DxaRefusal[] {
  const { site, bmd, tScore, zScore, vertebrae, excluded } = measurement;
  const refusals: DxaRefusal[] = [];
  const numbers = [
    { quantity: 'bone density', value: bmd, range: rules.plausible.bmd },
    { quantity: 'T-score', value: tScore?.value ?? null, range: rules.plausible.score },
    { quantity: 'Z-score', value: zScore?.value ?? null, range: rules.plausible.score },
  ];
  for (const { quantity, value, range } of numbers) {
    const checked = value === null ? null : plausible(quantity, value, range);
    if (checked !== null && !checked.ok) refusals.push({ ...checked.error, site });
  }
  const named = [...(vertebrae ?? []), ...excluded.map(({ level }) => level)];
  const foreign = site === 'lumbar-spine' ? named.filter((level) => !lumbar.includes(level)) : named;
  if (foreign.length > 0) refusals.push({ kind: 'not-a-lumbar-vertebra', site, levels: foreign });
  const twice = excluded.map(({ level }) => level).filter((level) => vertebrae?.includes(level));
  if (twice.length > 0) refusals.push({ kind: 'vertebra-both-counted-and-excluded', site, levels: twice });
  return refusals;
}
