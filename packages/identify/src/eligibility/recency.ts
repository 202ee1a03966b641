// Whether the fracture is recent enough, and what an old one still means.
// Decision: "less than two years ago" is strict and counted in calendar months. An old fracture outside the spine
// opens no case; an old vertebra counts when newly documented (Netherlands, draft) or always (Belgium).

import { addMonths, type CalendarDate, isVertebral } from '@breekpunt/core';
import type { FractureEpisode } from '../episodes/episode.ts';
import { type CountedDates, countedDates } from './counted-date.ts';
import type { EligibilityRules } from './eligibility-rules.ts';
import { against, blockedBy, type Judgement, note, nothingToSay, together } from './judgement.ts';

export function judgeRecency(
  episode: FractureEpisode,
  today: CalendarDate,
  rules: EligibilityRules,
): Judgement {
  const counted = countedDates(episode);
  if (episode.firstSeen !== null && episode.firstSeen > today) return blockedBy('CF21', 'report-date');
  if (isVertebral(episode.site) && rules.vertebralAtAnyTime) return nothingToSay;
  if (isOldElsewhere(episode)) return against('CF3');
  const standsIn = counted.standsIn ? note('CF21', 'fracture-date') : nothingToSay;
  const documented = counted.documented ? note('CF13') : nothingToSay;
  return together([standsIn, documented, compareWithWindow(counted, today, rules)]);
}

function compareWithWindow(counted: CountedDates, today: CalendarDate, rules: EligibilityRules): Judgement {
  const { earliest, latest } = counted;
  if (latest === null) return blockedBy('CF21', 'fracture-date');
  if (!isRecent(latest, today, rules)) return against('CF7');
  if (earliest === null || !isRecent(earliest, today, rules)) return blockedBy('CF7', 'fracture-date');
  return nothingToSay;
}

/** Less than the window ago: on the day the window is full, a fracture is no longer recent. */
function isRecent(day: CalendarDate, today: CalendarDate, rules: EligibilityRules): boolean {
  return addMonths(day, rules.recentMonths) > today;
}

// "Status na heupfractuur" without a year: the source calls it old, and nothing says that it is within the window.
function isOldElsewhere({ site, onset, dates }: FractureEpisode): boolean {
  const isDated = dates.basis === 'stated-day' || dates.basis === 'stated-year';
  return !isVertebral(site) && onset === 'prevalent' && !isDated;
}
