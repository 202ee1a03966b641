// Stores the judged episodes of some people, and ties each statement to its episode.
// Decision: what did not change is not written, so that the version a nurse works on stays the same when a report
// arrives that says nothing new.

import { isDeepStrictEqual } from 'node:util';
import { type FractureEpisode, sourceKey } from '@breekpunt/identify';
import { type RawBuilder, sql } from 'kysely';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import { episodeColumns } from '../../records/fracture-episode.ts';
import { keepCopies, keepCopyOf } from '../../records/keep-copies.ts';
import type { JudgedEpisode, JudgedPerson } from './judge-person.ts';

/** Ids by person and name of the episode. */
export type EpisodeIds = (person: number, episode: FractureEpisode) => number;

export async function saveEpisodes(
  tx: SiteTransaction,
  people: readonly JudgedPerson[],
  knowledgeVersion: string,
  now: Date,
): Promise<EpisodeIds> {
  await giveUpNames(tx, people, now);
  await takeNames(tx, people);
  const ids = new Map<string, number>();
  const changed: { readonly person: number; readonly judged: JudgedEpisode }[] = [];
  for (const { file, episodes } of people)
    for (const judged of episodes) {
      if (judged.before !== null) ids.set(keyOf(file.person, judged.episode), judged.before.id);
      if (judged.before === null || isChanged(judged)) changed.push({ person: file.person, judged });
    }
  if (changed.length > 0) {
    const saved = await upsert(
      tx,
      changed.map(({ person, judged: { episode, eligibility } }) => ({
        site_id: tx.site,
        person_id: person,
        episode_key: episode.id,
        ...episodeColumns(episode, eligibility, knowledgeVersion),
      })),
    );
    for (const { id, person, key } of saved) ids.set(`${person} ${key}`, id);
  }
  const idOf: EpisodeIds = (person, episode) => {
    const id = ids.get(keyOf(person, episode));
    if (id === undefined) throw new Error('An episode was saved and has no id');
    return id;
  };
  await setFollowed(tx, changed, ids);
  await tieStatements(tx, people, idOf);
  return idOf;
}

function keyOf(person: number, { id }: FractureEpisode): string {
  return `${person} ${id}`;
}

function isChanged({ before, episode, eligibility }: JudgedEpisode): boolean {
  return (
    before === null ||
    before.withdrawn ||
    before.eligibility !== eligibility.outcome ||
    !isDeepStrictEqual(before.reasons, eligibility.reasons) ||
    !isDeepStrictEqual(before.missing, eligibility.missing) ||
    !isDeepStrictEqual(before.episode, episode)
  );
}

/** An episode that nobody states any more stays, and leaves its name to whoever the sources now mean by it. */
async function giveUpNames(tx: SiteTransaction, people: readonly JudgedPerson[], now: Date): Promise<void> {
  for (const { episodes, gone } of people)
    for (const one of gone) {
      const claimed = episodes.some(({ episode }) => episode.id === one.episode.id);
      if (one.withdrawn && !claimed) continue;
      await keepCopyOf(tx, 'fracture_episode', one.id);
      await tx.db
        .updateTable('fracture_episode')
        .set({
          withdrawn_at: now,
          changed_at: now,
          version: sql<number>`version + 1`,
          ...(claimed ? { episode_key: `${one.episode.id} (was ${one.id})` } : {}),
        })
        .where('site_id', '=', tx.site)
        .where('fracture_episode_id', '=', one.id)
        .execute();
    }
}

/** A known episode whose first statement is now another one. */
async function takeNames(tx: SiteTransaction, people: readonly JudgedPerson[]): Promise<void> {
  for (const { episodes } of people)
    for (const { before, episode } of episodes)
      if (before !== null && before.episode.id !== episode.id)
        await tx.db
          .updateTable('fracture_episode')
          .set({ episode_key: episode.id })
          .where('site_id', '=', tx.site)
          .where('fracture_episode_id', '=', before.id)
          .execute();
}

type EpisodeRow = { site_id: string; person_id: number; episode_key: string } & ReturnType<
  typeof episodeColumns
>;

async function upsert(
  tx: SiteTransaction,
  rows: readonly EpisodeRow[],
): Promise<{ id: number; person: number; key: string }[]> {
  const [first] = rows;
  const names = Object.keys(first ?? {}).filter(
    (name) => !['site_id', 'person_id', 'episode_key'].includes(name),
  );
  const values: Record<string, RawBuilder<unknown>> = Object.fromEntries(
    names.map((name) => [name, sql`excluded.${sql.ref(name)}`]),
  );
  await keepCopies(
    tx,
    'fracture_episode',
    sql<boolean>`(person_id, episode_key) in (select * from unnest(${rows.map(
      (row) => row.person_id,
    )}::bigint[], ${rows.map((row) => row.episode_key)}::text[]))`,
  );
  const saved = await tx.db
    .insertInto('fracture_episode')
    .values([...rows])
    .onConflict((conflict) =>
      conflict.columns(['site_id', 'person_id', 'episode_key']).doUpdateSet({
        ...values,
        follows_id: null,
        follows_as: null,
        withdrawn_at: null,
        changed_at: sql<Date>`now()`,
        version: sql<number>`fracture_episode.version + 1`,
      }),
    )
    .returning(['fracture_episode_id as id', 'person_id as person', 'episode_key as key'])
    .execute();
  return saved;
}

async function setFollowed(
  tx: SiteTransaction,
  changed: readonly { readonly person: number; readonly judged: JudgedEpisode }[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  for (const { person, judged } of changed) {
    const { follows } = judged.episode;
    if (follows === null) continue;
    await tx.db
      .updateTable('fracture_episode')
      .set({ follows_id: ids.get(`${person} ${follows.episode}`) ?? null, follows_as: follows.as })
      .where('site_id', '=', tx.site)
      .where('fracture_episode_id', '=', ids.get(keyOf(person, judged.episode)) ?? -1)
      .execute();
  }
}

async function tieStatements(
  tx: SiteTransaction,
  people: readonly JudgedPerson[],
  idOf: EpisodeIds,
): Promise<void> {
  const findings: number[] = [];
  const episodes: (number | null)[] = [];
  for (const { file, episodes: judged } of people) {
    const bySource = new Map<string, number>();
    for (const { episode } of judged)
      for (const { source } of episode.evidence) bySource.set(sourceKey(source), idOf(file.person, episode));
    for (const { finding, episode, evidence } of file.statements) {
      const now = bySource.get(sourceKey(evidence.source)) ?? null;
      if (now === episode) continue;
      findings.push(finding);
      episodes.push(now);
    }
  }
  if (findings.length === 0) return;
  await sql`
    update finding set fracture_episode_id = tie.episode
      from unnest(${findings}::bigint[], ${episodes}::bigint[]) as tie(finding, episode)
     where finding.site_id = ${tx.site} and finding.finding_id = tie.finding`.execute(tx.db);
}
