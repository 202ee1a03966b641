// Which of the hospital's own codes fill which answer of the acute care of a hip: shown, added and taken away one by one by people,
// and saved as a whole by programs.

import { hipCareItems } from '@breekpunt/integrate';
import { z } from 'zod';
import { json, nothing, refuse } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import {
  addHipCareCode,
  type HipCareCode,
  hipCareCodes,
  removeHipCareCode,
  saveHipCareCodes,
} from './hip-care-codes.ts';

export interface HipCareCodesPage {
  readonly codes: readonly HipCareCode[];
  /** Every answer that a code can stand for. */
  readonly items: readonly HipCareCode['item'][];
}

const system = z.string().trim().max(200);
const code = z.string().trim().min(1).max(100);
const codeBody = z.strictObject({ system, code, item: z.enum(hipCareItems) });
const object = { type: 'hip-care', id: 'codes' } as const;

const show = siteRoute({
  method: 'GET',
  url: '/api/hip-care/codes',
  roles: ['lead', 'it'],
  audit: 'none',
  handle: async ({ tx }) => {
    const page: HipCareCodesPage = { codes: await hipCareCodes(tx), items: hipCareItems };
    return json(page);
  },
});

const save = siteRoute({
  method: 'PUT',
  url: '/api/hip-care/codes',
  roles: ['lead', 'it'],
  audit: 'configure',
  body: z.strictObject({
    codes: z.array(codeBody).max(2_000),
  }),
  handle: async ({ tx, audit }, { body: { codes } }) => {
    await saveHipCareCodes(tx, codes);
    audit({ action: 'configure', object, detail: { codes: codes.length } });
    return nothing();
  },
});

const add = siteRoute({
  method: 'POST',
  url: '/api/hip-care/codes',
  roles: ['lead', 'it'],
  audit: 'configure',
  body: codeBody,
  handle: async ({ tx, audit }, { body }) => {
    const known = await addHipCareCode(tx, body);
    if (known !== null)
      return refuse('taken', 'This code stands for an answer already; take it away first.', {
        at: 'body.code',
        item: known,
      });
    audit({ action: 'configure', object, detail: { step: 'added', item: body.item } });
    return nothing();
  },
});

const remove = siteRoute({
  method: 'DELETE',
  url: '/api/hip-care/codes',
  roles: ['lead', 'it'],
  audit: 'configure',
  query: z.strictObject({ system, code }),
  handle: async ({ tx, audit }, { query }) => {
    if (!(await removeHipCareCode(tx, query)))
      return refuse('not-found', 'There is no such code, or somebody took it away already.');
    audit({ action: 'configure', object, detail: { step: 'removed' } });
    return nothing();
  },
});

export const hipCareCodeRoutes: readonly Route[] = [show, save, add, remove];
