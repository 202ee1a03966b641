// Serves the built clinic app: its files, and its one page for every other address that a person types, never kept by the
// browser and with a nonce of its own for styles.

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { isFhirAddress } from '../fhir/problem-outcome.ts';
import { type Problem, problem } from './problem.ts';
import { contentPolicy } from './security-headers.ts';
import { sendProblem } from './send-answer.ts';

/** Stands in index.html where the nonce belongs. */
const placeholder = '%NONCE%';

const notBuilt =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Breekpunt</title><p>The server runs. The clinic app has not been built yet: run <code>npm run build --workspace packages/web</code> and start again.</p></html>';

const forEver = 'public, max-age=31536000, immutable';

function nothingHere(method: string, url: string): Problem {
  if (!isFhirAddress(url)) return problem('not-found', 'There is no such address here.');
  if (method === 'GET' || method === 'HEAD')
    return problem('not-found', 'There is no such address here; GET /fhir/metadata says what is served.');
  return problem(
    'not-supported',
    'Records are changed by the rules of the hospital: send resources to POST /fhir, and read and search with GET (or POST …/_search).',
  );
}

/** Files under assets/ have a hash in their names, the script of a guide in its address: they never change. */
function neverChanges(path: string): boolean {
  return path.includes(`${sep}assets${sep}`) || path.includes(`${sep}guide${sep}guide.js`);
}

export async function addWebApp(app: FastifyInstance, folder: string | null): Promise<void> {
  const html = folder === null ? notBuilt : readFileSync(join(folder, 'index.html'), 'utf8');
  if (folder !== null)
    await app.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      index: false,
      // The build leaves a compressed twin beside each file of the app.
      preCompressed: true,
      globIgnore: ['**/*.html', '**/*.map'],
      cacheControl: false,
      setHeaders: (reply, path) => {
        void reply.header('cache-control', neverChanges(path) ? forEver : 'no-cache');
        // The worker of a guide stands apart from the guides that it keeps.
        if (path.includes(`${sep}guide${sep}worker.js`)) void reply.header('service-worker-allowed', '/g/');
      },
    });
  app.setNotFoundHandler((request, reply) => {
    const { method, url } = request;
    const forPeople =
      (method === 'GET' || method === 'HEAD') && !/^\/(api|assets|fhir|g|health)(\/|\?|$)/.test(url);
    if (!forPeople) return sendProblem(reply, nothingHere(method, url));
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-security-policy', contentPolicy(nonce))
      .type('text/html; charset=utf-8')
      .send(html.replaceAll(placeholder, nonce));
  });
}
