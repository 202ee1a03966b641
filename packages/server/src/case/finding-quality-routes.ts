// How well case finding works, over HTTP: the figures, the sample, and what people mark in reports.

import { z } from 'zod';
import { json, refuse } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import { carers } from '../people/role.ts';
import { findingQuality } from './finding-quality.ts';
import { followReport, holdReport } from './follow-correction.ts';
import { markReport, reportMarkBody } from './mark-report.ts';
import { sampleReport } from './sample-report.ts';

const figures = siteRoute({
  method: 'GET',
  url: '/api/finding-quality',
  roles: carers,
  audit: 'none',
  handle: async ({ tx }) => json(await findingQuality(tx)),
});

const sample = siteRoute({
  method: 'GET',
  url: '/api/finding-quality/sample',
  roles: carers,
  audit: 'view',
  handle: async ({ tx, today, audit }) => {
    const report = await sampleReport(tx, today.slice(0, 'yyyy-mm'.length));
    audit({
      action: 'view',
      person: report?.person ?? null,
      object: report === null ? null : { type: 'report', id: String(report.id) },
      detail: { sample: true },
    });
    return json({ report });
  },
});

const mark = siteRoute({
  method: 'POST',
  url: '/api/reports/:report/marks',
  roles: carers,
  audit: 'decide',
  params: z.strictObject({ report: z.coerce.number().int().positive() }),
  body: reportMarkBody,
  handle: async (visit, { params: { report }, body }) => {
    const { tx, user, at, audit } = visit;
    await holdReport(visit, report);
    const marked = await markReport(tx, report, body, user.id, at);
    if (!marked.ok)
      return marked.error.kind === 'not-found'
        ? refuse('not-found', 'There is no such report or finding at this hospital.')
        : refuse('refused', 'The words do not lie in this report.', { at: 'body.end' });
    if (marked.value.changesFractures) await followReport(visit, marked.value.person);
    audit({
      action: 'decide',
      person: marked.value.person,
      object: { type: 'report', id: String(report) },
      detail: { mark: body.mark },
    });
    return json({ verdict: marked.value.verdict });
  },
});

export const findingQualityRoutes: readonly Route[] = [figures, sample, mark];
