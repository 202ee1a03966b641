// What a route answers, as data; one place (send-answer.ts) turns it into HTTP.

import type { Readable } from 'node:stream';
import type { Problem, ProblemCode } from './problem.ts';
import { problem } from './problem.ts';

/** A value of null takes the cookie away. */
export interface CookieChange {
  readonly name: 'session' | 'flow';
  readonly value: string | null;
}

export type Answer =
  | {
      readonly kind: 'json';
      readonly status: number;
      readonly value: unknown;
      readonly type: string;
      readonly cookies: readonly CookieChange[];
    }
  | { readonly kind: 'nothing'; readonly cookies: readonly CookieChange[] }
  /** Saved by the browser under `name`. */
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly type: string;
      readonly content: Buffer | string | Readable;
    }
  | { readonly kind: 'page'; readonly html: string }
  | { readonly kind: 'redirect'; readonly to: string; readonly cookies: readonly CookieChange[] }
  | { readonly kind: 'problem'; readonly problem: Problem };

export function json(value: unknown, cookies: readonly CookieChange[] = []): Answer {
  return { kind: 'json', status: 200, value, type: 'application/json', cookies };
}

export function created(value: unknown): Answer {
  return { kind: 'json', status: 201, value, type: 'application/json', cookies: [] };
}

/** For other kinds of JSON, such as application/fhir+json, with a status of their own. */
export function jsonAs(type: string, status: number, value: unknown): Answer {
  return { kind: 'json', status, value, type, cookies: [] };
}

export function nothing(cookies: readonly CookieChange[] = []): Answer {
  return { kind: 'nothing', cookies };
}

export function file(name: string, type: string, content: Buffer | string | Readable): Answer {
  return { kind: 'file', name, type, content };
}

export function page(html: string): Answer {
  return { kind: 'page', html };
}

export function redirect(to: string, cookies: readonly CookieChange[] = []): Answer {
  return { kind: 'redirect', to, cookies };
}

/** Nothing of what the route did is kept: its transaction is rolled back. */
export function refuse(code: ProblemCode, detail: string, more: Problem['more'] = {}): Answer {
  return { kind: 'problem', problem: problem(code, detail, more) };
}
