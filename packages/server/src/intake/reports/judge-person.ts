// One person's statements → episodes, each judged by the rules of the country, beside what was stored of them before.
// It decides nothing about cases and stores nothing.

import type { CalendarDate } from '@breekpunt/core';
import {
  compareUrgency,
  type Eligibility,
  eligibility,
  type FractureEpisode,
  mergeEpisodes,
  sourceKey,
  type Urgency,
  urgency,
} from '@breekpunt/identify';
import type { RulesInForce } from './case-finding.ts';
import { correctedEpisode, correctedEvidence, correctionsBySource } from './corrected-statements.ts';
import { matchEpisodes } from './match-episodes.ts';
import type { KnownEpisode, PersonFile } from './person-files.ts';

export interface JudgedEpisode {
  readonly episode: FractureEpisode;
  readonly eligibility: Eligibility;
  readonly urgency: Urgency;
  /** As it was stored; null when it is new. */
  readonly before: KnownEpisode | null;
  /** A person said, now, what it is: nobody need be told of that. */
  readonly byHand: boolean;
  /** A statement for it was replaced by a newer revision of its report. */
  readonly revised: boolean;
}

export interface JudgedPerson {
  readonly file: PersonFile;
  /** In the order of merging: an episode stands after the one it follows. */
  readonly episodes: readonly JudgedEpisode[];
  /** Stored, and stated by no source any more. */
  readonly gone: readonly KnownEpisode[];
}

/** `byHand` names episodes that a person corrected, or took a correction back from, just now. */
export function judgePerson(
  file: PersonFile,
  today: CalendarDate,
  rules: RulesInForce,
  byHand: ReadonlySet<number> = new Set(),
): JudgedPerson {
  const corrections = correctionsBySource(file);
  const merged = mergeEpisodes(
    file.statements.map(({ evidence }) =>
      correctedEvidence(evidence, corrections.get(sourceKey(evidence.source))),
    ),
    rules.episodes,
  ).episodes.map((episode) => correctedEpisode(episode, corrections));
  const corrected = file.cases.filter(({ correction }) => correction !== null).map(({ episode }) => episode);
  const matches = matchEpisodes(file.episodes, merged, new Set([...corrected, ...byHand]));
  const replaced = new Set(
    file.statements
      .filter(({ episode }) => episode === null)
      .map(({ evidence }) => sourceKey(evidence.source)),
  );
  const byId = new Map(file.episodes.map((known) => [known.id, known]));
  const episodes = merged.map((episode) => {
    const before = byId.get(matches.get(episode.id) ?? -1) ?? null;
    return {
      episode,
      eligibility: eligibility(episode, file.facts, today, rules.eligibility),
      urgency: urgency(episode, today, rules.urgency),
      before,
      byHand: before !== null && byHand.has(before.id),
      revised: (before?.episode.evidence ?? []).some(({ source }) => replaced.has(sourceKey(source))),
    };
  });
  const kept = new Set(matches.values());
  return { file, episodes, gone: file.episodes.filter(({ id }) => !kept.has(id)) };
}

const outcomeRank = { eligible: 0, 'cannot-tell': 1, 'not-eligible': 2 } as const;

/** The episode for which a case is opened comes first. */
export function byInterest(a: JudgedEpisode, b: JudgedEpisode): number {
  return (
    outcomeRank[a.eligibility.outcome] - outcomeRank[b.eligibility.outcome] ||
    compareUrgency(a.urgency, b.urgency)
  );
}
