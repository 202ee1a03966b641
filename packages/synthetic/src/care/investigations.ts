// What was examined around an assessment: the bone density scan, the vertebrae beside it, blood, and falls.

import { levelRange, type VertebralLevel } from '@breekpunt/core';
import { ageOn, type Day, dateOf } from '../calendar.ts';
import { byShare, normal, rounded } from '../draw.ts';
import type { Random } from '../random.ts';
import type { DensityScan, FallsAssessment, LabValue, VertebraGrade } from './care-path.ts';
import type { CareRules } from './care-rules.ts';
import { drawDensity, type Scanned } from './density.ts';
import { clockStart, type FoundFracture, lastDay } from './found-fracture.ts';
import { drawLabs } from './laboratory.ts';
import type { StaffRole } from './staff.ts';

export interface Work {
  readonly rules: CareRules;
  readonly found: FoundFracture;
  readonly reviewedOn: Day;
  readonly assessedOn: Day;
  readonly by: StaffRole;
  readonly today: Day;
}

export interface ScanCourse {
  readonly scan: DensityScan | null;
  readonly reading: Scanned['reading'] | null;
  /** When the scores are there or will be; null when nobody waits for them. */
  readonly day: Day | null;
}

const nobodyScans: ScanCourse = { scan: null, reading: null, day: null };

export function drawScan(random: Random, work: Work): ScanCourse {
  const { rules, found, reviewedOn, assessedOn, today } = work;
  const { rates } = rules;
  const inTime = random.chance(rates.share('scanned-in-time') / rates.share('assessed-in-time'));
  const late = random.chance(0.5);
  const due = clockStart(found) + rates.number('in-time-days');
  const planned = inTime
    ? Math.max(reviewedOn + 2, Math.min(assessedOn + random.int(-14, 21), due))
    : Math.max(assessedOn, due) + random.int(5, 80);
  const ordered = Math.max(reviewedOn, Math.min(assessedOn, planned) - random.int(3, 14));
  const reason = byShare(
    random,
    ['declined', 'cannot-lie-down', 'two-hip-prostheses'] as const,
    [55, 30, 15],
  );
  const { regions, reading } = drawDensity(
    random.fork('density'),
    rates,
    { scales: rules.scales, rules: rules.dxa },
    { age: ageOn(found.birth, planned), sex: found.sex },
  );
  const last = lastDay(found, today);
  if (ordered > last) return nobodyScans;
  const common = { orderedOn: dateOf(ordered), plannedOn: dateOf(planned), regions: [], scannedOn: null };
  if (!inTime && !late)
    return {
      scan: { ...common, status: 'not-done', notDoneReason: reason, plannedOn: null },
      reading: null,
      day: null,
    };
  if (planned > last)
    return last < today
      ? nobodyScans
      : { scan: { ...common, status: 'planned', notDoneReason: null }, reading: null, day: planned };
  const scannedOn = dateOf(planned);
  return {
    scan: { ...common, status: 'done', notDoneReason: null, scannedOn, regions },
    reading,
    day: planned,
  };
}

const readLevels: readonly VertebralLevel[] = levelRange('T4', 'L4');
const oftenHidden = new Set<VertebralLevel>(['T4', 'T5', 'T6']);

/** The vertebrae from T4 to L4 as read beside the scan; `broken` are those known or found now. */
export function drawVertebrae(
  random: Random,
  day: Day,
  broken: readonly VertebralLevel[],
): readonly VertebraGrade[] {
  const on = dateOf(day);
  return readLevels.map((level) => {
    const genant = random.weighted([
      [1, 35],
      [2, 45],
      [3, 20],
    ] as const);
    const shape = random.chance(0.7) ? 'wedge' : 'biconcave';
    if (broken.includes(level)) return { on, level, readable: 'yes', genant, shape };
    if (oftenHidden.has(level) && random.chance(0.3))
      return { on, level, readable: 'no', genant: null, shape: null };
    return { on, level, readable: 'yes', genant: 0, shape: 'normal' };
  });
}

export function drawBlood(random: Random, { rules, found, reviewedOn, assessedOn }: Work): LabValue[] {
  if (!random.chance(rules.rates.share('labs-share'))) return [];
  const day = Math.max(reviewedOn, assessedOn - random.int(0, 10));
  return drawLabs(random, rules.rates, rules.labRanges[found.sex], day);
}

export function drawFalls(
  random: Random,
  { rules: { rates }, assessedOn, by }: Work,
): FallsAssessment | null {
  if (!random.chance(rates.share('falls-assessed') / rates.share('assessed-in-time'))) return null;
  const riskClass = byShare(
    random,
    ['low', 'intermediate', 'high'] as const,
    rates.list('fall-class-shares'),
  );
  const referred = riskClass === 'high' && random.chance(rates.share('fall-referral-share'));
  const slow = { low: 0, intermediate: 1, high: 2 }[riskClass];
  const asked = <T>(value: T): T | null => (random.chance(rates.share('not-asked-share')) ? null : value);
  const answer = (probability: number): 'yes' | 'no' | 'not-recorded' =>
    asked(random.chance(probability) ? ('yes' as const) : ('no' as const)) ?? 'not-recorded';
  return {
    on: dateOf(assessedOn),
    by,
    outcome: referred ? 'referred' : 'done',
    fallsLastYear: asked(1 + (riskClass === 'high' ? random.int(0, 3) : 0)),
    feelsUnsteady: answer(0.2 + 0.3 * slow),
    worriesAboutFalling: answer(0.35 + 0.25 * slow),
    gaitSpeed: asked(rounded(Math.max(0.2, normal(random, 1.15 - 0.25 * slow, 0.12)), 2)),
    timedUpAndGo: asked(rounded(Math.max(5, normal(random, 9 + 5 * slow, 2)), 1)),
    riskClass,
    exerciseStarted: 'not-recorded',
    exerciseStartedOn: null,
  };
}
