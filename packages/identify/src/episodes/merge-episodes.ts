// The statements of one patient, from any number of reports and codes, → fracture episodes.
// Decision: statements are read once in a fixed order, so the order of arrival cannot matter, a statement sent twice
// changes nothing, and a later report never renames an episode. Each statement ends in one episode or in `ignored`.

import { type FractureSite, isVertebral, type VertebralLevel } from '@breekpunt/core';
import { applyDenial } from './denial.ts';
import type {
  FractureEpisode,
  IgnoredEvidence,
  IgnoredReason,
  Mechanism,
  MergedEpisodes,
} from './episode.ts';
import type { EpisodeRules } from './episode-rules.ts';
import { compareText, inReadingOrder } from './evidence-order.ts';
import { type FractureEvidence, sourceKey } from './fracture-evidence.ts';
import {
  addStatement,
  firstSeenOf,
  flagsOf,
  lastSeenOf,
  type OpenEpisode,
  onsetOf,
  openEpisode,
  placeOf,
} from './open-episode.ts';
import { type EventMatch, matchEvent } from './same-event.ts';
import { matchPlaces, type Place, type PlaceMatch, placeMatchRank, sharedLevels } from './site-match.ts';

export function mergeEpisodes(all: readonly FractureEvidence[], rules: EpisodeRules): MergedEpisodes {
  const { ordered, contradicting } = inReadingOrder(all);
  const open: OpenEpisode[] = [];
  const ignored: IgnoredEvidence[] = contradicting.map(({ source }) => ({
    source,
    reason: 'same-source-says-otherwise',
  }));
  for (const evidence of ordered) {
    const reason = outOfScope(evidence) ?? place(open, evidence, rules);
    if (reason !== null) ignored.push({ source: evidence.source, reason });
  }
  const episodes = open.map((episode) => closed(episode, rules));
  episodes.sort(
    (a, b) => compareText(a.firstSeen ?? '9999', b.firstSeen ?? '9999') || compareText(a.id, b.id),
  );
  ignored.sort(
    (a, b) => compareText(sourceKey(a.source), sourceKey(b.source)) || compareText(a.reason, b.reason),
  );
  return { episodes, ignored };
}

function outOfScope({ fracture }: FractureEvidence): IgnoredReason | null {
  if (fracture.experiencer === 'family') return 'family-history';
  if (fracture.experiencer === 'other') return 'other-person';
  return fracture.kind === 'device-failure' ? 'not-a-fracture' : null;
}

function place(open: OpenEpisode[], evidence: FractureEvidence, rules: EpisodeRules): IgnoredReason | null {
  if (evidence.fracture.presence === 'absent') return applyDenial(open, evidence, rules);
  const candidates = candidatesFor(open, evidence, rules);
  const same = candidates.find((candidate) => candidate.event === 'same');
  if (same !== undefined) {
    addStatement(same.episode, evidence, unclaimedLevels(open, evidence), rules);
    return null;
  }
  const earlier = candidates.find(
    (candidate) => candidate.event === 'new' && isWorthNaming(candidate, evidence),
  );
  const as = evidence.fracture.progressive ? 'progression' : 'new-event';
  const follows = earlier === undefined ? null : ({ episode: earlier.episode.id, as } as const);
  const episode = openEpisode(evidence, follows, rules);
  if (follows !== null && evidence.fracture.time === 'undetermined' && !evidence.fracture.progressive) {
    episode.notes.push({ kind: 'may-be-known-fracture', by: evidence.source });
  }
  open.push(episode);
  return null;
}

// A fresh fracture of "a vertebra" says nothing about the old one at T8; one without an age, or grown worse, may.
function isWorthNaming({ match }: Candidate, { fracture }: FractureEvidence): boolean {
  if (match !== 'general' || !isVertebral(fracture.site)) return true;
  return fracture.progressive || fracture.time === 'undetermined';
}

// "Pelvis" in one report is general for "pubic ramus" in another; beside it in the same report it is the ilium or the
// tailbone, which have no site of their own.
function namesBothApart(episode: OpenEpisode, { source, fracture }: FractureEvidence): boolean {
  if (source.kind !== 'report' || !fracture.site.startsWith('pelvis.')) return false;
  return episode.statements.some(
    (item) => item.source.kind === 'report' && item.source.report === source.report,
  );
}

interface Candidate {
  readonly episode: OpenEpisode;
  readonly event: EventMatch;
  readonly match: PlaceMatch;
  readonly rank: readonly (number | string)[];
}

