// Decision aids over HTTP, and what a patient weighed turned into words for the physician. Nothing of it is kept: what the
// physician wants to keep goes into a note or a letter.

import { gridSummary, optionGrids, type ShownGrid } from '@breekpunt/inform';
import { claimLanguages, gridPathways, guideContent, loadKnowledge } from '@breekpunt/knowledge';
import { z } from 'zod';
import { json, refuse } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import { carers } from '../people/role.ts';

export interface GridsAnswer {
  readonly grids: readonly ShownGrid[];
}

const language = z.enum(claimLanguages).default('nl');

const list = siteRoute({
  method: 'GET',
  url: '/api/grids',
  roles: carers,
  audit: 'none',
  query: z.strictObject({ language, pathway: z.enum(gridPathways).optional() }),
  handle: async ({ today, user: { country } }, { query }) =>
    json({
      grids: optionGrids(loadKnowledge(), guideContent, {
        language: query.language,
        country,
        today,
        ...(query.pathway === undefined ? {} : { pathway: query.pathway }),
      }),
    } satisfies GridsAnswer),
});

const summary = siteRoute({
  method: 'POST',
  url: '/api/grids/:grid/summary',
  roles: carers,
  audit: 'none',
  params: z.strictObject({ grid: z.string().min(1).max(60) }),
  body: z.strictObject({
    language,
    weights: z.array(z.number().int().min(0).max(10).nullable()).max(20),
    leaning: z.string().max(60).nullable(),
    questions: z.string().max(2_000),
  }),
  handle: async ({ today, user: { country } }, { params, body }) => {
    const grid = optionGrids(loadKnowledge(), guideContent, {
      language: body.language,
      country,
      today,
    }).find(({ id }) => id === params.grid);
    return grid === undefined
      ? refuse('not-found', 'There is no such decision aid.')
      : json({ text: gridSummary(grid, body) });
  },
});

export const gridRoutes: readonly Route[] = [list, summary];
