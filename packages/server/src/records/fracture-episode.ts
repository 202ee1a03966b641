// The fractures of a person as the case finder merged them, with whether they are eligible and why.
// Decision: merging is done anew whenever something arrives, and an episode is recognised by the name it got from its
// first statement; so it keeps its id, its case and the nurse's confirmation while its contents follow the sources.

import type { Answer } from '@breekpunt/core';
import type {
  Eligibility,
  EpisodeEvidence,
  EpisodeNote,
  EvidenceSource,
  FindingFlag,
  FindingKind,
  FractureEpisode,
  MissingFact,
  Reason,
} from '@breekpunt/identify';
import { type Insertable, type Selectable, sql } from 'kysely';
import type { FractureEpisodeTable } from '../database/generated/tables.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { keepCopies } from './keep-copies.ts';

export interface StoredEpisode {
  readonly id: number;
  readonly episode: FractureEpisode;
  readonly eligibility: Eligibility['outcome'];
  readonly reasons: readonly Reason[];
  readonly missing: readonly MissingFact[];
  readonly knowledgeVersion: string;
  readonly confirmedAt: Date | null;
  readonly version: number;
}

/** The id, the same at every saving of this person's episode of that name. */
export async function saveEpisode(
  tx: SiteTransaction,
  person: number,
  episode: FractureEpisode,
  judged: Eligibility,
  knowledgeVersion: string,
): Promise<number> {
  const followed = await followedId(tx, person, episode);
  const values = {
    ...episodeColumns(episode, judged, knowledgeVersion),
    follows_id: followed,
    follows_as: followed === null ? null : (episode.follows?.as ?? null),
  };
  await keepCopies(
    tx,
    'fracture_episode',
    sql<boolean>`(person_id = ${person} and episode_key = ${episode.id})`,
  );
  const saved = await tx.db
    .insertInto('fracture_episode')
    .values({ site_id: tx.site, person_id: person, episode_key: episode.id, ...values })
    .onConflict((conflict) =>
      conflict.columns(['site_id', 'person_id', 'episode_key']).doUpdateSet({
        ...values,
        changed_at: sql<Date>`now()`,
        version: sql<number>`fracture_episode.version + 1`,
      }),
    )
    .returning('fracture_episode_id')
    .executeTakeFirstOrThrow();
  return saved.fracture_episode_id;
}

/** What merging and judging made of an episode, as columns; which earlier one it follows is known once that has an id. */
export function episodeColumns(
  episode: FractureEpisode,
  judged: Eligibility,
  knowledgeVersion: string,
): EpisodeColumns {
  return {
    fracture_site: episode.site,
    side: episode.side,
    levels: [...episode.levels],
    earliest_on: episode.dates.earliest,
    latest_on: episode.dates.latest,
    date_basis: episode.dates.basis,
    first_seen_on: episode.firstSeen,
    last_seen_on: episode.lastSeen,
    status: episode.status,
    onset: episode.onset,
    mechanism: episode.mechanism,
    kinds: [...episode.kinds],
    flags: [...episode.flags],
    genant: episode.genant,
    height_loss_percent: episode.heightLossPercent,
    pathological: stated(episode, 'pathological'),
    periprosthetic: stated(episode, 'periprosthetic'),
    atypical_femur: stated(episode, 'atypical-femur'),
    aftercare_only: episode.aftercareOnly,
    excluded_by: episode.excludedBy === null ? null : JSON.stringify(episode.excludedBy),
    eligibility: judged.outcome,
    eligibility_reasons: JSON.stringify(judged.reasons),
    missing_facts: [...judged.missing],
    evidence: JSON.stringify(episode.evidence),
    notes: JSON.stringify(episode.notes),
    knowledge_version: knowledgeVersion,
  };
}

type EpisodeColumns = Omit<Insertable<FractureEpisodeTable>, 'site_id' | 'person_id' | 'episode_key'>;

/** By the first day seen, then in the order they were found; undated ones last. */
export async function episodesOf(tx: SiteTransaction, person: number): Promise<StoredEpisode[]> {
  const rows = await tx.db
    .selectFrom('fracture_episode')
    .selectAll()
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .orderBy('first_seen_on', (order) => order.asc().nullsLast())
    .orderBy('fracture_episode_id')
    .execute();
  return storedEpisodesOf(rows);
}

/** In the order of the rows; all episodes of the people in them must be there, for one names another. */
export function storedEpisodesOf(rows: readonly Selectable<FractureEpisodeTable>[]): StoredEpisode[] {
  const keyOf = new Map(rows.map((row) => [row.fracture_episode_id, row.episode_key]));
  return rows.map((row) => ({
    id: row.fracture_episode_id,
    eligibility: row.eligibility,
    reasons: row.eligibility_reasons as readonly Reason[],
    missing: row.missing_facts as readonly MissingFact[],
    knowledgeVersion: row.knowledge_version,
    confirmedAt: row.confirmed_at,
    version: row.version,
    episode: {
      id: row.episode_key,
      site: row.fracture_site,
      side: row.side,
      levels: row.levels,
      firstSeen: row.first_seen_on,
      lastSeen: row.last_seen_on,
      dates: { earliest: row.earliest_on, latest: row.latest_on, basis: row.date_basis },
      status: row.status,
      excludedBy: row.excluded_by as EvidenceSource | null,
      onset: row.onset,
      aftercareOnly: row.aftercare_only,
      kinds: row.kinds as readonly FindingKind[],
      flags: row.flags as readonly FindingFlag[],
      mechanism: row.mechanism,
      genant: row.genant as FractureEpisode['genant'],
      heightLossPercent: row.height_loss_percent,
      follows:
        row.follows_id === null || row.follows_as === null
          ? null
          : { episode: keyOf.get(row.follows_id) ?? '', as: row.follows_as },
      evidence: row.evidence as readonly EpisodeEvidence[],
      notes: row.notes as readonly EpisodeNote[],
    },
  }));
}

/** A flag is a source's own word; that no source says so is no denial. */
function stated(episode: FractureEpisode, flag: FindingFlag): Answer {
  return episode.flags.includes(flag) ? 'yes' : 'not-recorded';
}

/** Episodes are saved in their own order, so the earlier one is there already. */
async function followedId(
  tx: SiteTransaction,
  person: number,
  { follows }: FractureEpisode,
): Promise<number | null> {
  if (follows === null) return null;
  const row = await tx.db
    .selectFrom('fracture_episode')
    .select('fracture_episode_id')
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .where('episode_key', '=', follows.episode)
    .executeTakeFirst();
  if (row === undefined) throw new Error('An episode follows one that was not saved before it');
  return row.fracture_episode_id;
}
