// Who counts at all in a set: old enough, a site that counts, no violent cause, and one fracture for each day.
// Decision: two fractures of one day are one case; the hip counts before the spine and the spine before the rest.

import { isVertebral } from '@breekpunt/core';
import type { IndicatorCohort } from '@breekpunt/knowledge';
import type { CareRecord } from '../record/care-record.ts';
import { timedRecord } from '../record/timed-record.ts';
import type { Reason } from './reason.ts';

/** Why a record is not in the cohort; null when it is. `siblings`: all records of the same person. */
export function leftOut(
  record: CareRecord,
  cohort: IndicatorCohort,
  siblings: readonly CareRecord[],
): Reason | null {
  const own = notCounted(record, cohort);
  if (own !== null) return own;
  if (siblings.length === 1) return null;
  const { zero } = timedRecord(record);
  const sameDay = siblings
    .filter((one) => timedRecord(one).zero === zero && notCounted(one, cohort) === null)
    .toSorted((a, b) => weight(a) - weight(b) || a.case - b.case)[0];
  return sameDay === undefined || sameDay.case === record.case
    ? null
    : { kind: 'same-day', counted: sameDay.case };
}

function notCounted(record: CareRecord, { fromAge, withoutSites, only }: IndicatorCohort): Reason | null {
  if (only === 'hip' && !record.site.startsWith('hip.')) return { kind: 'site-not-counted' };
  if (withoutSites.includes(record.site)) return { kind: 'site-not-counted' };
  if (record.mechanism === 'high-energy') return { kind: 'high-energy' };
  const { age } = timedRecord(record);
  if (age === null) return { kind: 'age-not-recorded' };
  return age < fromAge ? { kind: 'too-young', age } : null;
}

function weight({ site }: CareRecord): number {
  if (site.startsWith('hip.')) return 0;
  return isVertebral(site) ? 1 : 2;
}
