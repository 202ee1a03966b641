// Bulk export over HTTP ($export of the system, of patients, of a group): asked for, its state, its files, its end.
// Decision: nothing is prepared and nothing is stored but the request: each file is written from the record while it is
// fetched, a portion at a time, so that a million resources cost neither memory nor a second copy of all patients.
// Whoever asked, and nobody else, sees an export; people who ask are leads, programs need system scopes.

import { Readable } from 'node:stream';
import { failure, type Result, success } from '@breekpunt/core';
import { z } from 'zod';
import { type Answer, reply } from '../../http/answer.ts';
import { type Route, siteRoute } from '../../http/route.ts';
import type { Visit } from '../../http/visit.ts';
import type { Role } from '../../people/role.ts';
import { notFoundAnswer, outcomeAnswer, problemsAnswer } from '../fhir-answer.ts';
import { mayRead } from '../fhir-caller.ts';
import { fhirBase, readContextOf } from '../fhir-request.ts';
import type { SearchProblem } from '../search/read-search.ts';
import { readSearchValue } from '../search/search-value.ts';
import type { ReadContext } from '../search/source.ts';
import { groupLists } from '../types/measure-types.ts';
import { exportedTypes, exportLines, hasAny } from './export-lines.ts';
import { addExport, type ExportRequest, endExport, exportById, type NewExport } from './export-requests.ts';

const roles: readonly [Role, ...Role[]] = ['lead', 'machine'];
const query = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const id = z.coerce.number().int().positive();
const ndjson = 'application/fhir+ndjson';

const known = '_type, _since, _outputFormat';

function readRequest(
  context: ReadContext,
  level: NewExport['level'],
  list: string | null,
  asked: Readonly<Record<string, string | string[]>>,
): Result<Omit<NewExport, 'by' | 'at'>, readonly SearchProblem[]> {
  const problems: SearchProblem[] = [];
  const refuse = (code: SearchProblem['code'], parameter: string, diagnostics: string): void => {
    problems.push({ code, parameter, diagnostics });
  };
  for (const name of Object.keys(asked))
    if (!known.split(', ').includes(name))
      refuse('not-supported', '', `$export: a parameter is not known. Known are ${known}.`);
  const one = (name: string): string | undefined => [asked[name] ?? []].flat()[0];
  const format = one('_outputFormat');
  if (format !== undefined && !['ndjson', 'application/ndjson', ndjson].includes(format))
    refuse('value', '_outputFormat', `_outputFormat: expected ${ndjson}`);
  const since = one('_since');
  const from = since === undefined ? null : readSearchValue('date', since);
  const instant =
    from?.ok === true && from.value.kind === 'date' && from.value.precision === 'instant'
      ? new Date(from.value.from)
      : null;
  if (since !== undefined && instant === null)
    refuse('value', '_since', '_since: expected an instant such as 2026-11-01T00:00:00Z');
  const allowed = exportedTypes(level).filter((type) => mayRead(context.caller, type));
  const named = [asked['_type'] ?? []].flat().flatMap((text) => text.split(','));
  if (named.some((type) => !allowed.some((each) => each === type)))
    refuse('not-supported', '_type', `_type: here and with your scopes ${allowed.join(', ')}`);
  if (problems.length > 0) return failure(problems);
  // The access log goes out only when it was asked for by name.
  const types =
    named.length === 0
      ? allowed.filter((type) => type !== 'AuditEvent')
      : allowed.filter((type) => named.includes(type));
  return success({ level, list, types, since: instant });
}

async function kickOff(
  visit: Visit,
  level: NewExport['level'],
  list: string | null,
  asked: Readonly<Record<string, string | string[]>>,
): Promise<Answer> {
  const refused = (answer: Answer, outcome: 'refused' | 'failed'): Answer => {
    visit.audit({ action: 'export', outcome, detail: { door: 'fhir', level } });
    return answer;
  };
  const context = readContextOf(visit);
  if (list !== null && !groupLists.some((each) => each === list)) return refused(notFoundAnswer, 'failed');
  if (!/\brespond-async\b/.test(visit.header('prefer') ?? ''))
    return refused(
      outcomeAnswer(400, 'required', 'An export is asked for with the header Prefer: respond-async.'),
      'failed',
    );
  const read = readRequest(context, level, list, asked);
  if (!read.ok) return refused(problemsAnswer(read.error), 'failed');
  if (read.value.types.length === 0)
    return refused(
      outcomeAnswer(403, 'forbidden', 'No type can be exported with the scopes that were granted.'),
      'refused',
    );
  const added = await addExport(visit.tx, { ...read.value, by: visit.user.id, at: visit.at });
  visit.audit({
    action: 'export',
    object: { type: 'fhir_export', id: String(added) },
    detail: { door: 'fhir', step: 'asked', level, types: read.value.types.join(' ') },
  });
  return reply(202, ndjson, null, { 'content-location': `${fhirBase(visit)}/$export-status/${added}` });
}

