// The day or days on which a rule about age or recency is asked.
// Decision: a stated day or year is used as stated. A fracture of a recent report counts from the day it was first
// seen, flagged; only a range that would give two answers is asked about. An old vertebral fracture counts from the
// day it was first documented, because nobody knows when it happened.

import { type CalendarDate, isVertebral } from '@breekpunt/core';
import type { FractureEpisode } from '../episodes/episode.ts';

export interface CountedDates {
  /** First and last day that may be meant; the same when one day counts. Null: open, or nothing known. */
  readonly earliest: CalendarDate | null;
  readonly latest: CalendarDate | null;
  /** The day a source first speaks of it stands in for the day it happened. */
  readonly standsIn: boolean;
  /** It counts from being documented, not from happening. */
  readonly documented: boolean;
}

export function countedDates(episode: FractureEpisode): CountedDates {
  const { dates, firstSeen, onset } = episode;
  const range = { earliest: dates.earliest, latest: dates.latest, standsIn: false, documented: false };
  const seen = { earliest: firstSeen, latest: firstSeen };
  switch (dates.basis) {
    case 'stated-day':
    case 'stated-year':
      return range;
    case 'called-acute':
      return { ...seen, standsIn: true, documented: false };
    case 'called-subacute':
      return range;
    case 'called-old':
      return isVertebral(episode.site) ? { ...seen, standsIn: false, documented: true } : range;
    case 'first-seen':
      if (episode.aftercareOnly) return range;
      return { ...seen, standsIn: true, documented: onset === 'prevalent' && isVertebral(episode.site) };
  }
}
