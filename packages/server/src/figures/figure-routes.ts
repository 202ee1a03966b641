// The figures of a case over HTTP.

import { loadKnowledge } from '@breekpunt/knowledge';
import { z } from 'zod';
import { noSuchCase } from '../case/no-such-case.ts';
import { json } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import { carers } from '../people/role.ts';
import { readCaseFigures } from './case-figures.ts';

const show = siteRoute({
  method: 'GET',
  url: '/api/cases/:case/figures',
  roles: carers,
  audit: 'view',
  params: z.strictObject({ case: z.coerce.number().int().positive() }),
  handle: async ({ tx, today, user, audit }, { params }) => {
    const figures = await readCaseFigures(tx, loadKnowledge(), { today, country: user.country }, params.case);
    if (figures === null) return noSuchCase();
    audit({
      action: 'view',
      person: figures.patient,
      object: { type: 'case', id: String(params.case) },
      detail: { part: 'figures' },
    });
    return json(figures);
  },
});

export const figureRoutes: readonly Route[] = [show];
