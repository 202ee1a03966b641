// Where a page of a history ended, as its link says it: the last version by its place in the order. What happens meanwhile is
// newer than that, and shifts nothing.

export interface HistoryMark {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Among the sources of all types. */
  readonly place: number;
  readonly key: number;
  /** Among the versions of one resource, the oldest lowest. */
  readonly version: number;
}

/** The version of what stands in the record now. */
export const presentVersion: number = Number.MAX_SAFE_INTEGER;

export function writeHistoryMark({ at, place, key, version }: HistoryMark): string {
  return [at, place, key, version].join('-');
}

/** Null when it is none of ours. */
export function readHistoryMark(text: string): HistoryMark | null {
  const [, at, place, key, version] = /^(\d{1,15})-(\d{1,3})-(\d{1,16})-(\d{1,16})$/.exec(text) ?? [];
  if (at === undefined) return null;
  return { at: Number(at), place: Number(place), key: Number(key), version: Number(version) };
}
