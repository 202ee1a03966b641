// The worklist over HTTP: its pages, counts, search, who gets which cases, and the filters people keep.

import { sql } from 'kysely';
import { z } from 'zod';
import { announce } from '../events/announce.ts';
import { file, json, nothing, refuse } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import { carers } from '../people/role.ts';
import { assignCases } from './assign-cases.ts';
import { countFiltered, countLists } from './count-cases.ts';
import { exportWorklist } from './export-worklist.ts';
import { removeView, savedViews, saveView } from './saved-views.ts';
import { searchCases } from './search-cases.ts';
import { wakeSnoozed } from './wake-snoozed.ts';
import type { Asker } from './worklist-cases.ts';
import { type WorklistFilter, worklistFilterShape } from './worklist-filter.ts';
import { type WorklistPage, worklistPage } from './worklist-page.ts';

const pageSize = 50;
const id = z.number().int().positive();

export interface WorklistAnswer extends WorklistPage {
  /** Under the filter, all pages together; told with the first page only. */
  readonly total: number | null;
  /** When a report last came in; null when none ever did. */
  readonly lastReportAt: Date | null;
}

function askerOf({ user, today }: Pick<Visit, 'user' | 'today'>): Asker {
  return { user: user.id, today };
}

const page = siteRoute({
  method: 'GET',
  url: '/api/worklist',
  roles: carers,
  audit: 'list',
  query: z.strictObject({ ...worklistFilterShape, after: z.string().max(200).optional() }),
  handle: async (visit, { query: { after = null, ...filter } }) => {
    const { tx, audit } = visit;
    await wakeSnoozed(tx, visit.today);
    const found = await worklistPage(tx, askerOf(visit), filter, after, pageSize);
    if (!found.ok)
      return refuse('not-valid', 'The place in the list is not one that was given. Read the list anew.', {
        fields: [{ at: 'query.after', expected: 'the next of a page' }],
      });
    audit({
      action: 'list',
      shown: [...new Set(found.value.rows.map(({ patient }) => patient.id))],
      object: { type: 'worklist', id: filter.list },
      detail: { shown: found.value.rows.length },
    });
    const { total, last_report_at: lastReportAt } = await besidePage(visit, after === null ? filter : null);
    const answer: WorklistAnswer = { ...found.value, total, lastReportAt };
    return json(answer);
  },
});

/** What stands beside a page, in one question; without a filter nothing is counted. */
function besidePage(
  visit: Visit,
  filter: WorklistFilter | null,
): Promise<{ readonly total: number | null; readonly last_report_at: Date | null }> {
  const { tx } = visit;
  const lastReport = tx.db
    .selectFrom('report')
    .select('received_at')
    .where('site_id', '=', tx.site)
    .orderBy('report_id', 'desc')
    .limit(1);
  return tx.db
    .selectNoFrom([
      (filter === null ? sql<null>`null::bigint` : countFiltered(tx, askerOf(visit), filter)).as('total'),
      lastReport.as('last_report_at'),
    ])
    .executeTakeFirstOrThrow();
}

const counts = siteRoute({
  method: 'GET',
  url: '/api/worklist/counts',
  roles: carers,
  audit: 'none',
  handle: async (visit) => json(await countLists(visit.tx, askerOf(visit))),
});

const fileTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const download = siteRoute({
  method: 'GET',
  url: '/api/worklist/export',
  roles: carers,
  audit: 'export',
  query: z.strictObject({
    ...worklistFilterShape,
    format: z.enum(['csv', 'xlsx']).default('xlsx'),
    language: z.enum(['nl', 'fr', 'en']).default('en'),
  }),
  handle: async (visit, { query: { format, language, ...filter } }) => {
    const { tx, today, audit } = visit;
    const {
      file: content,
      persons,
      rows,
    } = await exportWorklist(tx, askerOf(visit), filter, format, language);
    audit({
      action: 'export',
      shown: persons,
      object: { type: 'worklist', id: filter.list },
      detail: { rows, format },
    });
    return file(`worklist-${filter.list}-${today}.${format}`, fileTypes[format], content);
  },
});

const assign = siteRoute({
  method: 'POST',
  url: '/api/worklist/assign',
  roles: carers,
  audit: 'change',
  body: z.strictObject({
    cases: z
      .array(z.strictObject({ id, version: id }))
      .min(1)
      .max(500),
    owner: id.nullable(),
  }),
  handle: async (visit, { body: { cases, owner } }) => {
    const { tx, user, at, audit } = visit;
    if (owner !== null && !(await isColleague(visit, owner)))
      return refuse('not-found', 'There is no such colleague at this hospital.');
    const assigned = await assignCases(tx, user.id, at, cases, owner);
    const [only] = assigned.done;
    if (only !== undefined)
      await announce(tx, {
        topic: 'case',
        change: 'changed',
        id: assigned.done.length === 1 ? only.id : null,
      });
    audit({
      action: 'change',
      object: { type: 'worklist', id: 'owner' },
      detail: { given: assigned.done.length, left: assigned.left.length },
    });
    return json(assigned);
  },
});

async function isColleague({ tx }: Visit, user: number): Promise<boolean> {
  const row = await tx.db
    .selectFrom('app_user')
    .select('app_user_id')
    .where('site_id', '=', tx.site)
    .where('app_user_id', '=', user)
    .where('active', '=', true)
    .executeTakeFirst();
  return row !== undefined;
}

const search = siteRoute({
  method: 'POST',
  url: '/api/search',
  roles: carers,
  audit: 'search',
  // A body, not a query: what is typed is a name or a number, and addresses are written down by proxies.
  body: z.strictObject({ typed: z.string().min(1).max(200) }),
  handle: async (visit, { body: { typed } }) => {
    const { tx, context, today, audit } = visit;
    const { rows, withoutCase, persons } = await searchCases(tx, context.keys, today, typed);
    audit({
      action: 'search',
      shown: persons,
      detail: { byNumber: /\d/.test(typed), found: persons.length },
    });
    return json({ rows, withoutCase });
  },
});

const views = siteRoute({
  method: 'GET',
  url: '/api/views',
  roles: carers,
  audit: 'none',
  handle: async ({ tx, user }) => json({ views: await savedViews(tx, user.id) }),
});

const keepView = siteRoute({
  method: 'POST',
  url: '/api/views',
  roles: carers,
  audit: 'none',
  body: z.strictObject({ name: z.string().trim().min(1).max(60), query: z.string().max(500) }),
  handle: async ({ tx, user }, { body: { name, query } }) =>
    json({ id: await saveView(tx, user.id, name, query) }),
});

const dropView = siteRoute({
  method: 'DELETE',
  url: '/api/views/:view',
  roles: carers,
  audit: 'none',
  params: z.strictObject({ view: z.coerce.number().int().positive() }),
  handle: async ({ tx, user }, { params: { view } }) =>
    (await removeView(tx, user.id, view))
      ? nothing()
      : refuse('not-found', 'There are no such filters of yours.'),
});

export const worklistRoutes: readonly Route[] = [
  page,
  counts,
  download,
  assign,
  search,
  views,
  keepView,
  dropView,
];
