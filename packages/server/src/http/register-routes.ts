// Puts the routes on the server, in one way for all: let in, read, handle, answer. Handlers answer or refuse; what they
// throw is a mistake of ours and changes nothing.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { admit, visitorOf } from './admit.ts';
import { cookieJar } from './cookies.ts';
import { inVisit } from './in-visit.ts';
import { readInput } from './read-input.ts';
import type { Route } from './route.ts';
import { sendAnswer, sendProblem } from './send-answer.ts';
import type { ServerContext } from './server-context.ts';
import type { Call } from './visit.ts';

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
  const user = visitorOf(request);
  if (user === null) throw new Error('A route ran without anybody being admitted');
  const contentType = request.headers['content-type'] ?? '';
  const given = await inVisit(call, user, route.audit, (visit) =>
    route.kind === 'upload'
      ? route.handle(visit, { ...input.value, body: request.body as Buffer }, contentType)
      : route.handle(visit, input.value),
  );
  return sendAnswer(reply, given, context.web);
}
