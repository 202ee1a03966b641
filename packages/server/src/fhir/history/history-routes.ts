// The versions of a type, and of all types that the caller may read: GET /fhir/Patient/_history, GET /fhir/_history. Decision: the
// access log has none, because nothing in it ever changes; and what is not granted is left out of the history of the whole, as
// it is of a search.

import { failure, type Result, success } from '@breekpunt/core';
import { z } from 'zod';
import type { Answer } from '../../http/answer.ts';
import { type Route, siteRoute } from '../../http/route.ts';
import type { Visit } from '../../http/visit.ts';
import { carers } from '../../people/role.ts';
import { fhirAnswer, historyBundle, outcomeAnswer, problemsAnswer } from '../fhir-answer.ts';
import { mayRead } from '../fhir-caller.ts';
import { fhirBase, ifMayRead, personsIn, readContextOf } from '../fhir-request.ts';
import type { SearchProblem } from '../search/read-search.ts';
import { readSearchValue } from '../search/search-value.ts';
import type { ReadContext, ServedType } from '../search/source.ts';
import { servedTypes } from '../served-types.ts';
import { readHistoryMark, writeHistoryMark } from './history-mark.ts';
import { type HistoryAsked, runHistory } from './run-history.ts';

type Query = Readonly<Record<string, string | string[]>>;

const query: z.ZodType<Query> = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

const says: Readonly<Record<string, string>> = {
  _since: 'only versions from this instant on, such as 2026-11-01T00:00:00Z',
  _count: 'versions on a page, 1 to 500; 50 when absent',
  _format: 'json; any other form is answered with 406',
  _page: 'where a next page begins, as the link of the page before says it',
};

const mostOnPage = 500;
const usualOnPage = 50;

function readAsked(asked: Query): Result<HistoryAsked, readonly SearchProblem[]> {
  const problems: SearchProblem[] = [];
  for (const name of Object.keys(asked))
    if (!Object.hasOwn(says, name)) {
      const diagnostics = `A parameter is not known. Of a history known are ${Object.keys(says).join(', ')}.`;
      problems.push({ code: 'not-supported', parameter: '', diagnostics });
    }
  const refuse = (parameter: string): void => {
    problems.push({ code: 'value', parameter, diagnostics: `${parameter}: ${says[parameter]}` });
  };
  const one = (name: string): string | undefined => {
    const values = [asked[name] ?? []].flat();
    if (values.length > 1) refuse(name);
    return values[0];
  };
  const sinceText = one('_since');
  const since = sinceText === undefined ? null : instantIn(sinceText);
  if (sinceText !== undefined && since === null) refuse('_since');
  const countText = one('_count');
  const count =
    countText === undefined ? usualOnPage : /^[1-9]\d{0,5}$/.test(countText) ? Number(countText) : 0;
  if (count === 0) refuse('_count');
  const pageText = one('_page');
  const after = pageText === undefined ? null : readHistoryMark(pageText);
  if (pageText !== undefined && after === null) refuse('_page');
  return problems.length > 0
    ? failure(problems)
    : success({ since, after, count: Math.min(count, mostOnPage) });
}

function instantIn(text: string): Date | null {
  const read = readSearchValue('date', text);
  const isInstant = read.ok && read.value.kind === 'date' && read.value.precision === 'instant';
  return isInstant && read.value.kind === 'date' ? new Date(read.value.from) : null;
}

async function answer(
  visit: Visit,
  context: ReadContext,
  types: readonly ServedType[],
  path: string,
  asked: Query,
): Promise<Answer> {
  const detail = { door: 'fhir', type: types.length === 1 ? (types[0]?.type ?? '') : 'all', step: 'history' };
  const read = readAsked(asked);
  if (!read.ok) {
    visit.audit({ action: 'search', outcome: 'failed', detail });
    return problemsAnswer(read.error);
  }
  const { versions, next } = await runHistory(context, types, read.value);
  visit.audit({
    action: 'search',
    shown: personsIn(versions),
    detail: { ...detail, found: versions.length },
  });
  const base = fhirBase(visit);
  const address = (more: Query): string => {
    const search = new URLSearchParams(
      Object.entries({ ...asked, ...more }).map(([name, value]): [string, string] => [
        name,
        [value].flat()[0] ?? '',
      ]),
    ).toString();
    return `${base}${path}${search === '' ? '' : `?${search}`}`;
  };
  const links = {
    self: address({}),
    next: next === null ? null : address({ _page: writeHistoryMark(next) }),
  };
  return fhirAnswer(historyBundle(base, versions, links, null));
}

const withHistory = servedTypes.filter(({ type }) => type !== 'AuditEvent');

const ofTypes = withHistory.map((served) =>
  siteRoute({
    method: 'GET',
    url: `/fhir/${served.type}/_history`,
    roles: [...carers, 'machine'],
    audit: 'search',
    query,
    handle: (visit, input) =>
      ifMayRead(visit, served.type, 'search', 'search', (context) =>
        answer(visit, context, [served], `/${served.type}/_history`, input.query),
      ),
  }),
);

const ofAll = siteRoute({
  method: 'GET',
  url: '/fhir/_history',
  roles: [...carers, 'machine'],
  audit: 'search',
  query,
  handle: async (visit, input) => {
    const context = readContextOf(visit);
    const types = withHistory.filter(({ type }) => mayRead(context.caller, type));
    if (types.length === 0) {
      visit.audit({ action: 'search', outcome: 'refused', detail: { door: 'fhir', step: 'history' } });
      return outcomeAnswer(403, 'forbidden', 'No type can be read with the scopes that were granted.');
    }
    return answer(visit, context, types, '/_history', input.query);
  },
});

export const historyRoutes: readonly Route[] = [...ofTypes, ofAll];
