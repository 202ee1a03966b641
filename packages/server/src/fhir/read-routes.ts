// Routes of one resource type: search (by address and by form), read, versions. Made from the list of served types.

import { failure, type Result } from '@breekpunt/core';
import { z } from 'zod';
import type { AuditAction } from '../audit/audit-event.ts';
import type { Answer } from '../http/answer.ts';
import { type Route, siteRoute, uploadRoute } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import { carers, type Role } from '../people/role.ts';
import {
  fhirAnswer,
  historyBundle,
  notFoundAnswer,
  outcomeAnswer,
  problemsAnswer,
  resourceAnswer,
  searchBundle,
} from './fhir-answer.ts';
import { fhirBase, ifMayRead, personsIn } from './fhir-request.ts';
import { type ResourceView, readView, viewed } from './resource-view.ts';
import { writePageMark } from './search/page-mark.ts';
import { readOne, versionsOf } from './search/read-one.ts';
import { readSearch, type SearchProblem } from './search/read-search.ts';
import { mostBeside, runIncludes } from './search/run-includes.ts';
import { runSearch } from './search/run-search.ts';
import type { ReadContext, ServedType } from './search/source.ts';

type Query = Readonly<Record<string, string | string[]>>;

const query: z.ZodType<Query> = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const fhirId = z.string().regex(/^[A-Za-z0-9.-]{1,64}$/);
const one = z.strictObject({ fhirId });
const version = z.strictObject({ fhirId, fhirVersion: fhirId });
const mostFormBytes = 100_000;

export function readRoutes(served: ServedType): readonly Route[] {
  const url = `/fhir/${served.type}` as const;
  const roles: readonly [Role, ...Role[]] =
    served.type === 'AuditEvent' ? ['auditor', 'lead', 'physician', 'machine'] : [...carers, 'machine'];
  const looked: AuditAction = served.type === 'AuditEvent' ? 'read-log' : 'view';
  const searched: AuditAction = served.type === 'AuditEvent' ? 'read-log' : 'search';
  return [
    siteRoute({
      method: 'GET',
      url,
      roles,
      audit: searched,
      query,
      handle: (visit, input) => search(visit, served, searched, input.query),
    }),
    uploadRoute({
      method: 'POST',
      url: `${url}/_search`,
      roles,
      audit: searched,
      upTo: mostFormBytes,
      query,
      handle: (visit, { query: inAddress, body }) =>
        search(visit, served, searched, withForm(inAddress, body)),
    }),
    siteRoute({
      method: 'GET',
      url: `${url}/:fhirId`,
      roles,
      audit: looked,
      params: one,
      query,
      handle: (visit, { params, query: asked }) =>
        ifMayRead(visit, served.type, looked, 'read', async (context) => {
          const view = readReadQuery(served.type, asked);
          if (!view.ok) {
            visit.audit({ action: looked, outcome: 'failed', detail: { door: 'fhir', type: served.type } });
            return problemsAnswer([view.error]);
          }
          const found = onlyOwnLog(visit, served) ? null : await readOne(context, served, params.fhirId);
          if (found === null) return missed(visit, served, looked);
          log(visit, served, looked, params.fhirId, found.person);
          return resourceAnswer(viewed(found.resource, view.value), visit.header('if-none-match'));
        }),
    }),
    siteRoute({
      method: 'GET',
      url: `${url}/:fhirId/_history`,
      roles,
      audit: looked,
      params: one,
      handle: (visit, { params }) =>
        versions(visit, served, looked, params.fhirId, (_context, all) => {
          const base = fhirBase(visit);
          const self = `${base}/${served.type}/${params.fhirId}/_history`;
          const numbered = all.map((one, place) => ({ ...one, first: place === all.length - 1 }));
          return fhirAnswer(historyBundle(base, numbered, { self, next: null }, all.length));
        }),
    }),
    siteRoute({
      method: 'GET',
      url: `${url}/:fhirId/_history/:fhirVersion`,
      roles,
      audit: looked,
      params: version,
      handle: (visit, { params }) =>
        versions(visit, served, looked, params.fhirId, (_context, all) => {
          const found = all.find(({ resource }) => resource.meta?.versionId === params.fhirVersion);
          return found === undefined
            ? outcomeAnswer(404, 'not-found', 'There is no such version of this resource.')
            : resourceAnswer(found.resource, visit.header('if-none-match'));
        }),
    }),
  ];
}

