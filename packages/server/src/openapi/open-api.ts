// The description of our own interface, as OpenAPI 3.1 writes it. Decision: written from the table of routes, so that it cannot
// name a route that is not there or forget one that is; who may use a route and what it means for the audit log stand with it.
// What comes back is told by the types of the routes' code (generated/answers.json) and by examples that a test makes for real and
// holds against those types. Pages for people (the guide, signing in elsewhere) are not
// part of it, nor is FHIR, which describes itself.

import { z } from 'zod';
import { problemCodes } from '../http/problem.ts';
import type { Route } from '../http/route.ts';
import written from './generated/answers.json' with { type: 'json' };
import { type Ids, type RouteExample, withIds } from './route-example.ts';
import { routeExamples } from './route-examples.ts';
import { routeWords } from './route-words.ts';

type Json = Readonly<Record<string, unknown>>;

/** By status; null: nothing, or something else than JSON, such as a file. */
type RouteAnswers = Readonly<Record<string, Json | null>>;

const answers: {
  readonly routes: Readonly<Record<string, RouteAnswers>>;
  readonly schemas: Readonly<Record<string, Json>>;
} = written;

/** In place of the ids of a hospital. */
const shownIds: Ids = { case: 12, person: 7 };

export function openApiOf(routes: readonly Route[], address: string): Json {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    if (!isDescribed(route)) continue;
    const path = route.url.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Breekpunt',
      version: '0.1.0',
      description:
        'The interface of the clinic app. A request is answered whole or refused whole; a refusal is a problem with a stable code. Every route names who may use it and how that stands in the audit log. Times are instants with their zone; days are days at the hospital.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: address }],
    security: [{ session: [] }],
    tags: [...new Set(routes.filter(isDescribed).map(tagOf))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'breekpunt-session',
          description: 'Set by POST /api/session; over https its name begins with __Host-.',
        },
        key: { type: 'http', scheme: 'bearer', description: 'The key of a program (POST /api/machines).' },
      },
      schemas: { Problem: problemSchema, ...answers.schemas },
    },
  };
}

const problemSchema: Json = {
  type: 'object',
  description: 'RFC 9457. `detail` is for developers; programs go by `code`.',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { enum: problemCodes },
    detail: { type: 'string' },
  },
};

type Described = Exclude<Route, { readonly kind: 'guide' }>;

function isDescribed(route: Route): route is Described {
  const elsewhere = /^\/api\/(oidc|smart)\//.test(route.url);
  return route.kind !== 'guide' && route.url.startsWith('/api/') && !elsewhere;
}

function tagOf({ url }: Route): string {
  return url.split('/')[2] ?? '';
}

function operationOf(route: Described): Json {
  const examples = routeExamples.filter((example) => example.route === `${route.method} ${route.url}`);
  const body = bodyOf(route, examples);
  return {
    operationId: nameOf(route),
    tags: [tagOf(route)],
    summary: routeWords[`${route.method} ${route.url}`] ?? '',
    ...(route.kind === 'open'
      ? { security: [], description: `For everybody, ${route.perMinute} times a minute from one address.` }
      : {
          description: `For ${route.roles.join(', ')}. In the audit log: ${route.audit}.`,
          security: route.roles.includes('machine') ? [{ session: [] }, { key: [] }] : [{ session: [] }],
          'x-roles': route.roles,
          'x-audit': route.audit,
        }),
    parameters: [...parametersIn('path', route.params, route.url), ...parametersIn('query', route.query, '')],
    ...(body === null ? {} : { requestBody: body }),
    responses: responsesOf(examples, answers.routes[`${route.method} ${route.url}`] ?? {}),
  };
}

/** get /api/cases/:case/notes → getCasesCaseNotes */
function nameOf({ method, url }: Route): string {
  const words = url.replace(/^\/api\//, '').split(/[/:-]+/);
  return method.toLowerCase() + words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
}

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
}

/** What the schema makes of the input: a number is told as a number though it travels as text. */
function parametersIn(place: 'path' | 'query', schema: z.ZodType | undefined, url: string): readonly Json[] {
  const { properties = {}, required = [] } =
    schema === undefined ? {} : (jsonSchema(schema, 'output') as ObjectSchema);
  const named = [...url.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const names = place === 'path' ? named : Object.keys(properties);
  return names.map((name) => ({
    name,
    in: place,
    required: place === 'path' || (required.includes(name) && properties[name]?.['default'] === undefined),
    schema: properties[name] ?? { type: 'string' },
  }));
}

function bodyOf(route: Described, examples: readonly RouteExample[]): Json | null {
  if (route.kind === 'upload')
    return {
      required: true,
      description: `The file itself, up to ${Math.round(route.upTo / 1_000_000)} MB.`,
      content: { 'application/octet-stream': {} },
    };
  if (route.body === undefined) return null;
  const sent = examples.filter(({ body }) => body !== undefined);
  return {
    required: true,
    content: {
      'application/json': {
        schema: jsonSchema(route.body, 'input'),
        ...(sent.length === 0 ? {} : { examples: named(sent, ({ body }) => body) }),
      },
    },
  };
}

/** The statuses that the code gives and those that examples show; everything else is a refusal. */
function responsesOf(examples: readonly RouteExample[], given: RouteAnswers): Json {
  const problem = { schema: { $ref: '#/components/schemas/Problem' } };
  const statuses = [...new Set([...Object.keys(given), ...examples.map(({ status }) => String(status))])];
  const known = statuses.toSorted().map((status) => {
    const told = examples.filter((example) => String(example.status) === status);
    const shown = told.filter(({ answer }) => answer !== undefined);
    const shownAs = shown.length === 0 ? {} : { examples: named(shown, ({ answer }) => answer) };
    const schema = given[status];
    const content =
      Number(status) >= 400
        ? { content: { 'application/problem+json': { ...problem, ...shownAs } } }
        : schema === null || schema === undefined
          ? {}
          : { content: { 'application/json': { schema, ...shownAs } } };
    return [status, { description: told[0]?.title ?? meaningOf(status), ...content }] as const;
  });
  return {
    ...Object.fromEntries(known),
    default: {
      description: 'Refused: nothing was changed.',
      content: { 'application/problem+json': problem },
    },
  };
}

function meaningOf(status: string): string {
  return (
    { '200': 'The answer.', '201': 'Made.', '202': 'Taken, and worked on.', '204': 'Done.' }[status] ??
    'Done.'
  );
}

function named(examples: readonly RouteExample[], value: (example: RouteExample) => unknown): Json {
  return Object.fromEntries(
    examples.map((example, place) => [
      `example${place + 1}`,
      { summary: example.title, value: withIds(value(example), shownIds) },
    ]),
  );
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
