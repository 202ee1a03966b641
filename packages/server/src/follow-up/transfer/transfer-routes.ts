// Handing cases over and taking them in, over HTTP.

import { unreachable } from '@breekpunt/core';
import { z } from 'zod';
import { announce } from '../../events/announce.ts';
import { created, json, nothing, refuse } from '../../http/answer.ts';
import { type Route, siteRoute } from '../../http/route.ts';
import { carers } from '../../people/role.ts';
import { listSites } from '../../records/site-directory.ts';
import { followUpRules } from '../follow-up-rules.ts';
import { type CaseTransfer, deliver, handOver, openTransfers, takeIn } from './case-transfer.ts';

export interface CaseTransfers {
  readonly transfers: readonly CaseTransfer[];
  /** The other hospitals of this installation. */
  readonly hospitals: readonly { readonly id: string; readonly name: string }[];
}

const transferParams = z.strictObject({ transfer: z.coerce.number().int().positive() });

const list = siteRoute({
  method: 'GET',
  url: '/api/case-transfers',
  roles: carers,
  audit: 'none',
  handle: async ({ tx, context }) => {
    const hospitals = (await listSites(context.database.db)).flatMap(({ id, name }) =>
      id === tx.site ? [] : [{ id, name }],
    );
    const found: CaseTransfers = { transfers: await openTransfers(tx), hospitals };
    return json(found);
  },
});

const hand = siteRoute({
  method: 'POST',
  url: '/api/cases/:case/transfer',
  roles: carers,
  audit: 'send',
  params: z.strictObject({ case: z.coerce.number().int().positive() }),
  body: z.strictObject({
    onVersion: z.number().int().positive(),
    to: z.string(),
    consentBy: z.enum(['patient', 'representative']),
  }),
  handle: async (visit, { params, body: { to: named, ...body } }) => {
    const { tx, context, user, today, at } = visit;
    const to = (await listSites(context.database.db)).find(({ id }) => id === named && id !== tx.site);
    if (to === undefined)
      return refuse('refused', 'There is no such other hospital here.', { at: 'body.to' });
    const rules = await followUpRules(tx, user.country, today);
    const given = await handOver(tx, context.keys, params.case, { to, ...body }, rules, {
      user: user.id,
      at,
    });
    if (!given.ok)
      switch (given.error.kind) {
        case 'not-found':
          return refuse('not-found', 'There is no such case at this hospital.');
        case 'not-open':
          return refuse('refused', 'Only an open case is handed over.');
        case 'changed-meanwhile':
          return refuse('changed-meanwhile', 'Somebody else changed this case meanwhile. Read it again.', {
            version: given.error.version,
          });
        default:
          return unreachable(given.error);
      }
    const row = await tx.db
      .selectFrom('fls_case')
      .select('person_id')
      .where('site_id', '=', tx.site)
      .where('fls_case_id', '=', params.case)
      .executeTakeFirstOrThrow();
    await announce(tx, { topic: 'case', change: 'changed', id: params.case });
    visit.audit({
      action: 'send',
      person: row.person_id,
      object: { type: 'case', id: String(params.case) },
      detail: { to: to.id, consentBy: body.consentBy },
    });
    return created({ id: given.value });
  },
});

const bring = siteRoute({
  method: 'POST',
  url: '/api/case-transfers/:transfer/deliver',
  roles: carers,
  audit: 'send',
  params: transferParams,
  handle: async ({ tx, context, user, at, audit }, { params: { transfer } }) => {
    const brought = await deliver(tx, context.database.db, context.keys, transfer, user.siteName, at);
    if (!brought) return refuse('not-found', 'There is no such transfer at this hospital.');
    audit({ action: 'send', object: { type: 'case-transfer', id: String(transfer) } });
    return nothing();
  },
});

const accept = siteRoute({
  method: 'POST',
  url: '/api/case-transfers/:transfer/take-in',
  roles: carers,
  audit: 'create',
  params: transferParams,
  handle: async ({ tx, context, user, today, at, audit }, { params: { transfer } }) => {
    const rules = await followUpRules(tx, user.country, today);
    const taken = await takeIn(tx, context.keys, transfer, rules, { user: user.id, at });
    if (taken === null) return refuse('not-found', 'No case of that number waits to be taken in.');
    await announce(tx, { topic: 'case', change: 'added', id: taken.case });
    audit({ action: 'create', person: taken.person, object: { type: 'case', id: String(taken.case) } });
    return created({ case: taken.case });
  },
});

export const transferRoutes: readonly Route[] = [list, hand, bring, accept];