/** Of a resource that is named, only how much of it is shown can be asked. */
function readReadQuery(type: string, asked: Query): Result<ResourceView, SearchProblem> {
  const known = ['_summary', '_elements', '_format'];
  if (Object.keys(asked).some((name) => !known.includes(name)))
    return failure({
      code: 'not-supported',
      parameter: '',
      diagnostics: `A parameter is not known. Of a read known are ${known.join(', ')}.`,
    });
  const one = (name: string): string | undefined => [asked[name] ?? []].flat()[0];
  const view = readView(type, { summary: one('_summary'), elements: one('_elements') });
  if (view.ok && one('_summary') !== 'count') return view;
  const { parameter, expected } = view.ok
    ? ({ parameter: '_summary', expected: 'true, text, data or false' } as const)
    : view.error;
  return failure({ code: 'value', parameter, diagnostics: `${parameter}: expected ${expected}` });
}

/** The log as a whole is for who checks it; others read what was done with one patient's record. */
function onlyOwnLog({ user }: Visit, { type }: ServedType): boolean {
  return type === 'AuditEvent' && user.role !== 'auditor' && user.role !== 'machine';
}

async function search(visit: Visit, served: ServedType, action: AuditAction, asked: Query): Promise<Answer> {
  return ifMayRead(visit, served.type, action, 'search', async (context) => {
    const read = readSearch(served, asked);
    if (!read.ok) {
      visit.audit({ action, outcome: 'failed', detail: { door: 'fhir', type: served.type } });
      return problemsAnswer(read.error);
    }
    if (onlyOwnLog(visit, served) && !read.value.asked.some(({ name }) => name === 'patient')) {
      visit.audit({ action, outcome: 'refused', detail: { door: 'fhir', type: served.type } });
      return outcomeAnswer(400, 'required', 'The log as a whole is for auditors; ask with patient=.');
    }
    const page = await runSearch(context, served, read.value);
    const beside = await runIncludes(context, served, read.value, page.found);
    if (!beside.ok) {
      visit.audit({ action, outcome: 'failed', detail: { door: 'fhir', type: served.type } });
      const says = `More than ${mostBeside} resources stand beside this page; ask for a smaller one with _count.`;
      return outcomeAnswer(403, 'too-costly', says);
    }
    visit.audit({
      action,
      shown: personsIn([...page.found, ...beside.value.included]),
      detail: {
        door: 'fhir',
        type: served.type,
        // Names of ours only, never what was asked for.
        asked: read.value.asked.map(({ name }) => name).join(' '),
        found: page.found.length,
      },
    });
    const base = fhirBase(visit);
    const self = `${base}/${served.type}`;
    const next = page.next === null ? null : { ...asked, _page: writePageMark(page.next) };
    const found = page.found.map((one) => ({ ...one, resource: viewed(one.resource, read.value.view) }));
    const links = { self: address(self, asked), next: next && address(self, next) };
    return fhirAnswer(searchBundle(base, { ...page, found }, beside.value, links));
  });
}

function address(url: string, asked: Query): string {
  const text = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) =>
      [value].flat().map((each): [string, string] => [name, each]),
    ),
  ).toString();
  return text === '' ? url : `${url}?${text}`;
}

function withForm(inAddress: Query, body: Buffer): Query {
  const all: Record<string, string[]> = {};
  const add = (name: string, value: string): void => {
    all[name] = [...(all[name] ?? []), value];
  };
  for (const [name, value] of Object.entries(inAddress)) for (const each of [value].flat()) add(name, each);
  for (const [name, value] of new URLSearchParams(body.toString('utf8'))) add(name, value);
  return all;
}

async function versions(
  visit: Visit,
  served: ServedType,
  action: AuditAction,
  id: string,
  answer: (context: ReadContext, all: Awaited<ReturnType<typeof versionsOf>>) => Answer,
): Promise<Answer> {
  return ifMayRead(visit, served.type, action, 'read', async (context) => {
    const all = onlyOwnLog(visit, served) ? [] : await versionsOf(context, served, id);
    if (all.length === 0) return missed(visit, served, action);
    log(visit, served, action, id, all[0]?.person ?? null);
    return answer(context, all);
  });
}

function log(
  visit: Visit,
  { type }: ServedType,
  action: AuditAction,
  id: string,
  person: number | null,
): void {
  visit.audit({ action, person, object: { type, id }, detail: { door: 'fhir' } });
}

function missed(visit: Visit, { type }: ServedType, action: AuditAction): Answer {
  visit.audit({ action, outcome: 'failed', detail: { door: 'fhir', type } });
  return notFoundAnswer;
}
