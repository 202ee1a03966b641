// What follows from a class of fall risk: what to examine, and when to look again. Decision: the items are those of
// knowledge and each is done, not done or not recorded; "assessed" is only said when every one was looked at.

import { type Answer, addDays, type CalendarDate } from '@breekpunt/core';
import type { FallRisk } from './fall-risk.ts';
import type { FallRules } from './fall-rules.ts';

export interface FallPlan {
  /** Whether the multifactorial assessment is asked. */
  readonly multifactorial: Answer;
  /** Items of it that nobody has looked at. */
  readonly open: readonly string[];
  readonly strengthAndBalance: Answer;
  /** First and last day of the visit after it; null where none is due. */
  readonly seeAgain: { readonly from: CalendarDate; readonly until: CalendarDate } | null;
  readonly reasons: readonly string[];
}

/** `assessed`: items already looked at. An item that knowledge does not name is not counted. */
export function fallPlan(
  risk: FallRisk,
  assessed: readonly string[],
  today: CalendarDate,
  rules: FallRules,
): FallPlan {
  const open = rules.multifactorialItems.filter((item) => !assessed.includes(item));
  const [from, until] = rules.followUpDays;
  switch (risk.outcome) {
    case 'high':
      return {
        multifactorial: 'yes',
        open,
        strengthAndBalance: 'yes',
        seeAgain: { from: addDays(today, from), until: addDays(today, until) },
        reasons: ['FA13', 'FA14'],
      };
    case 'intermediate':
      return { multifactorial: 'no', open: [], strengthAndBalance: 'yes', seeAgain: null, reasons: ['FA14'] };
    case 'low':
      return { multifactorial: 'no', open: [], strengthAndBalance: 'no', seeAgain: null, reasons: ['FA5'] };
    case 'cannot-tell': {
      const strengthAndBalance = risk.atLeast === 'low' ? 'not-recorded' : 'yes';
      return {
        multifactorial: 'not-recorded',
        open: [],
        strengthAndBalance,
        seeAgain: null,
        reasons: ['FA10'],
      };
    }
  }
}
