// What a denial ("no fracture of the hip") does to the episodes known so far.
// Decision: it can only settle a suspicion, and only when it comes later, covers all of it, and looks at least as
// well; a stated fracture is never removed by a denial, it gets a note. "No recent fracture" leaves old ones alone.

import { daysBetween } from '@breekpunt/core';
import type { IgnoredReason } from './episode.ts';
import type { EpisodeRules } from './episode-rules.ts';
import type { FractureEvidence } from './fracture-evidence.ts';
import { lastSeenOf, type OpenEpisode, onsetOf, placeOf } from './open-episode.ts';
import { covers } from './site-match.ts';

/** Files the denial with the episode it bears on most; otherwise says why it bears on none. */
export function applyDenial(
  episodes: readonly OpenEpisode[],
  evidence: FractureEvidence,
  rules: EpisodeRules,
): IgnoredReason | null {
  if (evidence.fracture.absentScope === 'displaced') return 'denies-displacement-only';
  const covered = episodes.filter((episode) => isCovered(episode, evidence));
  if (covered.length === 0) return 'nothing-to-deny';

  const settled = covered.filter(
    (episode) => episode.status === 'possible' && settles(episode, evidence, rules),
  );
  for (const episode of settled) {
    episode.status = 'excluded';
    episode.excludedBy = evidence.source;
  }
  const [firstSettled] = settled;
  if (firstSettled !== undefined) {
    firstSettled.items.push({ evidence, role: 'excludes' });
    return null;
  }
  const doubted = covered.find(
    (episode) => episode.status === 'possible' && isOutranked(episode, evidence, rules),
  );
  if (doubted !== undefined) {
    doubted.items.push({ evidence, role: 'denies' });
    doubted.notes.push({ kind: 'denied-by-weaker-look', by: evidence.source });
    return null;
  }
  const contradicted = covered.find(
    (episode) => episode.status === 'present' && contradicts(episode, evidence, rules),
  );
  if (contradicted !== undefined) {
    contradicted.items.push({ evidence, role: 'denies' });
    contradicted.notes.push({ kind: 'denied', by: evidence.source });
    return null;
  }
  return 'denial-does-not-settle';
}

function isCovered(episode: OpenEpisode, { fracture }: FractureEvidence): boolean {
  const denied = { ...fracture, periprosthetic: fracture.flags.includes('periprosthetic') };
  return covers(denied, placeOf(episode));
}

function settles(episode: OpenEpisode, evidence: FractureEvidence, rules: EpisodeRules): boolean {
  const since = daysSinceSeen(episode, evidence);
  if (since === null || since > rules.sameFractureDays || isOutranked(episode, evidence, rules)) return false;
  if (evidence.fracture.absentScope === 'acute' && onsetOf(episode, rules) !== 'incident') return false;
  const looksBetter = looksClosely(evidence, rules) && !suspectedClosely(episode, rules);
  return since > 0 || looksBetter;
}

function contradicts(episode: OpenEpisode, evidence: FractureEvidence, rules: EpisodeRules): boolean {
  const since = daysSinceSeen(episode, evidence);
  if (since === null || since > rules.acuteDays) return false;
  if (since === 0 && isOutranked(episode, evidence, rules)) return false;
  return evidence.fracture.absentScope !== 'acute' || onsetOf(episode, rules) === 'incident';
}

/** A plainer look than the one that raised the suspicion. */
function isOutranked(episode: OpenEpisode, evidence: FractureEvidence, rules: EpisodeRules): boolean {
  return suspectedClosely(episode, rules) && !looksClosely(evidence, rules);
}

function suspectedClosely(episode: OpenEpisode, rules: EpisodeRules): boolean {
  return episode.statements.some((item) => looksClosely(item, rules));
}

function looksClosely({ reportKind }: FractureEvidence, rules: EpisodeRules): boolean {
  return reportKind !== null && rules.settlingKinds.includes(reportKind);
}

/** Null when a date is missing. Never negative: statements are read by day, so what an episode holds came before. */
function daysSinceSeen(episode: OpenEpisode, { date }: FractureEvidence): number | null {
  const lastSeen = lastSeenOf(episode);
  return date === null || lastSeen === null ? null : daysBetween(lastSeen, date);
}
