// Whether a statement about a known place speaks of the fracture already known there, or of a new one.
// Decision: nearness in time decides unless the source says more: "old" is explained by anything earlier, "recent"
// after the window is new, a vertebra once broken stays visible, and progression of a settled fracture is a new event.

import { type CalendarDate, daysBetween, isVertebral } from '@breekpunt/core';
import type { EpisodeRules } from './episode-rules.ts';
import { fractureDates, intersection } from './fracture-dates.ts';
import type { FractureEvidence } from './fracture-evidence.ts';
import { firstSeenOf, lastSeenOf, type OpenEpisode, onsetOf, placeOf } from './open-episode.ts';
import { type PlaceMatch, sharedLevels } from './site-match.ts';

/** same: the known fracture; new: a later event at its place; unrelated: this episode says nothing about it. */
export type EventMatch = 'same' | 'new' | 'unrelated';

export interface MatchedPlace {
  readonly match: PlaceMatch;
  /** The statement names vertebrae that no episode knows yet. */
  readonly hasUnknownLevels: boolean;
}

export function matchEvent(
  episode: OpenEpisode,
  evidence: FractureEvidence,
  place: MatchedPlace,
  rules: EpisodeRules,
): EventMatch {
  const { fracture, date } = evidence;
  const lastSeen = lastSeenOf(episode);
  if (place.match === 'unspecified') return matchWithoutBone(episode, evidence, lastSeen, rules);
  if (date === null || lastSeen === null) return matchUndated(episode, evidence, rules);
  const sinceSeen = daysBetween(lastSeen, date);
  if (episode.status === 'excluded') {
    return fracture.time !== 'old' && sinceSeen <= rules.acuteDays ? 'same' : 'unrelated';
  }
  const stated = matchStatedDate(episode, evidence, rules);
  if (stated !== null) return stated;
  if (fracture.progressive) {
    const recent =
      onsetOf(episode, rules) === 'incident' && sinceEvent(episode, date) <= rules.sameFractureDays;
    return recent ? 'same' : 'new';
  }
  if (place.hasUnknownLevels && sinceSeen > rules.sameFractureDays) return 'new';
  if (fracture.time === 'old' || fracture.aftercare || fracture.kind === 'non-union') return 'same';
  return fracture.time === 'undetermined'
    ? matchAgeless(episode, evidence, sinceSeen, rules)
    : matchRecent(episode, evidence, date, rules);
}

// "Acute" or "subacute": new at a place known only as old, else the known one while it is near enough.
function matchRecent(
  episode: OpenEpisode,
  evidence: FractureEvidence,
  date: CalendarDate,
  rules: EpisodeRules,
): EventMatch {
  if (onsetOf(episode, rules) === 'prevalent') return 'new';
  if (sinceEvent(episode, date) <= rules.sameFractureDays) return 'same';
  if (evidence.fracture.time === 'acute') return 'new';
  return intersection(episode.dates, fractureDates(evidence, rules)) === null ? 'new' : 'same';
}

// No age given. A collapsed vertebra stays collapsed on every later image; a healed wrist does not look broken again.
function matchAgeless(
  episode: OpenEpisode,
  { fracture }: FractureEvidence,
  sinceSeen: number,
  rules: EpisodeRules,
): EventMatch {
  if (isVertebral(fracture.site)) {
    const place = {
      site: fracture.site,
      side: fracture.side,
      levels: fracture.levels,
      periprosthetic: false,
    };
    if (sharedLevels(placeOf(episode), place) > 0) return 'same';
    return sinceSeen <= rules.sameFractureDays ? 'same' : 'new';
  }
  if (onsetOf(episode, rules) === 'prevalent') return 'new';
  return sinceSeen <= rules.sameFractureDays ? 'same' : 'new';
}

// A stated day or year that the episode cannot have is another event. "Called old" is too loose to contradict it.
function matchStatedDate(
  episode: OpenEpisode,
  evidence: FractureEvidence,
  rules: EpisodeRules,
): EventMatch | null {
  const dates = fractureDates(evidence, rules);
  if (dates.basis !== 'stated-day' && dates.basis !== 'stated-year') return null;
  if (intersection(episode.dates, dates) !== null) return 'same';
  const first = firstSeenOf(episode);
  if (
    episode.dates.basis === 'called-old' &&
    first !== null &&
    dates.earliest !== null &&
    dates.earliest <= first
  ) {
    return 'same';
  }
  const { latest } = episode.dates;
  const isLater = dates.earliest !== null && latest !== null && dates.earliest > latest;
  if (!isLater) return 'unrelated';
  return daysBetween(latest, dates.earliest) <= rules.acuteDays ? 'same' : 'new';
}

function matchUndated(episode: OpenEpisode, { fracture }: FractureEvidence, rules: EpisodeRules): EventMatch {
  if (episode.status === 'excluded') return 'unrelated';
  const recent = fracture.time === 'acute' || fracture.time === 'subacute' || fracture.progressive;
  return recent && onsetOf(episode, rules) === 'prevalent' ? 'new' : 'same';
}

// No bone named: only the same contact makes it likely, and a bare "had a fracture" only repeats another such.
function matchWithoutBone(
  episode: OpenEpisode,
  { fracture, date }: FractureEvidence,
  lastSeen: CalendarDate | null,
  rules: EpisodeRules,
): EventMatch {
  if (episode.status === 'excluded') return 'unrelated';
  const bothBare = fracture.site === 'unspecified' && episode.site === 'unspecified';
  if (fracture.time === 'old' || onsetOf(episode, rules) === 'prevalent') {
    return bothBare && fracture.time === 'old' && onsetOf(episode, rules) === 'prevalent'
      ? 'same'
      : 'unrelated';
  }
  if (date === null || lastSeen === null) return bothBare && date === lastSeen ? 'same' : 'unrelated';
  return daysBetween(lastSeen, date) <= rules.sameContactDays ? 'same' : 'unrelated';
}

/** Days since the fracture at the latest it can have happened; since it was first seen when that is unknown. */
function sinceEvent(episode: OpenEpisode, date: CalendarDate): number {
  const event = episode.dates.latest ?? firstSeenOf(episode);
  return event === null ? 0 : daysBetween(event, date);
}
