// Bulk export over HTTP ($export of the system, of patients, of a group): asked for, its state, its files, its end.
// Decision: nothing is prepared and nothing is stored but the request: each file is written from the record while it is
// fetched, a portion at a time, so that a million resources cost neither memory nor a second copy of all patients.
// Whoever asked, and nobody else, sees an export; people who ask are leads, programs need system scopes.

import { Readable } from 'node:stream';
import { z } from 'zod';
import { type Answer, reply } from '../../http/answer.ts';
import { type Route, siteRoute } from '../../http/route.ts';
import type { Visit } from '../../http/visit.ts';
import type { Role } from '../../people/role.ts';
import { notFoundAnswer, outcomeAnswer, problemsAnswer } from '../fhir-answer.ts';
import { mayRead } from '../fhir-caller.ts';
import { fhirBase, readContextOf } from '../fhir-request.ts';
import { groupLists } from '../types/measure-types.ts';
import { exportLines, hasAny } from './export-lines.ts';
import { ndjson, readExportQuery } from './export-query.ts';
import { addExport, type ExportRequest, endExport, exportById, type NewExport } from './export-requests.ts';

const roles: readonly [Role, ...Role[]] = ['lead', 'machine'];
const query = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const id = z.coerce.number().int().positive();

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
  const read = readExportQuery(context, level, list, asked);
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

const ofAll = (['system', 'patient'] as const).map((level) =>
  siteRoute({
    method: 'GET',
    url: level === 'system' ? '/fhir/$export' : '/fhir/Patient/$export',
    roles,
    audit: 'export',
    query,
    handle: (visit, input) => kickOff(visit, level, null, input.query),
  }),
);

const ofGroup = siteRoute({
  method: 'GET',
  url: '/fhir/Group/:fhirId/$export',
  roles,
  audit: 'export',
  params: z.strictObject({ fhirId: z.string().regex(/^[A-Za-z0-9.-]{1,64}$/) }),
  query,
  handle: (visit, input) => kickOff(visit, 'group', input.params.fhirId, input.query),
});

/** About one export that was asked for: fetched, ended, or not there. */
function logStep(visit: Visit, id: number, isDone: boolean, step: Readonly<Record<string, string>>): void {
  visit.audit({
    action: 'export',
    outcome: isDone ? 'done' : 'failed',
    object: { type: 'fhir_export', id: String(id) },
    detail: { door: 'fhir', ...step },
  });
}

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
    logStep(visit, params.fhirExport, isIn, { step: 'fetched', ...(isIn ? { type } : {}) });
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
    logStep(visit, params.fhirExport, ended, { step: 'ended' });
    return ended ? reply(202, ndjson, null, {}) : notFoundAnswer;
  },
});

export const exportRoutes: readonly Route[] = [...ofAll, ofGroup, status, file, end];
