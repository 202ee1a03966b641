// Where patients are lost: how many came how far, over the last twelve months of which the whole path can be judged. Decision: from the
// kept paths, so that who is lost between two steps is counted one by one and opens as a list; the difference of two figures would
// hide whoever joined later.

import type { CalendarDate } from '@breekpunt/core';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { pathSteps } from './path-of-care.ts';
import { lastMature, type Months, twelveMonths } from './period.ts';

export interface FlowStep {
  readonly step: 'found' | (typeof pathSteps)[number]['step'];
  /** Null for those found. */
  readonly indicator: string | null;
  readonly count: number;
  /** Reached the step before and not this one. */
  readonly lost: number;
  /** Reached this step without the one before. */
  readonly joined: number;
}

export interface Flow {
  readonly months: Months;
  readonly steps: readonly FlowStep[];
}

/** Days after the fracture from which the last step can be judged. */
const wholePathDays = 420;

export async function flowOfPatients(tx: SiteTransaction, cut: CalendarDate): Promise<Flow> {
  const months = twelveMonths(lastMature(cut, wholePathDays));
  const paths = await tx.db
    .selectFrom('indicator_path')
    .select(['path', sql<number>`sum(patients)`.as('patients')])
    .where('site_id', '=', tx.site)
    .where('month', '>=', months.from)
    .where('month', '<=', months.to)
    .groupBy('path')
    .execute();
  const total = (which: (path: string) => boolean): number =>
    paths.reduce((sum, { path, patients }) => sum + (which(path) ? patients : 0), 0);
  const reached = (path: string, place: number): boolean => place < 0 || path.charAt(place) === 'a';
  return {
    months,
    steps: [
      { step: 'found', indicator: null, count: total(() => true), lost: 0, joined: 0 },
      ...pathSteps.map(({ step, indicator }, place) => ({
        step,
        indicator,
        count: total((path) => reached(path, place)),
        lost: total((path) => reached(path, place - 1) && !reached(path, place)),
        joined: total((path) => !reached(path, place - 1) && reached(path, place)),
      })),
    ],
  };
}
