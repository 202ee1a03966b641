// An example of a request: shown in the description of the interface, and made for real by a test. Decision: an id that differs
// from hospital to hospital is written as its name in braces; the description shows a number in its place and the test the
// true one, so that what is published is what was tried.

import type { Role } from '../people/role.ts';

export interface RouteExample {
  /** As in the table of routes: "GET /api/cases/:case". */
  readonly route: string;
  readonly title: string;
  /** Who asks; null: nobody is signed in. */
  readonly as: Role | null;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly status: number;
  /** A part of what comes back, enough to know it by. */
  readonly answer?: unknown;
}

export type Ids = Readonly<Record<string, number | string>>;

/** Every text that is an id's name in braces becomes the id. */
export function withIds(value: unknown, ids: Ids): unknown {
  if (typeof value === 'string') {
    const [, name] = /^\{(\w+)\}$/.exec(value) ?? [];
    return name !== undefined && name in ids ? ids[name] : value;
  }
  if (Array.isArray(value)) return value.map((each) => withIds(each, ids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withIds(each, ids)]));
}

/** The address of an example: its parameters filled in, its query behind. */
export function addressOfExample({ route, params = {}, query = {} }: RouteExample, ids: Ids): string {
  const path = route.split(' ')[1] ?? '';
  const filled = path.replaceAll(/:(\w+)/g, (_all, name: string) =>
    encodeURIComponent(String(withIds(params[name] ?? `{${name}}`, ids))),
  );
  const search = new URLSearchParams(withIds(query, ids) as Record<string, string>).toString();
  return search === '' ? filled : `${filled}?${search}`;
}