const ofSystem = siteRoute({
  method: 'GET',
  url: '/fhir/$export',
  roles,
  audit: 'export',
  query,
  handle: (visit, input) => kickOff(visit, 'system', null, input.query),
});

const ofPatients = siteRoute({
  method: 'GET',
  url: '/fhir/Patient/$export',
  roles,
  audit: 'export',
  query,
  handle: (visit, input) => kickOff(visit, 'patient', null, input.query),
});

const ofGroup = siteRoute({
  method: 'GET',
  url: '/fhir/Group/:fhirId/$export',
  roles,
  audit: 'export',
  params: z.strictObject({ fhirId: z.string().regex(/^[A-Za-z0-9.-]{1,64}$/) }),
  query,
  handle: (visit, input) => kickOff(visit, 'group', input.params.fhirId, input.query),
});

const status = siteRoute({
  method: 'GET',
  url: '/fhir/$export-status/:fhirExport',
  roles,
  audit: 'none',
  params: z.strictObject({ fhirExport: id }),
  handle: async (visit, { params }) => {
    const found = await exportById(visit.tx, params.fhirExport, visit.user.id, visit.at);
    if (found === null) return notFoundAnswer;
    const context = readContextOf(visit);
    const base = fhirBase(visit);
    const output = [];
    for (const type of found.types)
      if (mayRead(context.caller, type) && (await hasAny(context, found, type)))
        output.push({ type, url: `${base}/$export-file/${found.id}/${type}.ndjson` });
    return reply(
      200,
      'application/json',
      JSON.stringify({
        transactionTime: found.at.toISOString(),
        request: requestOf(base, found),
        requiresAccessToken: true,
        output,
        error: [],
      }),
      {},
    );
  },
});

function requestOf(base: string, { level, list, types, since }: ExportRequest): string {
  const place = { system: '', patient: '/Patient', group: `/Group/${list ?? ''}` }[level];
  const asked = new URLSearchParams({
    _type: types.join(','),
    ...(since === null ? {} : { _since: since.toISOString() }),
  });
  return `${base}${place}/$export?${asked.toString()}`;
}

const file = siteRoute({
  method: 'GET',
  url: '/fhir/$export-file/:fhirExport/:fhirFile',
  roles,
  audit: 'export',
  params: z.strictObject({ fhirExport: id, fhirFile: z.string().regex(/^[A-Za-z]{1,64}\.ndjson$/) }),
  handle: async (visit, { params }) => {
    const type = params.fhirFile.replace('.ndjson', '');
    const found = await exportById(visit.tx, params.fhirExport, visit.user.id, visit.at);
    const context = readContextOf(visit);
    const isIn = found?.types.includes(type) === true && mayRead(context.caller, type);
    visit.audit({
      action: 'export',
      outcome: isIn ? 'done' : 'failed',
      object: { type: 'fhir_export', id: String(params.fhirExport) },
      detail: { door: 'fhir', step: 'fetched', ...(isIn ? { type } : {}) },
    });
    if (found === null || !isIn) return notFoundAnswer;
    return reply(200, ndjson, Readable.from(exportLines(visit, context, found, type)), {});
  },
});

const end = siteRoute({
  method: 'DELETE',
  url: '/fhir/$export-status/:fhirExport',
  roles,
  audit: 'export',
  params: z.strictObject({ fhirExport: id }),
  handle: async (visit, { params }) => {
    const ended = await endExport(visit.tx, params.fhirExport, visit.user.id, visit.at);
    visit.audit({
      action: 'export',
      outcome: ended ? 'done' : 'failed',
      object: { type: 'fhir_export', id: String(params.fhirExport) },
      detail: { door: 'fhir', step: 'ended' },
    });
    return ended ? reply(202, ndjson, null, {}) : notFoundAnswer;
  },
});

export const exportRoutes: readonly Route[] = [ofSystem, ofPatients, ofGroup, status, file, end];
