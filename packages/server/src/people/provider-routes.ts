// The two addresses of signing in at the hospital's own provider. A browser goes there, not a script, so every end is a
// page of the app: "/" when it went well, "/?sign-in=CODE" with a problem's code when it did not.

import { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { inSite } from '../database/site-transaction.ts';
import { type Answer, redirect, refuse } from '../http/answer.ts';
import type { ProblemCode } from '../http/problem.ts';
import { openRoute, type Route } from '../http/route.ts';
import type { Call } from '../http/visit.ts';
import { listSites } from '../records/site-directory.ts';
import { backFromProvider, type ProviderError, sendToProvider, type Vouched } from './provider.ts';
import { accountFor } from './provider-account.ts';
import { openSession } from './session.ts';

const none = (): Answer => refuse('not-found', 'This server has no sign-in at another provider.');

const start = openRoute({
  method: 'GET',
  url: '/api/oidc/start',
  perMinute: 60,
  handle: async ({ context, at }) => {
    const { web, keys } = context;
    if (web.provider === null) return none();
    const sent = await sendToProvider(web.provider, web, keys, at);
    if (!sent.ok) return turnedAway(codeOf(sent.error));
    return redirect(sent.value.to, [{ name: 'flow', value: sent.value.memory }]);
  },
});

const callback = openRoute({
  method: 'GET',
  url: '/api/oidc/callback',
  perMinute: 60,
  query: z.record(z.string(), z.string()),
  handle: async (call, { query }) => {
    const { web, keys } = call.context;
    if (web.provider === null) return none();
    const flow = { memory: call.cookie('flow'), query };
    const back = await backFromProvider(web.provider, web, keys, flow, call.at);
    if (!back.ok) return turnedAway(codeOf(back.error));
    const session = await sessionFor(call, back.value, web.provider.site);
    if (session === null) return turnedAway('sign-in-refused');
    return redirect('/', [
      { name: 'flow', value: null },
      { name: 'session', value: session },
    ]);
  },
});

/** The text for the session cookie; null when nobody here has that account. */
async function sessionFor(
  { context, at, address }: Call,
  vouched: Vouched,
  named: string | null,
): Promise<string | null> {
  const { database, keys, web } = context;
  const sites = await listSites(database.db);
  const site = sites.find(({ id }) => (named === null ? sites.length === 1 : id === named));
  if (site === undefined) return null;
  return inSite(database.db, site.id, async (tx) => {
    const user = await accountFor(tx, vouched, at);
    const session = user === null ? null : await openSession(tx, user, web, at, address);
    await recordAudit(tx, keys, [
      {
        at,
        actor: user === null ? { kind: 'unknown' } : { kind: 'user', user, onBehalfOf: null },
        action: 'sign-in',
        outcome: user === null ? 'refused' : 'done',
        person: null,
        shown: [],
        object: null,
        detail: { by: 'provider', ...(user === null ? { reason: 'no-account' } : {}) },
        breakGlass: null,
        address,
      },
    ]);
    return session;
  });
}

function codeOf({ kind }: ProviderError): ProblemCode {
  return kind === 'unreachable' ? 'provider-unreachable' : 'sign-in-refused';
}

function turnedAway(code: ProblemCode): Answer {
  return redirect(`/?sign-in=${code}`, [{ name: 'flow', value: null }]);
}

export const providerRoutes: readonly Route[] = [start, callback];
