// The one place where requests are let in: who is it, is the account ready, may this role, is the input as promised; then
// the handler, in one transaction of that hospital with its audit log; then the answer.
// Decision: who asks is settled before the body is read, so that nobody unknown makes the server read 50 MB. Handlers
// answer or refuse; what they throw is a mistake of ours and changes nothing.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { recordAudit, wasLogged } from '../audit/record-audit.ts';
import { inSite } from '../database/site-transaction.ts';
import { machineBy } from '../people/machine.ts';
import { signedInBy } from '../people/session.ts';
import type { SignedIn } from '../people/signed-in.ts';
import { dayAt } from '../start/day-at.ts';
import type { Answer } from './answer.ts';
import { cookieJar } from './cookies.ts';
import { type Problem, problem } from './problem.ts';
import type { Route, SiteRoute, UploadRoute } from './route.ts';
import { sendAnswer, sendProblem } from './send-answer.ts';
import type { ServerContext } from './server-context.ts';
import type { Call, Deed, Visit } from './visit.ts';

/** Who asks, from the moment that is known; and the hospital, for the log. */
const visitors = new WeakMap<FastifyRequest, SignedIn>();

export function visitorOf(request: FastifyRequest): SignedIn | null {
  return visitors.get(request) ?? null;
}

export function registerRoutes(app: FastifyInstance, routes: readonly Route[], context: ServerContext): void {
  const uploads = routes.filter((route) => route.kind === 'upload');
  for (const route of routes) if (route.kind !== 'upload') addRoute(app, route, context);
  if (uploads.length === 0) return;
  // Apart, because here a body is bytes, also when it calls itself JSON.
  void app.register(async (bytes) => {
    bytes.removeAllContentTypeParsers();
    bytes.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    for (const route of uploads) addRoute(bytes, route, context);
  });
}

function addRoute(app: FastifyInstance, route: Route, context: ServerContext): void {
  app.route({
    method: route.method,
    url: route.url,
    ...(route.kind === 'upload' ? { bodyLimit: route.upTo } : {}),
    config: { rateLimit: rateOf(route) },
    onRequest: async (request, reply) => {
      if (route.kind === 'open') return;
      const refused = await admit(request, route, context);
      if (refused !== null) return sendProblem(reply, refused);
    },
    handler: (request, reply) => answer(request, reply, route, context),
  });
}

/** An empty one is the server's own. What programs bring comes fast, and is refused by its key. */
function rateOf(route: Route): { readonly max?: number } {
  if (route.perMinute !== undefined) return { max: route.perMinute };
  return route.kind !== 'open' && route.roles.includes('machine') ? { max: 120_000 } : {};
}

/** Null when whoever asks may use the route. */
async function admit(
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
  if (route.roles.includes(user.role)) return null;
  if (route.audit !== 'none') await logRefusal(request, route, user, context);
  return problem(
    'wrong-role',
    `This is for the roles ${route.roles.join(', ')}. You are signed in as ${user.role}.`,
  );
}

/** A program brings its key and no cookie counts beside it; a person's browser brings the cookie. */
function whoAsks(
  { headers }: FastifyRequest,
  { database, web, now }: ServerContext,
): Promise<SignedIn | null> {
  const [, key] = /^Bearer (\S{1,200})$/i.exec(headers.authorization ?? '') ?? [];
  if (key !== undefined) return machineBy(database.db, key, now());
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
    await recordAudit(tx, keys, [eventOf(deed, user, request.ip, now())]);
  });
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  route: Route,
  context: ServerContext,
): Promise<FastifyReply> {
  const input = readInput(request, route);
  if (!input.ok) return sendProblem(reply, input.problem);
  const jar = cookieJar(context.web);
  const call: Call = {
    context,
    at: context.now(),
    address: request.ip,
    log: request.log,
    cookie: (name) => jar.read(request.headers.cookie, name),
  };
  if (route.kind === 'open') return sendAnswer(reply, await route.handle(call, input.value), context.web);
  const user = visitors.get(request);
  if (user === undefined) throw new Error('A route ran without anybody being admitted');
  const contentType = request.headers['content-type'] ?? '';
  const given = await visited(call, user, route.audit, (visit) =>
    route.kind === 'upload'
      ? route.handle(visit, { ...input.value, body: request.body as Buffer }, contentType)
      : route.handle(visit, input.value),
  );
  return sendAnswer(reply, given, context.web);
}

/** Thrown to roll back, and caught in the same function. */
class Refused extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) {
    super('refused');
    this.answer = answer;
  }
}

async function visited(
  call: Call,
  user: SignedIn,
  audit: SiteRoute['audit'],
  handle: (visit: Visit) => Promise<Answer>,
): Promise<Answer> {
  const { context, at, address } = call;
  const deeds: Deed[] = [];
  try {
    return await inSite(context.database.db, user.site, async (tx) => {
      const given = await handle({
        ...call,
        tx,
        user,
        today: dayAt(at, user.timeZone),
        reader: { actor: { kind: 'user', user: user.id, onBehalfOf: null }, address, at },
        audit: (deed) => void deeds.push(deed),
      });
      if (given.kind === 'problem') throw new Refused(given);
      await recordAudit(
        tx,
        context.keys,
        deeds.map((deed) => eventOf(deed, user, address, at)),
      );
      if (audit !== 'none' && !wasLogged(tx)) throw new Error('A route did not log what it promised to log');
      return given;
    });
  } catch (thrown) {
    if (thrown instanceof Refused) return thrown.answer;
    throw thrown;
  }
}

function eventOf(deed: Deed, user: SignedIn, address: string, at: Date) {
  return {
    at,
    actor: { kind: 'user', user: user.id, onBehalfOf: null },
    outcome: 'done',
    person: null,
    shown: [],
    object: null,
    detail: {},
    breakGlass: null,
    address,
    ...deed,
  } as const;
}

type Read =
  | {
      readonly ok: true;
      readonly value: { readonly params: unknown; readonly query: unknown; readonly body: unknown };
    }
  | { readonly ok: false; readonly problem: Problem };

function readInput(request: FastifyRequest, route: Route): Read {
  const places = [
    ['params', route.params],
    ['query', route.query],
    ['body', route.kind === 'upload' ? undefined : route.body],
  ] as const;
  const value: Record<'params' | 'query' | 'body', unknown> = { params: null, query: null, body: null };
  for (const [place, schema] of places) {
    if (schema === undefined) continue;
    const parsed = schema.safeParse(request[place] ?? undefined);
    if (!parsed.success) return { ok: false, problem: notValid(place, parsed.error) };
    value[place] = parsed.data;
  }
  return { ok: true, value };
}

/** The schema's words name what was expected, never what came. */
function notValid(place: string, { issues }: z.ZodError): Problem {
  const fields = issues.map((issue) => ({
    at: [place, ...issue.path.map(String)].join('.'),
    kind: issue.code,
    expected: issue.code === 'unrecognized_keys' ? 'no other members' : issue.message,
  }));
  return problem('not-valid', 'The request is not as expected; "fields" says where and what was expected.', {
    fields,
  });
}
