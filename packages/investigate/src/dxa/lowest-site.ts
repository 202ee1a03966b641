// Which score counts: the lowest of the sites that a rule set names, among those that may be used.
// Decision: a site that should have been measured and was not is reported beside the answer, so that the next step
// cannot take a normal hip for a normal skeleton.

import type { VertebralLevel } from '@breekpunt/core';
import type { DxaRules } from './dxa-rules.ts';
import type { DxaMeasurement, DxaScan, DxaSite, StatedScore } from './dxa-scan.ts';
import { lumbarValidity } from './lumbar-validity.ts';

export interface PassedOver {
  readonly site: DxaSite;
  /** The rule by which it does not count; missing facts are in `missing`. */
  readonly reason: string;
}

/** Z-scores count before menopause and in men below fifty, where a device may print no others. */
export type ScoreKind = 'tScore' | 'zScore';

export interface LowestSite {
  readonly outcome: 'found' | 'cannot-tell';
  readonly measurement: DxaMeasurement | null;
  readonly by: ScoreKind;
  readonly score: StatedScore | null;
  readonly reasons: readonly string[];
  readonly passedOver: readonly PassedOver[];
  /** What would have to be known before the lowest is certain. */
  readonly missing: readonly string[];
}

export function lowestSite(
  scan: DxaScan,
  fractured: readonly VertebralLevel[],
  rules: DxaRules,
  by: ScoreKind = 'tScore',
): LowestSite {
  const passedOver: PassedOver[] = [];
  const missing: string[] = [];
  const notes = { by, passedOver, missing };
  let best = lowestOf(rules.sites, scan, fractured, rules, notes);
  const reasons = ['DX6'];
  const noneCanCount = best === null && missing.length === 0;
  if (noneCanCount) {
    best = lowestOf(rules.fallbackSites, scan, fractured, rules, notes);
    reasons.push('DX7');
  }
  const counted = new Set([...rules.sites, ...(noneCanCount ? rules.fallbackSites : [])]);
  for (const { site } of scan.measurements) {
    if (!counted.has(site)) passedOver.push({ site, reason: site === 'forearm-33' ? 'DX7' : 'DX8' });
  }
  return {
    outcome: best === null ? 'cannot-tell' : 'found',
    measurement: best,
    by,
    score: best?.[by] ?? null,
    reasons,
    passedOver,
    missing,
  };
}

interface Notes {
  readonly by: ScoreKind;
  readonly passedOver: PassedOver[];
  readonly missing: string[];
}

function lowestOf(
  sites: readonly DxaSite[],
  scan: DxaScan,
  fractured: readonly VertebralLevel[],
  rules: DxaRules,
  notes: Notes,
): DxaMeasurement | null {
  let lowest: DxaMeasurement | null = null;
  for (const site of sites) {
    const measured = scan.measurements.filter((each) => each.site === site);
    const waived = scan.notMeasurable.some((each) => each.site === site);
    if (measured.length === 0 && !waived) notes.missing.push(site);
    for (const each of measured) {
      if (!mayCount(each, fractured, rules, notes)) continue;
      if (lowest === null || scoreOf(each, notes.by) < scoreOf(lowest, notes.by)) lowest = each;
    }
  }
  return lowest;
}

function mayCount(
  measurement: DxaMeasurement,
  fractured: readonly VertebralLevel[],
  rules: DxaRules,
  notes: Notes,
): boolean {
  const { site } = measurement;
  if (site === 'lumbar-spine') {
    const validity = lumbarValidity(measurement, fractured, rules);
    if (validity.outcome === 'not-valid') {
      notes.passedOver.push({ site, reason: validity.reasons[0] });
      // Broken vertebrae can be left out and the rest read again, if enough of it is left.
      const left = new Set(measurement.vertebrae).size - validity.levels.length;
      if (validity.reasons[0] === 'DX3' && left >= rules.leastVertebrae) {
        notes.missing.push('lumbar-spine without the fractured vertebrae');
      }
      return false;
    }
    if (validity.outcome === 'cannot-tell') {
      notes.passedOver.push({ site, reason: 'DX4' });
      notes.missing.push('vertebrae');
      return false;
    }
  }
  if (measurement[notes.by] !== null) return true;
  notes.missing.push(`${notes.by === 'tScore' ? 'T' : 'Z'}-score of ${site}`);
  return false;
}

function scoreOf(measurement: DxaMeasurement, by: ScoreKind): number {
  return measurement[by]?.value ?? Number.POSITIVE_INFINITY;
}
