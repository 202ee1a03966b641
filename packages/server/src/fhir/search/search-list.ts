// Types of which there are a few resources only: made whole and looked through in memory.

import type { Resource } from '@medplum/fhirtypes';
import type { Search } from './read-search.ts';
import type { FoundPage } from './run-search.ts';
import type { SearchValue } from './search-value.ts';
import type { ListSource, ReadContext } from './source.ts';
import { withMeta } from './write-found.ts';

export async function listed({ all }: ListSource, context: ReadContext): Promise<Resource[]> {
  return (await all(context)).map(({ resource, changed }) => withMeta(resource, changed));
}

export async function searchList(
  context: ReadContext,
  source: ListSource,
  search: Search,
): Promise<FoundPage> {
  const all = await listed(source, context);
  const matching = all.filter((resource) =>
    search.asked.every(({ name, values }) =>
      values.some((value) => listMatches(source, resource, name, value)),
    ),
  );
  const total = search.total ? matching.length : null;
  if (search.countOnly) return { found: [], next: null, total };
  const from = search.after?.key ?? 0;
  const page = matching.slice(from, from + search.count);
  const isLast = from + search.count >= matching.length;
  return {
    found: page.map((resource) => ({ resource, person: null })),
    next: isLast ? null : { source: 0, key: from + search.count, value: null },
    total,
  };
}

function listMatches({ matches }: ListSource, resource: Resource, name: string, value: SearchValue): boolean {
  if (name === '_id') return value.kind === 'token' && resource.id === value.code;
  if (name === '_lastUpdated')
    return value.kind === 'date' && isWithin(resource.meta?.lastUpdated ?? '', value);
  return matches[name]?.(resource, value) ?? false;
}

/** Days and instants in ISO 8601, compared as far as both go. */
export function isWithin(text: string, value: SearchValue & { readonly kind: 'date' }): boolean {
  const has = text.slice(0, value.from.length);
  const { from, to } = value;
  switch (value.comparison) {
    case 'eq':
      return has >= from && has < to;
    case 'ne':
      return has < from || has >= to;
    case 'gt':
      return has >= to;
    case 'lt':
      return has < from;
    case 'ge':
      return has >= from;
    case 'le':
      return has < to;
  }
}
