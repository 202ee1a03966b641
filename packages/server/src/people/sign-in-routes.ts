// Signing in and out, and who is signed in.

import { z } from 'zod';
import { type Answer, json, nothing, refuse } from '../http/answer.ts';
import { openRoute, type Route, siteRoute } from '../http/route.ts';
import type { Call } from '../http/visit.ts';
import { listSites } from '../records/site-directory.ts';
import { roles } from './role.ts';
import { endSession, signedInBy } from './session.ts';
import { sessionView } from './session-view.ts';
import { type SignInError, signIn } from './sign-in.ts';

const start = openRoute({
  method: 'GET',
  url: '/api/start',
  perMinute: 120,
  handle: async ({ context }) => {
    const sites = await listSites(context.database.db);
    const { provider } = context.web;
    return json({
      sites,
      setUpNeeded: sites.length === 0,
      provider: provider === null ? null : { name: new URL(provider.issuer).host, start: '/api/oidc/start' },
    });
  },
});

const open = openRoute({
  method: 'POST',
  url: '/api/session',
  perMinute: 20,
  body: z.strictObject({
    /** May be left out where there is one hospital. */
    site: z.string().max(39).optional(),
    login: z.string().min(1).max(200),
    password: z.string().min(1).max(1_000),
    code: z.string().max(20).optional(),
  }),
  handle: async (call, { body }) => {
    const site = body.site ?? (await onlySite(call));
    if (site === null)
      return refuse('not-valid', 'There are several hospitals here, or none yet. Name one in "site".', {
        fields: [],
      });
    const { login, password, code = null } = body;
    const signedIn = await signIn(call.context, { site, login, password, code }, call.at, call.address);
    if (!signedIn.ok) return refusedSignIn(signedIn.error);
    return sessionAnswer(call, signedIn.value);
  },
});

async function onlySite({ context }: Call): Promise<string | null> {
  const [first, second] = await listSites(context.database.db);
  return first !== undefined && second === undefined ? first.id : null;
}

/** The new session as the app sees it, with its cookie. */
export async function sessionAnswer({ context, at }: Call, cookie: string): Promise<Answer> {
  const user = await signedInBy(context.database.db, cookie, context.web, at);
  if (user === null) throw new Error('A session that was opened a moment ago is not there');
  return json(sessionView(user, at), [{ name: 'session', value: cookie }]);
}

function refusedSignIn(error: SignInError): Answer {
  switch (error.kind) {
    case 'refused':
      return refuse('sign-in-refused', 'Login, password and code do not belong together.');
    case 'code-needed':
      return refuse(
        'second-factor-needed',
        'Send the same once more, with the code of the second factor in "code".',
      );
    case 'wait':
      return refuse('locked-for-a-while', `Too many wrong tries. Wait ${error.seconds} seconds.`, {
        seconds: error.seconds,
      });
  }
}

const who = siteRoute({
  method: 'GET',
  url: '/api/session',
  roles,
  audit: 'none',
  beforeReady: true,
  handle: async ({ user, at }) => json(sessionView(user, at)),
});

const close = siteRoute({
  method: 'DELETE',
  url: '/api/session',
  roles,
  audit: 'sign-out',
  beforeReady: true,
  handle: async ({ tx, user, at, audit }) => {
    if (user.session !== null) await endSession(tx, user.session.hash, at);
    audit({ action: 'sign-out' });
    return nothing([{ name: 'session', value: null }]);
  },
});

export const signInRoutes: readonly Route[] = [start, open, who, close];
