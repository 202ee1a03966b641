// Who asks, and whether they may use the route: is anybody signed in, is the account ready, is it their role.
// Decision: looked up in the records at each request and never remembered, so that a session, a key or a token that was ended
// opens nothing from that moment on. A request that brings no body is settled in the very transaction in which it is answered;
// one with a body is settled before the body is read, so that nobody unknown makes the server read 50 MB. A refusal of a role
// is logged where the route would have been.

import type { FastifyRequest } from 'fastify';
import { recordAudit } from '../audit/record-audit.ts';
import { inSite, type SiteTransaction } from '../database/site-transaction.ts';
import type { Bearer, Ticket } from '../people/bearer.ts';
import { programBy } from '../people/program.ts';
import { sessionBy } from '../people/session.ts';
import { readToken } from '../people/session-token.ts';
import type { SignedIn } from '../people/signed-in.ts';
import type { Answer } from './answer.ts';
import { cookieJar } from './cookies.ts';
import { actorOf, eventOf, inLoggedTransaction, visitOf } from './in-visit.ts';
import { type Problem, problem } from './problem.ts';
import type { SiteRoute, UploadRoute } from './route.ts';
import type { ServerContext } from './server-context.ts';
import type { Call, Deed, Visit } from './visit.ts';

type GuardedRoute = SiteRoute | UploadRoute;

/** Who asks, from the moment that is known. */
const visitors = new WeakMap<FastifyRequest, SignedIn>();

export function visitorOf(request: FastifyRequest): SignedIn | null {
  return visitors.get(request) ?? null;
}

/** What comes with GET is its address alone. */
export function isAdmittedWhenAnswered(route: GuardedRoute): boolean {
  return route.kind === 'site' && route.method === 'GET';
}

/** Before the body is read. Null when whoever asks may use the route. */
export async function admit(
  request: FastifyRequest,
  route: GuardedRoute,
  context: ServerContext,
): Promise<Problem | null> {
  const ticket = ticketOf(request, context);
  if (ticket === null) return nobody();
  const { db } = context.database;
  const user = await inSite(db, ticket.site, async (tx) => {
    const bearer = await bearerOf(tx, ticket, request, context);
    await bearer?.used?.(tx);
    return bearer?.user ?? null;
  });
  if (user === null) return nobody();
  visitors.set(request, user);
  const objection = objectionTo(route, user);
  if (objection?.code === 'wrong-role') await logRefusal(request, route, user, context);
  return objection;
}

/** Looks up who asks, and answers, in one transaction. */
export async function admittedAnswer(
  request: FastifyRequest,
  route: SiteRoute,
  call: Call,
  handle: (visit: Visit) => Promise<Answer>,
): Promise<Answer> {
  const { context } = call;
  const ticket = ticketOf(request, context);
  if (ticket === null) return { kind: 'problem', problem: nobody() };
  let bearer: Bearer | null = null;
  let objection: Problem | null = null;
  const leftBehind = (): Promise<void> => settle(request, route, context, bearer, objection);
  let given: Answer;
  try {
    given = await inLoggedTransaction(
      call,
      ticket.site,
      () => (bearer === null ? { kind: 'unknown' } : actorOf(bearer.user)),
      route.audit,
      async (tx, add) => {
        bearer = await bearerOf(tx, ticket, request, context);
        if (bearer === null) return { kind: 'problem', problem: nobody() };
        visitors.set(request, bearer.user);
        objection = objectionTo(route, bearer.user);
        if (objection !== null) return { kind: 'problem', problem: objection };
        return handle(visitOf(call, bearer.user, tx, add));
      },
    );
  } catch (mistake) {
    // Whoever asked is there all the same; and what cannot be kept now does not hide the mistake.
    await leftBehind().catch(() => request.log.warn('the use of a session or key could not be noted'));
    throw mistake;
  }
  await leftBehind();
  return given;
}

/** What is kept although the transaction of the request may have been undone. */
async function settle(
  request: FastifyRequest,
  route: SiteRoute,
  context: ServerContext,
  bearer: Bearer | null,
  objection: Problem | null,
): Promise<void> {
  if (bearer === null) return;
  const { used, user } = bearer;
  if (used !== null) await inSite(context.database.db, user.site, used);
  if (objection?.code === 'wrong-role') await logRefusal(request, route, user, context);
}

/** A program brings its key and no cookie counts beside it; a person's browser brings the cookie. */
function ticketOf({ headers }: FastifyRequest, { web }: ServerContext): Ticket | null {
  const [, key] = /^Bearer (\S{1,200})$/i.exec(headers.authorization ?? '') ?? [];
  const token = readToken(key ?? cookieJar(web).read(headers.cookie, 'session'));
  return token === null ? null : { kind: key === undefined ? 'session' : 'program', ...token };
}

function bearerOf(
  tx: SiteTransaction,
  { kind, hash }: Ticket,
  { headers }: FastifyRequest,
  { web, now }: ServerContext,
): Promise<Bearer | null> {
  if (kind === 'program') return programBy(tx, hash, now());
  // What a screen asks by itself, because of an event, does not count as somebody being there.
  const use = headers['x-breekpunt-background'] === undefined ? 'use' : 'look';
  return sessionBy(tx, hash, web, now(), use);
}

function nobody(): Problem {
  return problem('not-signed-in', 'Nobody is signed in, or not any more. Sign in again.');
}

function objectionTo(route: GuardedRoute, user: SignedIn): Problem | null {
  if (route.beforeReady !== true) {
    if (user.toDo === 'change-password')
      return problem('password-to-change', 'Choose a password of your own first.');
    if (user.toDo === 'set-second-factor')
      return problem('second-factor-to-set', 'This hospital asks for a second factor. Set it first.');
  }
  const isForToken = user.scopes === null || route.forTokens === true;
  if (isForToken && route.roles.includes(user.role)) return null;
  return problem(
    'wrong-role',
    `This is for the roles ${route.roles.join(', ')}. You are signed in as ${user.role}.`,
  );
}

async function logRefusal(
  request: FastifyRequest,
  { audit, url, method }: GuardedRoute,
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
    await recordAudit(tx, keys, [eventOf(deed, actorOf(user), request.ip, now())]);
  });
}
