// Who asks, and whether they may use the route: is anybody signed in, is the account ready, is it their role.
// Decision: settled before the body is read, so that nobody unknown makes the server read 50 MB. A refusal of a role is
// logged where the route would have been.

import type { FastifyRequest } from 'fastify';
import { recordAudit } from '../audit/record-audit.ts';
import { inSite } from '../database/site-transaction.ts';
import { machineBy } from '../people/machine.ts';
import { signedInBy } from '../people/session.ts';
import type { SignedIn } from '../people/signed-in.ts';
import { systemSignedIn } from '../smart/access-token.ts';
import { cookieJar } from './cookies.ts';
import { eventOf } from './in-visit.ts';
import { type Problem, problem } from './problem.ts';
import type { SiteRoute, UploadRoute } from './route.ts';
import type { ServerContext } from './server-context.ts';
import type { Deed } from './visit.ts';

/** Who asks, from the moment that is known. */
const visitors = new WeakMap<FastifyRequest, SignedIn>();

export function visitorOf(request: FastifyRequest): SignedIn | null {
  return visitors.get(request) ?? null;
}

/** Null when whoever asks may use the route. */
export async function admit(
  request: FastifyRequest,
  route: SiteRoute | UploadRoute,
  context: ServerContext,
): Promise<Problem | null> {
  const user = await whoAsks(request, context);
  if (user === null) return problem('not-signed-in', 'Nobody is signed in, or not any more. Sign in again.');
  visitors.set(request, user);
  if (route.beforeReady !== true) {
    if (user.toDo === 'change-password')
      return problem('password-to-change', 'Choose a password of your own first.');
    if (user.toDo === 'set-second-factor')
      return problem('second-factor-to-set', 'This hospital asks for a second factor. Set it first.');
  }
  const isForToken = user.scopes === null || route.forTokens === true;
  if (isForToken && route.roles.includes(user.role)) return null;
  if (route.audit !== 'none') await logRefusal(request, route, user, context);
  return problem(
    'wrong-role',
    `This is for the roles ${route.roles.join(', ')}. You are signed in as ${user.role}.`,
  );
}

/** A program brings its key and no cookie counts beside it; a person's browser brings the cookie. */
async function whoAsks(
  { headers }: FastifyRequest,
  { database, web, now }: ServerContext,
): Promise<SignedIn | null> {
  const [, key] = /^Bearer (\S{1,200})$/i.exec(headers.authorization ?? '') ?? [];
  if (key !== undefined)
    return (await machineBy(database.db, key, now())) ?? systemSignedIn(database.db, key, now());
  // What a screen asks by itself, because of an event, does not count as somebody being there.
  const use = headers['x-breekpunt-background'] === undefined ? 'use' : 'look';
  return signedInBy(database.db, cookieJar(web).read(headers.cookie, 'session'), web, now(), use);
}

async function logRefusal(
  request: FastifyRequest,
  { audit, url, method }: SiteRoute | UploadRoute,
  user: SignedIn,
  { database, keys, now }: ServerContext,
): Promise<void> {
  if (audit === 'none') return;
  await inSite(database.db, user.site, async (tx) => {
    const deed: Deed = {
      action: audit,
      outcome: 'refused',
      detail: { route: `${method} ${url}`, role: user.role },
    };
    await recordAudit(tx, keys, [
      eventOf(deed, { kind: 'user', user: user.id, onBehalfOf: null }, request.ip, now()),
    ]);
  });
}
