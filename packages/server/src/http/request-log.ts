// One line for each answered request: which route, not which address, because a name that somebody searches for stands in
// the address.

import type { FastifyInstance } from 'fastify';
import { visitorOf } from './admit.ts';

export function logAnswers(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const visitor = visitorOf(request);
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        site: visitor?.site ?? null,
        user: visitor?.id ?? null,
      },
      'answered',
    );
  });
}
