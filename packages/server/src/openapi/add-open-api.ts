// GET /api/openapi.json: the description of the interface, for whoever builds on it. It holds nothing of any hospital, so nobody
// has to sign in to read it. Beside the table of routes because it is made of it.

import type { FastifyInstance } from 'fastify';
import type { Route } from '../http/route.ts';
import { openApiOf } from './open-api.ts';

export function addOpenApi(app: FastifyInstance, routes: readonly Route[], address: string): void {
  let written: string | null = null;
  app.get('/api/openapi.json', async (_request, reply) => {
    written ??= JSON.stringify(openApiOf(routes, address));
    return reply.type('application/json').send(written);
  });
}
