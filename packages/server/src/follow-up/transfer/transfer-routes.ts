// Handing cases over and taking them in, over HTTP.

import { unreachable } from '@breekpunt/core';
import { z } from 'zod';
import { noSuchCase } from '../../case/no-such-case.ts';
import { announce } from '../../events/announce.ts';
import { created, json, nothing, refuse } from '../../http/answer.ts';
import { type Route, siteRoute, uploadRoute } from '../../http/route.ts';
import { changedMeanwhile } from '../../people/changed-meanwhile.ts';
import { carers } from '../../people/role.ts';
import { listSites } from '../../records/site-directory.ts';
import { followUpRules } from '../follow-up-rules.ts';
import {
  arrivedElsewhere,
  deliver,
  fileOf,
  type Handing,
  handOver,
  receiveFile,
  takeIn,
} from './case-transfer.ts';
import { type CaseTransfer, openTransfers } from './open-transfers.ts';

export interface CaseTransfers {
  readonly transfers: readonly CaseTransfer[];
  /** The other hospitals of this installation. */
  readonly hospitals: readonly { readonly id: string; readonly name: string }[];
}

/** For a hospital of another installation. The code is shown this once. */
export interface TransferFile {
  readonly code: string;
  readonly name: string;
  readonly file: string;
}

const transferParams = z.strictObject({ transfer: z.coerce.number().int().positive() });

const list = siteRoute({
  method: 'GET',
  url: '/api/case-transfers',
  roles: carers,
  audit: 'list',
  handle: async ({ tx, context, audit }) => {
    const hospitals = (await listSites(context.database.db)).flatMap(({ id, name }) =>
      id === tx.site ? [] : [{ id, name }],
    );
    const found: CaseTransfers = { transfers: await openTransfers(tx), hospitals };
    const shown = found.transfers.flatMap(({ patient }) => (patient === null ? [] : [patient.id]));
    audit({ action: 'list', shown: [...new Set(shown)], object: { type: 'case-transfer', id: 'open' } });
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
    /** The id of a hospital of this installation. */
    to: z.string().nullable(),
    /** Or the name of one elsewhere. */
    outside: z.string().trim().min(1).max(200).nullable().default(null),
    consentBy: z.enum(['patient', 'representative']),
  }),
  handle: async (visit, { params, body: { to: named, outside, ...body } }) => {
    const { tx, context, user, today, at } = visit;
    if ((named === null) === (outside === null))
      return refuse('refused', 'Name one hospital: of this installation (to), or elsewhere (outside).', {
        at: 'body.to',
      });
    const to: Handing['to'] | undefined =
      outside === null
        ? (await listSites(context.database.db)).find(({ id }) => id === named && id !== tx.site)
        : { id: null, name: outside };
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
          return noSuchCase();
        case 'not-open':
          return refuse('refused', 'Only an open case is handed over.');
        case 'changed-meanwhile':
          return changedMeanwhile(visit, 'case', given.error);
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
      detail: { to: to.id ?? 'elsewhere', consentBy: body.consentBy },
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
    const taken = await takeIn(tx, context.keys, transfer, rules, { user: user.id, at }).catch(badRows);
    if (taken === 'bad-rows')
      return refuse(
        'refused',
        'The case holds values that this installation does not take. Ask the other hospital to make the file anew with the same version.',
      );
    if (taken === null) return refuse('not-found', 'No case of that number waits to be taken in.');
    await announce(tx, { topic: 'case', change: 'added', id: taken.case });
    audit({ action: 'create', person: taken.person, object: { type: 'case', id: String(taken.case) } });
    return created({ case: taken.case });
  },
});

/** What the database refuses of another installation's rows is bad input; anything else is a mistake of ours. */
function badRows(error: unknown): 'bad-rows' {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // Classes 22 and 23: a value that cannot be, or that breaks a rule of the record.
  if (/^2[23]/.test(code)) return 'bad-rows';
  throw error;
}

const takeAlong = siteRoute({
  method: 'POST',
  url: '/api/case-transfers/:transfer/file',
  roles: carers,
  audit: 'send',
  params: transferParams,
  handle: async ({ tx, context, user, audit }, { params: { transfer } }) => {
    const made = await fileOf(tx, context.keys, transfer, user.siteName);
    if (made === null) return refuse('not-found', 'No transfer of that number waits to go elsewhere.');
    audit({
      action: 'send',
      person: made.person,
      object: { type: 'case-transfer', id: String(transfer) },
      detail: { step: 'file' },
    });
    const file: TransferFile = { code: made.code, name: `case-${transfer}.breekpunt`, file: made.file };
    return created(file);
  },
});

const arrived = siteRoute({
  method: 'POST',
  url: '/api/case-transfers/:transfer/arrived',
  roles: carers,
  audit: 'send',
  params: transferParams,
  handle: async ({ tx, at, audit }, { params: { transfer } }) => {
    if (!(await arrivedElsewhere(tx, transfer, at)))
      return refuse('not-found', 'No transfer of that number waits to go elsewhere.');
    audit({
      action: 'send',
      object: { type: 'case-transfer', id: String(transfer) },
      detail: { step: 'arrived' },
    });
    return nothing();
  },
});

const mostFileBytes = 20_000_000;

const receive = uploadRoute({
  method: 'POST',
  url: '/api/case-transfers/files',
  roles: carers,
  audit: 'import',
  upTo: mostFileBytes,
  handle: async ({ tx, context, at, header, audit }, { body }) => {
    // In a header, so that no proxy writes it down.
    const received = await receiveFile(tx, context.keys, header('x-transfer-code') ?? '', body, at);
    if (!received.ok)
      return refuse(
        'refused',
        received.error === 'does-not-open'
          ? 'The file does not open with this code, or was altered on its way.'
          : 'This is no file of a case from Breekpunt.',
        { because: received.error },
      );
    audit({ action: 'import', object: { type: 'case-transfer', id: received.value } });
    return nothing();
  },
});

export const transferRoutes: readonly Route[] = [list, hand, bring, accept, takeAlong, arrived, receive];
