// The resources that a page of results refers to, for _include: each once, and only what the caller may see.

import type { Resource } from '@medplum/fhirtypes';
import { mayRead } from '../fhir-caller.ts';
import { servedType } from '../served-types.ts';
import { type FoundResource, runSearch } from './run-search.ts';
import type { ReadContext, ServedType } from './source.ts';

export async function runIncludes(
  context: ReadContext,
  served: ServedType,
  names: readonly string[],
  found: readonly FoundResource[],
): Promise<FoundResource[]> {
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
  const included: FoundResource[] = [];
  for (const [type, ids] of wanted) {
    const target = servedType(type);
    if (target === undefined || !mayRead(context.caller, type, 'read')) continue;
    const page = await runSearch(context, target, {
      asked: [
        { name: '_id', values: [...ids].map((code) => ({ kind: 'token', system: null, code }) as const) },
      ],
      count: ids.size,
      sorting: null,
      after: null,
      includes: [],
      total: false,
      countOnly: false,
      ofList: null,
    });
    included.push(...page.found);
  }
  return included;
}
