// The resources beside a page of results: those that it refers to (_include) and those that refer to it (_revinclude). Decision:
// each once, and only what the caller may see; what was left out for want of a scope is said in the Bundle, and what does not
// fit is refused rather than cut.

import { failure, type Result, success } from '@breekpunt/core';
import type { Resource } from '@medplum/fhirtypes';
import { mayRead } from '../fhir-caller.ts';
import { servedType } from '../served-types.ts';
import { plainSearch, type Search } from './read-search.ts';
import { runSearch } from './run-search.ts';
import type { ReadContext, ServedType } from './source.ts';
import type { FoundResource } from './write-found.ts';

export interface Beside {
  readonly included: readonly FoundResource[];
  /** Types of which nothing was read, because no scope was granted. */
  readonly leftOut: readonly string[];
}

/** Of one page; more is asked for in smaller pages. */
export const mostBeside = 2_000;

export async function runIncludes(
  context: ReadContext,
  served: ServedType,
  search: Search,
  found: readonly FoundResource[],
): Promise<Result<Beside, 'too-many'>> {
  const leftOut = new Set<string>();
  const byUrl = new Map<string, FoundResource>();
  const add = (resources: readonly FoundResource[]): void => {
    for (const one of resources) byUrl.set(urlOf(one), one);
  };
  for (const [type, ids] of wantedBy(served, search.includes, found)) {
    const target = servedType(type);
    if (target === undefined || !mayRead(context.caller, type, 'read')) {
      leftOut.add(type);
      continue;
    }
    const values = [...ids].map((code) => ({ kind: 'token', system: null, code }) as const);
    add((await runSearch(context, target, plainSearch([{ name: '_id', values }], ids.size))).found);
  }
  for (const { of, parameter } of search.revIncludes) {
    if (!mayRead(context.caller, of.type, 'search')) {
      leftOut.add(of.type);
      continue;
    }
    if (found.length === 0) continue;
    const values = found.map(
      ({ resource }) => ({ kind: 'reference', type: served.type, id: resource.id ?? '' }) as const,
    );
    const page = await runSearch(context, of, plainSearch([{ name: parameter, values }], mostBeside));
    add(page.found);
    if (page.next !== null) return failure('too-many');
  }
  if (byUrl.size > mostBeside) return failure('too-many');
  // A match is not included once more.
  for (const one of found) byUrl.delete(urlOf(one));
  return success({ included: [...byUrl.values()], leftOut: [...leftOut] });
}

function wantedBy(
  served: ServedType,
  names: readonly string[],
  found: readonly FoundResource[],
): ReadonlyMap<Resource['resourceType'], ReadonlySet<string>> {
  const wanted = new Map<Resource['resourceType'], Set<string>>();
  for (const name of names) {
    const path = served.includes[name];
    if (path === undefined) continue;
    for (const { resource } of found)
      for (const reference of path.of(resource)) {
        const [type, id] = (reference ?? '').split('/');
        if (type !== path.target || id === undefined) continue;
        wanted.set(path.target, (wanted.get(path.target) ?? new Set()).add(id));
      }
  }
  return wanted;
}

function urlOf({ resource }: FoundResource): string {
  return `${resource.resourceType}/${resource.id}`;
}
