// Reads what a request brought by the schemas of its route; what is not as promised is refused with the place.

import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Problem, problem } from './problem.ts';
import type { Route } from './route.ts';

type Read =
  | {
      readonly ok: true;
      readonly value: { readonly params: unknown; readonly query: unknown; readonly body: unknown };
    }
  | { readonly ok: false; readonly problem: Problem };

export function readInput(request: FastifyRequest, route: Route): Read {
  const places = [
    ['params', route.params],
    ['query', route.query],
    ['body', route.kind === 'upload' ? undefined : route.body],
  ] as const;
  const value: Record<'params' | 'query' | 'body', unknown> = { params: null, query: null, body: null };
  for (const [place, schema] of places) {
    if (schema === undefined) continue;
    const parsed = schema.safeParse(request[place] ?? undefined);
    if (!parsed.success) return { ok: false, problem: notValid(place, parsed.error) };
    value[place] = parsed.data;
  }
  return { ok: true, value };
}

/** The schema's words name what was expected, never what came. */
function notValid(place: string, { issues }: z.ZodError): Problem {
  const fields = issues.map((issue) => ({
    at: [place, ...issue.path.map(String)].join('.'),
    kind: issue.code,
    expected: issue.code === 'unrecognized_keys' ? 'no other members' : issue.message,
  }));
  return problem('not-valid', 'The request is not as expected; "fields" says where and what was expected.', {
    fields,
  });
}
