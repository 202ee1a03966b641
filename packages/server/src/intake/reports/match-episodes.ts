// Which stored episode each newly merged one is, so that it keeps its id, its case and the nurse's confirmation.
// Decision: the name decides when the bone is the same; else the statements they share; else the report, when one
// corrected report now names the fracture at another place in its text. A fracture of another bone is never taken for
// it, however it is named: a confirmed hip must not turn into a vertebra. Only a person may say that it is another bone:
// what she corrected follows its statements, wherever they now lie.

import { type FractureEpisode, sourceKey } from '@breekpunt/identify';

export interface StoredName {
  readonly id: number;
  readonly episode: FractureEpisode;
}

/** Stored id by the name of the merged episode; a merged episode that is absent is new. */
export function matchEpisodes(
  stored: readonly StoredName[],
  merged: readonly FractureEpisode[],
  corrected: ReadonlySet<number> = new Set(),
): Map<string, number> {
  const matches = new Map<string, number>();
  const free = new Set(stored);
  const take = (episode: FractureEpisode, found: StoredName): void => {
    matches.set(episode.id, found.id);
    free.delete(found);
  };
  for (const one of stored.filter(({ id }) => corrected.has(id))) {
    const [likeliest] = merged
      .filter(({ id }) => !matches.has(id))
      .map((episode) => ({ episode, likeness: shared(statementsOf(one.episode), statementsOf(episode)) }))
      .filter(({ likeness }) => likeness > 0)
      .toSorted((a, b) => b.likeness - a.likeness);
    if (likeliest !== undefined) take(likeliest.episode, one);
  }
  for (const episode of merged.filter(({ id }) => !matches.has(id))) {
    const named = stored.find((one) => free.has(one) && one.episode.id === episode.id);
    if (named !== undefined && sameBone(named.episode, episode)) take(episode, named);
  }
  for (const [episode, found] of byLikeness(
    merged.filter(({ id }) => !matches.has(id)),
    [...free],
  ))
    if (!matches.has(episode.id) && free.has(found)) take(episode, found);
  return matches;
}

/** Pairs that can be one fracture, the likeliest first. */
function byLikeness(
  merged: readonly FractureEpisode[],
  stored: readonly StoredName[],
): (readonly [FractureEpisode, StoredName])[] {
  const pairs = merged.flatMap((episode) =>
    stored
      .filter((one) => sameBone(one.episode, episode) && !oppositeSides(one.episode, episode))
      .map((one) => ({ episode, one, likeness: likenessOf(one.episode, episode) })),
  );
  return pairs
    .filter(({ likeness }) => likeness > 0)
    .toSorted((a, b) => b.likeness - a.likeness || a.one.id - b.one.id)
    .map(({ episode, one }) => [episode, one] as const);
}

function likenessOf(a: FractureEpisode, b: FractureEpisode): number {
  return shared(statementsOf(a), statementsOf(b)) * 100 + shared(reportsOf(a), reportsOf(b));
}

function statementsOf({ evidence }: FractureEpisode): Set<string> {
  return new Set(evidence.map(({ source }) => sourceKey(source)));
}

function reportsOf({ evidence }: FractureEpisode): Set<string> {
  return new Set(evidence.flatMap(({ source }) => (source.kind === 'report' ? [source.report] : [])));
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((item) => b.has(item)).length;
}

/** Another part of one bone may be a better look at the same fracture; an unnamed bone may be any. */
function sameBone(a: FractureEpisode, b: FractureEpisode): boolean {
  const [bone, other] = [boneOf(a), boneOf(b)];
  if (bone === 'unspecified' || other === 'unspecified') return true;
  if (bone !== other) return false;
  return a.levels.length === 0 || b.levels.length === 0 || a.levels.some((level) => b.levels.includes(level));
}

function oppositeSides(a: FractureEpisode, b: FractureEpisode): boolean {
  return (a.side === 'left' && b.side === 'right') || (a.side === 'right' && b.side === 'left');
}

/** "hip" of hip.trochanteric; the hip is the upper femur. */
function boneOf({ site }: FractureEpisode): string {
  const bone = site.split('.')[0] ?? site;
  return bone === 'femur' ? 'hip' : bone;
}
