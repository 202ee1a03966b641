// The filters of the worklist as they stand in the page's address: pure text, so that a link can be kept or sent.

/** The address with one filter set, or taken away when there is no value. */
export function withFilter(search: string, name: string, value: string | null): string {
  const query = new URLSearchParams(search);
  if (value === null) query.delete(name);
  else query.set(name, value);
  return query.toString();
}

export function filterOf(search: string, name: string): string | null {
  return new URLSearchParams(search).get(name);
}

export function listOf(search: string): string {
  return filterOf(search, 'list') ?? 'to-review';
}

/** Without the list and the order: what a saved view would be more than a tab. */
export function hasFilters(search: string): boolean {
  return [...new URLSearchParams(search).keys()].some((key) => key !== 'list' && key !== 'order');
}