/** Episodes at a place the statement can mean, the likeliest first. */
function candidatesFor(
  open: readonly OpenEpisode[],
  evidence: FractureEvidence,
  rules: EpisodeRules,
): readonly Candidate[] {
  const here: Place = {
    ...evidence.fracture,
    periprosthetic: evidence.fracture.flags.includes('periprosthetic'),
  };
  const hasUnknownLevels = unclaimedLevels(open, evidence).length > 0 && here.levels.length > 0;
  const candidates: Candidate[] = [];
  for (const episode of open) {
    const there = placeOf(episode);
    const match = matchPlaces(there, here);
    if (match === 'none' || (match === 'general' && namesBothApart(episode, evidence))) continue;
    const event = matchEvent(
      episode,
      evidence,
      { match, hasUnknownLevels: hasUnknownLevels && there.levels.length > 0 },
      rules,
    );
    const seen = lastSeenOf(episode) ?? '';
    const sameSide = here.side !== null && there.side === here.side ? 1 : 0;
    const rank = [placeMatchRank[match], sharedLevels(there, here), sameSide, seen, episode.id];
    candidates.push({ episode, event, match, rank });
  }
  return candidates.sort((a, b) => compareRanks(b.rank, a.rank));
}

/** Levels of the statement that no episode holds yet. */
function unclaimedLevels(
  open: readonly OpenEpisode[],
  { fracture }: FractureEvidence,
): readonly VertebralLevel[] {
  if (fracture.levels.length === 0) return [];
  const claimed = new Set(open.flatMap((episode) => episode.levels));
  return fracture.levels.filter((level) => !claimed.has(level));
}

function compareRanks(a: Candidate['rank'], b: Candidate['rank']): number {
  for (let i = 0; i < a.length; i++) {
    const [left, right] = [a[i], b[i]];
    if (left === right || left === undefined || right === undefined) continue;
    return left < right ? -1 : 1;
  }
  return 0;
}

function closed(episode: OpenEpisode, rules: EpisodeRules): FractureEpisode {
  const { statements } = episode;
  const flags = flagsOf(episode);
  const mechanism = mechanismFrom(flags);
  const sources = statements.map((item) => item.source);
  const causeContradicts =
    flags.includes('pathological') && (flags.includes('osteoporotic') || flags.includes('insufficiency'));
  return {
    id: episode.id,
    site: regionOf(episode),
    side: episode.side,
    levels: episode.levels,
    firstSeen: firstSeenOf(episode),
    lastSeen: lastSeenOf(episode),
    dates: episode.dates,
    status: episode.status,
    excludedBy: episode.excludedBy,
    onset: onsetOf(episode, rules),
    aftercareOnly: statements.every((item) => item.fracture.aftercare),
    kinds: [...new Set(statements.map((item) => item.fracture.kind))].sort(),
    flags,
    mechanism,
    genant: greatest(statements.map((item) => item.fracture.genant)),
    heightLossPercent: greatest(statements.map((item) => item.fracture.heightLossPercent)),
    follows: episode.follows,
    evidence: episode.items.map(({ evidence, role }) => ({
      source: evidence.source,
      date: evidence.date,
      role,
    })),
    notes: [
      ...episode.notes.map(({ kind, by }) => ({ kind, by: [by] })),
      ...(mechanism === 'contradictory' ? [{ kind: 'mechanism-contradicted' as const, by: sources }] : []),
      ...(causeContradicts ? [{ kind: 'cause-contradicted' as const, by: sources }] : []),
    ],
  };
}

// A vertebra named by level has a region even when the words said only "vertebra".
function regionOf({ site, levels }: OpenEpisode): FractureSite {
  const [first] = levels;
  if (!isVertebral(site) || site !== 'vertebra.unspecified' || first === undefined) return site;
  const region = { C: 'vertebra.cervical', T: 'vertebra.thoracic', L: 'vertebra.lumbar' } as const;
  const letters = new Set(levels.map((level) => level.charAt(0)));
  return letters.size === 1 ? region[first.charAt(0) as 'C' | 'T' | 'L'] : site;
}

function mechanismFrom(flags: readonly string[]): Mechanism {
  const high = flags.includes('high-energy');
  const low = flags.includes('low-energy');
  if (high && low) return 'contradictory';
  if (high) return 'high-energy';
  return low ? 'low-energy' : 'not-recorded';
}

function greatest<N extends number>(values: readonly (N | null)[]): N | null {
  return values.reduce<N | null>(
    (most, value) => (value !== null && (most === null || value > most) ? value : most),
    null,
  );
}
