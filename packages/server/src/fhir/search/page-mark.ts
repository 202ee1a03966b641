// Where a page ended, as its link says it. Decision: the mark names the last resource by its place in the order and not by
// a number of resources to skip, so that what is added meanwhile shifts nothing.

import type { Sorting } from './read-search.ts';

export interface PageMark {
  /** Place among the sources of the type. */
  readonly source: number;
  readonly key: number;
  /** Of the last resource; null without sorting, or when it had none. */
  readonly value: string | null;
}

export function writePageMark({ source, key, value }: PageMark): string {
  return value === null ? `${source}-${key}` : `${source}-${key}-${value}`;
}

/** Null when it is none of ours. */
export function readPageMark(text: string, sorting: Sorting | null): PageMark | null {
  const [, source, key, value = null] =
    /^(\d{1,3})-(\d{1,15})(?:-(infinity|\d{4}-\d\d-\d\d(?:T[\d:.]{5,20}Z)?))?$/.exec(text) ?? [];
  if (source === undefined || key === undefined || (value === null) !== (sorting === null)) return null;
  return { source: Number(source), key: Number(key), value };
}
