// What a route answers, as data; one place (send-answer.ts) turns it into HTTP.

import type { Readable } from 'node:stream';
import type { CookieName } from './cookies.ts';
import type { Problem, ProblemCode } from './problem.ts';
import { problem } from './problem.ts';

/** A value of null takes the cookie away. */
export interface CookieChange {
  readonly name: CookieName;
  readonly value: string | null;
  /** Everywhere on this server when absent. */
  readonly path?: string;
  /** Until the browser closes, or what the cookie's kind says, when absent. */
  readonly seconds?: number;
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
  /** For a program of the page: a style sheet, a list of addresses, a script, a picture. */
  | {
      readonly kind: 'text';
      readonly type: string;
      readonly text: string | Buffer;
      readonly headers: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'page';
      readonly html: string;
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly cookies: readonly CookieChange[];
    }
  /** Whole, with its headers: a null body has none. */
  | {
      readonly kind: 'reply';
      readonly status: number;
      readonly type: string;
      readonly body: string | Readable | null;
      readonly headers: Readonly<Record<string, string>>;
    }
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

export function text(
  type: string,
  content: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return { kind: 'text', type, text: content, headers };
}

interface PageDetails {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly CookieChange[];
}

export function page(html: string, details: PageDetails = {}): Answer {
  return { kind: 'page', status: 200, headers: {}, cookies: [], html, ...details };
}

export function reply(
  status: number,
  type: string,
  body: string | Readable | null,
  headers: Readonly<Record<string, string>>,
): Answer {
  return { kind: 'reply', status, type, body, headers };
}

export function redirect(to: string, cookies: readonly CookieChange[] = []): Answer {
  return { kind: 'redirect', to, cookies };
}

/** Nothing of what the route did is kept: its transaction is rolled back. */
export function refuse(code: ProblemCode, detail: string, more: Problem['more'] = {}): Answer {
  return { kind: 'problem', problem: problem(code, detail, more) };
}
