// Turns an answer into HTTP.

import { gzipSync } from 'node:zlib';
import { unreachable } from '@breekpunt/core';
import type { FastifyReply } from 'fastify';
import { isFhirAddress, problemOutcome } from '../fhir/problem-outcome.ts';
import type { WebSettings } from '../settings/settings.ts';
import type { Answer, CookieChange } from './answer.ts';
import { type CookieJar, cookieJar } from './cookies.ts';
import { type Problem, problemBody, problemStatus } from './problem.ts';

export function sendAnswer(reply: FastifyReply, answer: Answer, web: WebSettings): FastifyReply {
  switch (answer.kind) {
    case 'json':
      setCookies(reply, answer.cookies, cookieJar(web));
      // Kysely's rows and Dates as they are: JSON.stringify writes an instant in ISO 8601.
      return reply.code(answer.status).type(answer.type).send(JSON.stringify(answer.value));
    case 'nothing':
      setCookies(reply, answer.cookies, cookieJar(web));
      return reply.code(204).send();
    case 'file':
      return reply
        .type(answer.type)
        .header('content-disposition', `attachment; filename="${answer.name.replaceAll(/[^\w.-]/g, '-')}"`)
        .send(answer.content);
    case 'page':
      setCookies(reply, answer.cookies, cookieJar(web));
      void reply.code(answer.status).headers(answer.headers).type('text/html; charset=utf-8');
      return sendSmall(reply, answer.html);
    case 'text':
      void reply.headers(answer.headers).type(answer.type);
      return typeof answer.text === 'string' ? sendSmall(reply, answer.text) : reply.send(answer.text);
    case 'reply':
      void reply.code(answer.status).headers(answer.headers);
      return answer.body === null ? reply.send() : reply.type(answer.type).send(answer.body);
    case 'redirect':
      setCookies(reply, answer.cookies, cookieJar(web));
      return reply.redirect(answer.to, 303);
    case 'problem':
      return sendProblem(reply, answer.problem);
    default:
      return unreachable(answer);
  }
}

/** Fits one packet as it is. */
const smallEnough = 1_200;

/** Compressed for whoever takes it: over a slow connection a page is words before it is anything else. */
function sendSmall(reply: FastifyReply, text: string): FastifyReply {
  void reply.header('vary', 'accept-encoding');
  const accepted = reply.request.headers['accept-encoding'] ?? '';
  if (text.length < smallEnough || !/\bgzip\b/.test(String(accepted))) return reply.send(text);
  return reply.header('content-encoding', 'gzip').send(gzipSync(text));
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const seconds = problem.more['seconds'];
  if (typeof seconds === 'number') void reply.header('retry-after', String(seconds));
  if (isFhirAddress(reply.request.url)) {
    if (problem.code === 'not-signed-in') void reply.header('www-authenticate', 'Bearer');
    return reply
      .code(problemStatus(problem))
      .type('application/fhir+json; charset=utf-8')
      .send(JSON.stringify(problemOutcome(problem)));
  }
  return reply
    .code(problemStatus(problem))
    .type('application/problem+json')
    .send(JSON.stringify(problemBody(problem)));
}

function setCookies(reply: FastifyReply, changes: readonly CookieChange[], jar: CookieJar): void {
  const lines = changes.map((change) => jar.write(change));
  if (lines.length > 0) void reply.header('set-cookie', lines);
}
