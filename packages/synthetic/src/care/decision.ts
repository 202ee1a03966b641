// What the physician decided once the examinations that were asked for are there.

import { type Day, dateOf } from '../calendar.ts';
import { byShare } from '../draw.ts';
import type { Random } from '../random.ts';
import type { Decision } from './care-path.ts';
import { lastDay } from './found-fracture.ts';
import type { ScanCourse, Work } from './investigations.ts';
import type { StaffRole } from './staff.ts';

/** ATC: alendronate, risedronate, zoledronate, denosumab, teriparatide. */
export const medicines = ['M05BA04', 'M05BA07', 'M05BA08', 'M05BX04', 'H05AA02'] as const;
export type Medicine = (typeof medicines)[number];

export interface DecisionCourse {
  readonly decision: Decision;
  readonly day: Day;
  readonly medicine: Medicine | null;
}

/** Nobody waits longer than so many days for a scan. */
const longestWait = 60;

/** Null when it is still to come, or never came. */
export function drawDecision(random: Random, work: Work, scan: ScanCourse): DecisionCourse | null {
  const { rules, found, assessedOn, today } = work;
  const { rates } = rules;
  const ready =
    scan.day === null ? assessedOn : Math.min(Math.max(assessedOn, scan.day), assessedOn + longestWait);
  const day = ready + random.int(3, 20);
  const by: StaffRole = random.chance(0.6) ? 'physician-1' : 'physician-2';
  const severe =
    /^(hip|vertebra)\./.test(found.episode.site) ||
    (scan.reading === 'osteoporosis' && (scan.day ?? 0) <= day);
  const treats = random.chance(rates.share(severe ? 'medicine-if-severe' : 'medicine-otherwise'));
  const medicine = byShare(random, medicines, rates.list('medicine-shares'));
  const otherwise = byShare(
    random,
    ['not-indicated', 'declined', 'contraindicated', 'referred', 'postponed'] as const,
    rates.list('unassessed-outcomes'),
  );
  if (day > lastDay(found, today)) return null;
  const on = dateOf(day);
  if (!treats)
    return {
      decision: { on, by, outcome: otherwise, medicine: null, startPlannedOn: null },
      day,
      medicine: null,
    };
  const startPlannedOn = dateOf(day + random.int(3, 21));
  return { decision: { on, by, outcome: 'medicine', medicine, startPlannedOn }, day, medicine };
}
