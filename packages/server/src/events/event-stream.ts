// GET /api/events: tells an open screen, by server-sent events, that something of its hospital changed.
// Decision: only topic, change and id travel; the screen asks for the rest and is checked like any request. Listening
// does not count as being there, so an open screen that nobody touches is signed out all the same, and the stream ends.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { cookieJar } from '../http/cookies.ts';
import { problem } from '../http/problem.ts';
import { sendProblem } from '../http/send-answer.ts';
import type { ServerContext } from '../http/server-context.ts';
import { signedInBy } from '../people/session.ts';
import type { SignedIn } from '../people/signed-in.ts';

const beatMs = 20_000;

export function addEventStream(app: FastifyInstance, context: ServerContext): void {
  const { events, web } = context;
  const open = new Set<() => void>();
  app.addHook('preClose', async () => {
    for (const end of open) end();
  });
  app.get('/api/events', async (request, reply) => {
    const user = await lookedUp(request, context);
    if (user === null)
      return sendProblem(
        reply,
        problem('not-signed-in', 'Nobody is signed in, or not any more. Sign in again.'),
      );
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      // Proxies that gather answers would keep the events.
      'x-accel-buffering': 'no',
    });
    const say = (name: string, data: unknown): void => {
      raw.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
    };
    const stop = events.listen(user.site, (heard) =>
      heard === 'missed' ? say('missed', {}) : say('change', heard),
    );
    const end = (): void => {
      clearInterval(beat);
      stop();
      open.delete(end);
      raw.end();
    };
    const beat = setInterval(() => {
      void lookedUp(request, context).then(
        (still) => {
          if (still !== null) raw.write(': beat\n\n');
          else {
            say('signed-out', {});
            end();
          }
        },
        // The database is away: the stream stays, and the hub says 'missed' when it is back.
        () => raw.write(': beat\n\n'),
      );
    }, beatMs);
    beat.unref();
    open.add(end);
    raw.on('close', end);
    say('open', { idleMinutes: web.idleMinutes });
    return reply;
  });
}

function lookedUp(request: FastifyRequest, { database, web, now }: ServerContext): Promise<SignedIn | null> {
  const cookie = cookieJar(web).read(request.headers.cookie, 'session');
  return signedInBy(database.db, cookie, web, now(), 'look');
}
