// Puts the HTTP server together: headers, limits, log, routes, the clinic app, and the one boundary where an error of any
// kind becomes an answer. Does not listen; start/serve.ts does.

import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyError, type FastifyInstance, LogController } from 'fastify';
import type { Logger } from 'pino';
import { addEventStream } from '../events/event-stream.ts';
import { addOpenApi } from '../openapi/add-open-api.ts';
import { allRoutes } from './all-routes.ts';
import { saysDatabaseLost, saysDiskFull } from './database-lost.ts';
import { addHealth } from './health.ts';
import { type Problem, problem } from './problem.ts';
import { registerRoutes } from './register-routes.ts';
import { logAnswers } from './request-log.ts';
import type { Route } from './route.ts';
import { safeError } from './safe-error.ts';
import { isFromElsewhere } from './same-origin.ts';
import { securityHeaders } from './security-headers.ts';
import { sendProblem } from './send-answer.ts';
import type { ServerContext } from './server-context.ts';
import { addWebApp } from './web-app.ts';

export interface ServerOptions {
  readonly context: ServerContext;
  readonly log: Logger;
  /** The built clinic app; null while there is none. */
  readonly webApp: string | null;
  /** All of the product's, unless a test has routes of its own. */
  readonly routes?: readonly Route[];
  /** Requests of one address in a minute, which may be a whole hospital's. */
  readonly perMinute?: number;
}

/** Of a JSON body. Files come by upload routes, which name their own limit. */
const bodyLimit = 1_048_576;

export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { context, log, webApp, routes = allRoutes, perMinute = 6_000 } = options;
  const { web } = context;
  const app = Fastify({
    loggerInstance: log,
    bodyLimit,
    trustProxy: web.proxies.length === 0 ? false : [...web.proxies],
    // Fastify's own lines hold whole addresses, and a search for a name stands in the address.
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: (_error, _request, reply) =>
      void sendProblem(
        reply,
        problem('not-valid', 'The address is not one that can be read.', { fields: [] }),
      ),
    // What is under way when the server stops is still answered.
    forceCloseConnections: 'idle',
    // Time for a large file over a slow line.
    requestTimeout: 300_000,
    // Cuts a path short of what our parameters can be.
    routerOptions: { maxParamLength: 200 },
  }) as unknown as FastifyInstance;
  logAnswers(app);
  endConnectionsWhenClosing(app);
  const headers = securityHeaders(web.address.startsWith('https:'));
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers(headers);
    if (isFromElsewhere(request.method, request.headers, web.address))
      return sendProblem(
        reply,
        problem('other-origin', 'A change was asked for by a page of another site. Open the app itself.'),
      );
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const answer = problemFrom(error);
    if (answer.code === 'our-mistake') request.log.error(safeError(error), 'a mistake of the program');
    if (answer.code === 'disk-full') request.log.error(safeError(error), 'the disk of the database is full');
    if (answer.code === 'database-lost') request.log.warn(safeError(error), 'the database does not answer');
    return sendProblem(reply, answer);
  });
  await app.register(rateLimit, {
    max: perMinute,
    timeWindow: 60_000,
    errorResponseBuilder: (_request, { ttl }) => new TooMany(Math.ceil(ttl / 1_000)),
  });
  addHealth(app, context);
  addEventStream(app, context);
  addOpenApi(app, routes, web.address);
  registerRoutes(app, routes, context);
  await addWebApp(app, webApp);
  return app;
}

/** A browser keeps its connection for the next request, and a server that stops would wait for it. */
function endConnectionsWhenClosing(app: FastifyInstance): void {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (closing) void reply.header('connection', 'close');
  });
}

class TooMany extends Error {
  readonly seconds: number;
  constructor(seconds: number) {
    super('too many requests');
    this.seconds = seconds;
  }
}

function problemFrom(error: FastifyError): Problem {
  if (error instanceof TooMany)
    return problem('too-many', `Too many requests in a short time. Wait ${error.seconds} seconds.`, {
      seconds: error.seconds,
    });
  if (saysDiskFull(error))
    return problem(
      'disk-full',
      'The disk of the database is full. Nothing was saved; whoever keeps the server must make room.',
    );
  if (saysDatabaseLost(error))
    return problem(
      'database-lost',
      'The database does not answer. Nothing was saved; try again in a moment.',
      { seconds: 2 },
    );
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return problem('too-large', 'The body is larger than this route takes.');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return problem(
        'wrong-type',
        'The body comes under another content type than this route takes: application/json, or application/x-www-form-urlencoded for a form.',
      );
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return problem('not-valid', 'The body is not the JSON that was expected.', { fields: [] });
    default:
      if (error instanceof SyntaxError)
        return problem('not-valid', 'The body is not the JSON that was expected.', { fields: [] });
      return problem('our-mistake', 'The program made a mistake; it stands in its log. Nothing was saved.');
  }
}
