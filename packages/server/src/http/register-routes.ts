// Puts the routes on the server, in one way for all: let in, read, handle, answer. Handlers answer or refuse; what they
// throw is a mistake of ours and changes nothing.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isWritten } from '../fhir/asked-format.ts';
import { isFhirAddress } from '../fhir/problem-outcome.ts';
import { guideFailurePage } from '../guide/access/guide-failure.ts';
import { guideDoorFrom } from '../guide/access/guide-guest.ts';
import { doorOf, inGuideVisit } from '../guide/access/guide-visit.ts';
import { admit, admittedAnswer, isAdmittedWhenAnswered, visitorOf } from './admit.ts';
import type { Answer } from './answer.ts';
import { cookieJar } from './cookies.ts';
import { inVisit } from './in-visit.ts';
import { problem } from './problem.ts';
import { readInput } from './read-input.ts';
import type { GuideRoute, OpenRoute, Route } from './route.ts';
import { sendAnswer, sendProblem } from './send-answer.ts';
import type { ServerContext } from './server-context.ts';
import type { Call } from './visit.ts';

export function registerRoutes(app: FastifyInstance, routes: readonly Route[], context: ServerContext): void {
  const uploads = routes.filter((route) => route.kind === 'upload');
  const people = routes.filter(isForPeople);
  const forms = routes.filter((route) => route.kind === 'open' && route.takesForm === true);
  for (const route of routes)
    if (route.kind !== 'upload' && !isForPeople(route) && !forms.includes(route))
      addRoute(app, route, context);
  if (forms.length > 0)
    void app.register(async (apart) => {
      takeForms(apart);
      for (const route of forms) addRoute(apart, route, context);
    });
  if (uploads.length > 0)
    // Apart, because here a body is bytes, also when it calls itself JSON.
    void app.register(async (bytes) => {
      bytes.removeAllContentTypeParsers();
      bytes.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
      for (const route of uploads) addRoute(bytes, route, context);
    });
  if (people.length > 0)
    // Apart, because here a body is a form and a failure is a page.
    void app.register(async (forms) => {
      takeForms(forms);
      forms.addHook('onSend', async (_request, reply, payload) => {
        const isProblem = String(reply.getHeader('content-type')).startsWith('application/problem+json');
        if (!isProblem) return payload;
        const { html, headers } = guideFailurePage(reply.statusCode === 429);
        void reply.headers(headers).type('text/html; charset=utf-8');
        return html;
      });
      for (const route of people) addRoute(forms, route, context);
    });
}

function takeForms(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
}

function isForPeople(route: Route): route is GuideRoute | OpenRoute {
  return route.kind === 'guide' || (route.kind === 'open' && route.forPeople === true);
}

function addRoute(app: FastifyInstance, route: Route, context: ServerContext): void {
  app.route({
    method: route.method,
    url: route.url,
    ...('upTo' in route && route.upTo !== undefined ? { bodyLimit: route.upTo } : {}),
    config: { rateLimit: rateOf(route) },
    onRequest: async (request, reply) => {
      if (!isFormWritten(request)) return sendProblem(reply, otherForm);
      if (route.kind === 'open' || route.kind === 'guide' || isAdmittedWhenAnswered(route)) return;
      const refused = await admit(request, route, context);
      if (refused !== null) return sendProblem(reply, refused);
    },
    handler: (request, reply) => answer(request, reply, route, context),
  });
}

/** Of FHIR, which is asked in more forms than one. */
function isFormWritten({ url, headers, query }: FastifyRequest): boolean {
  if (!isFhirAddress(url)) return true;
  const { _format: format = [] } = query as { readonly _format?: string | readonly string[] };
  return isWritten(headers.accept, [format].flat());
}

const otherForm = problem(
  'not-acceptable',
  'Answers are written as JSON alone. Ask for application/fhir+json, in Accept or as _format=json.',
);

/** An empty one is the server's own. What programs bring comes fast, and is refused by its key. */
function rateOf(route: Route): { readonly max?: number } {
  if (route.kind === 'guide') return {};
  if (route.perMinute !== undefined) return { max: route.perMinute };
  return route.kind !== 'open' && route.roles.includes('machine') ? { max: 120_000 } : {};
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  route: Route,
  context: ServerContext,
): Promise<FastifyReply> {
  const jar = cookieJar(context.web);
  const call: Call = {
    context,
    at: context.now(),
    address: request.ip,
    log: request.log,
    bearer: bearerIn(request.headers.authorization),
    acceptLanguage: request.headers['accept-language'] ?? '',
    header: (name) => [request.headers[name] ?? []].flat()[0] ?? null,
    cookie: (name) => jar.read(request.headers.cookie, name),
  };
  if (route.kind === 'guide') return sendAnswer(reply, await answerGuest(request, route, call), context.web);
  if (route.kind === 'site' && isAdmittedWhenAnswered(route)) {
    const given = await admittedAnswer(request, route, call, (visit) =>
      onInput(request, route, (input) => route.handle(visit, input)),
    );
    return sendAnswer(reply, given, context.web);
  }
  const input = readInput(request, route);
  if (!input.ok) return sendProblem(reply, input.problem);
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

/** As long as a signed token may be; what is longer is none. */
function bearerIn(header = ''): string | null {
  return /^Bearer (\S{1,8000})$/i.exec(header)?.[1] ?? null;
}

/** Who may not enter stands before the door of that guide, whether there is such a guide or not. */
async function answerGuest(request: FastifyRequest, route: GuideRoute, call: Call): Promise<Answer> {
  const { site = '', link = '' } = request.params as { readonly site?: string; readonly link?: string };
  const door = guideDoorFrom(site, link);
  if (door === null) return doorOf(site, link);
  return inGuideVisit(call, door, route.audit, (visit) =>
    onInput(request, route, (input) => route.handle(visit, input)),
  );
}

/** Read when it is known who asks, so that nobody else learns what a route takes. */
async function onInput(
  request: FastifyRequest,
  route: Route,
  handle: (input: Parameters<OpenRoute['handle']>[1]) => Promise<Answer>,
): Promise<Answer> {
  const input = readInput(request, route);
  return input.ok ? handle(input.value) : { kind: 'problem', problem: input.problem };
}
