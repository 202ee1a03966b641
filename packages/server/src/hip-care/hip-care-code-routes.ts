// Which of the hospital's own codes fill which answer of the acute care of a hip: shown, and saved as a whole.

import { hipCareItems } from '@breekpunt/integrate';
import { z } from 'zod';
import { json, nothing } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import { type HipCareCode, hipCareCodes, saveHipCareCodes } from './hip-care-codes.ts';

interface HipCareCodesPage {
  readonly codes: readonly HipCareCode[];
}

const show = siteRoute({
  method: 'GET',
  url: '/api/hip-care/codes',
  roles: ['lead', 'it'],
  audit: 'none',
  handle: async ({ tx }) => {
    const page: HipCareCodesPage = { codes: await hipCareCodes(tx) };
    return json(page);
  },
});

const save = siteRoute({
  method: 'PUT',
  url: '/api/hip-care/codes',
  roles: ['lead', 'it'],
  audit: 'configure',
  body: z.strictObject({
    codes: z
      .array(
        z.strictObject({
          system: z.string().max(200),
          code: z.string().min(1).max(100),
          item: z.enum(hipCareItems),
        }),
      )
      .max(2_000),
  }),
  handle: async ({ tx, audit }, { body: { codes } }) => {
    await saveHipCareCodes(tx, codes);
    audit({
      action: 'configure',
      object: { type: 'hip-care', id: 'codes' },
      detail: { codes: codes.length },
    });
    return nothing();
  },
});

export const hipCareCodeRoutes: readonly Route[] = [show, save];
