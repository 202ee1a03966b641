import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FoundCase, foundCase } from '../../test/found-case.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { type Person, type TestServer, testServer } from '../../test/test-server.ts';
import { allRoutes } from '../http/all-routes.ts';
import { roles } from '../people/role.ts';
import { addressOfExample, type Ids, type RouteExample, withIds } from './route-example.ts';
import { routeExamples } from './route-examples.ts';
import { routeWords } from './route-words.ts';

interface Described {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: object }>> }>
  >;
}

/** What is wrong with an answer by the schema that stands with its route; empty when nothing is. */
function answerProblems(example: RouteExample, status: number, answer: unknown): readonly unknown[] {
  const [method = '', url = ''] = example.route.split(' ');
  const operation = description.paths[url.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
  const told = operation?.responses[String(status)] ?? operation?.responses['default'];
  const schema = Object.values(told?.content ?? {})[0]?.schema;
  if (schema === undefined) return answer === '' ? [] : ['no schema stands with this status'];
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile({ ...schema, components: description.components });
  return validate(answer) ? [] : (validate.errors ?? []);
}

let database: TestDatabase;
let server: TestServer;
let found: FoundCase;
let description: Described;
const people = new Map<string, Person>();

beforeAll(async () => {
  database = await testDatabase('gent');
  server = await testServer(database);
  for (const role of roles) people.set(role, await server.signedInAs('gent', role));
  found = await database.in('gent', (tx) => foundCase(tx));
  description = (await server.ask('GET', '/api/openapi.json')).json();
});
afterAll(async () => {
  await server.close();
  await database.close();
});

describe('the description of the interface', () => {
  test('is a valid OpenAPI 3.1 document', async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(description)));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(description.openapi).toMatch(/^3\.1\./);
  });

  test('names every route of ours under /api, each once and by a name of its own', () => {
    const ours = allRoutes
      .filter(
        ({ kind, url }) => kind !== 'guide' && url.startsWith('/api/') && !/^\/api\/(oidc|smart)\//.test(url),
      )
      .map(({ method, url }) => `${method} ${url.replaceAll(/:(\w+)/g, '{$1}')}`);
    const named = Object.entries(description.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(named.toSorted()).toEqual(ours.toSorted());
    const names = Object.values(description.paths).flatMap((each) =>
      Object.values(each).map(({ operationId }) => operationId),
    );
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(90);
  });

  test('says of every route what it is for', () => {
    const unsaid = Object.entries(description.paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, { summary }]) =>
        summary === '' ? [`${method} ${path}`] : [],
      ),
    );
    expect(unsaid).toEqual([]);
    const known = new Set(allRoutes.map(({ method, url }) => `${method} ${url}`));
    expect(Object.keys(routeWords).filter((name) => !known.has(name))).toEqual([]);
  });

  test('says of every route what it answers, by the types of its code', () => {
    const silent = Object.entries(description.paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, { responses }]) =>
        Object.keys(responses).some((status) => /^[23]/.test(status)) ? [] : [`${method} ${path}`],
      ),
    );
    expect(silent).toEqual([]);
  });

  test('tells what a route takes, who may use it and what it means for the log', () => {
    const verdict = description.paths['/api/cases/{case}/verdict']?.['post'];
    expect(verdict).toMatchObject({
      'x-roles': ['nurse', 'physician', 'lead'],
      'x-audit': 'decide',
      parameters: [{ name: 'case', in: 'path', required: true, schema: { type: 'integer' } }],
    });
    expect(JSON.stringify(verdict)).toContain('old-fracture');
  });

  test('holds nothing of a hospital', () => {
    expect(/:"\{\w+\}"|Verzonnen/.test(JSON.stringify(description))).toBe(false);
  });
});

test('every example is of a route that is there', () => {
  const known = new Set(allRoutes.map(({ method, url }) => `${method} ${url}`));
  expect(routeExamples.filter(({ route }) => !known.has(route))).toEqual([]);
  expect(routeExamples.length).toBeGreaterThan(30);
});

describe('the examples, made for real', () => {
  test.each(routeExamples.map((example) => [`${example.route}: ${example.title}`, example] as const))(
    '%s',
    async (_name, example) => {
      const ids: Ids = { case: found.id, person: found.person };
      const [method = ''] = example.route.split(' ');
      const as = example.as === null ? undefined : people.get(example.as);
      const answer = await server.ask(method as 'GET', addressOfExample(example, ids), {
        ...(as === undefined ? {} : { as }),
        ...(example.body === undefined ? {} : { body: withIds(example.body, ids) }),
      });
      expect(answer.statusCode).toBe(example.status);
      const isJson = String(answer.headers['content-type']).includes('json');
      expect(answerProblems(example, answer.statusCode, isJson ? answer.json() : '')).toEqual([]);
      if (example.answer !== undefined)
        expect(answer.json()).toMatchObject(withIds(example.answer, ids) as object);
    },
  );
});
