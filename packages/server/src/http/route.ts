// A route is data: who may use it, what it takes, what it logs, and the function that does it. Because it is data, a test
// can walk all of them and try each door unsigned, in the wrong role and from the other hospital.
// Decision: there is no route without a stated list of roles and a stated entry in the audit log ('none' included): leaving
// them out does not compile. Checking is done once, in admit.ts, and by no handler.

import type { z } from 'zod';
import type { AuditAction } from '../audit/audit-event.ts';
import type { GuideVisit } from '../guide/access/guide-visit.ts';
import type { Role } from '../people/role.ts';
import type { Answer } from './answer.ts';
import type { Call, Visit } from './visit.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface Shape<P, Q, B> {
  readonly method: Method;
  /** With the names of parameters after a colon: /api/cases/:case */
  readonly url: `/${string}`;
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  /** Of a JSON body. */
  readonly body?: z.ZodType<B>;
}

interface Input<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
}

interface Guarded {
  readonly roles: readonly [Role, ...Role[]];
  /**
   * What using this route means for the audit log. Anything but 'none' is held to: a handler that answers without having
   * logged (visit.audit, loggedSearch, whoLookedAt …) fails, and nothing it did is kept.
   */
  readonly audit: AuditAction | 'none';
  /** Requests of one address in a minute, where a password could be guessed. */
  readonly perMinute?: number;
  /** Also for systems that bring a token of a few minutes; what they may read is asked again, of its scopes. */
  readonly forTokens?: true;
  /** Also for who must first change a password or set a second factor. */
  readonly beforeReady?: true;
}

export interface SiteRouteOf<P, Q, B> extends Shape<P, Q, B>, Guarded {
  readonly handle: (visit: Visit, input: Input<P, Q, B>) => Promise<Answer>;
}

export interface UploadRouteOf<P, Q> extends Omit<Shape<P, Q, never>, 'body'>, Guarded {
  /** Of the body, in bytes; more is refused unread. */
  readonly upTo: number;
  /** The body as it came, whatever its content type. */
  readonly handle: (visit: Visit, input: Input<P, Q, Buffer>, contentType: string) => Promise<Answer>;
}

export interface OpenRouteOf<P, Q, B> extends Shape<P, Q, B> {
  readonly handle: (call: Call, input: Input<P, Q, B>) => Promise<Answer>;
  /** Requests of one address in a minute; more are told to wait. */
  readonly perMinute: number;
  /** The body is a form as a page without script sends it; what goes wrong is said in a page. */
  readonly forPeople?: true;
  /** The body is a form, sent by a program. */
  readonly takesForm?: true;
}

/** A page of somebody's guide, or what it sends back. Forms as a page without script sends them. */
export interface GuideRouteOf<P, Q, B> extends Omit<Shape<P, Q, B>, 'url' | 'method'> {
  readonly method: 'GET' | 'POST';
  readonly url: `/g/:site/:link/${string}`;
  /** As of other routes; 'none' where nothing of a record is shown or kept. */
  readonly audit: AuditAction | 'none';
  readonly handle: (visit: GuideVisit, input: Input<P, Q, B>) => Promise<Answer>;
}

/** For those signed in, within one transaction. */
export interface SiteRoute extends SiteRouteOf<unknown, unknown, unknown> {
  readonly kind: 'site';
}

/** The same, with a body of any type. */
export interface UploadRoute extends UploadRouteOf<unknown, unknown> {
  readonly kind: 'upload';
}

/** For everybody, signed in or not: signing in itself, state, set-up. Sees no record by itself. */
export interface OpenRoute extends OpenRouteOf<unknown, unknown, unknown> {
  readonly kind: 'open';
}

/** For whoever entered that guide with its PIN, within one transaction. */
export interface GuideRoute extends GuideRouteOf<unknown, unknown, unknown> {
  readonly kind: 'guide';
}

export type Route = SiteRoute | UploadRoute | OpenRoute | GuideRoute;

/** The builders let the compiler know what the schemas make of the input. */
export function siteRoute<P = null, Q = null, B = null>(route: SiteRouteOf<P, Q, B>): SiteRoute {
  return { kind: 'site', ...route } as unknown as SiteRoute;
}

export function uploadRoute<P = null, Q = null>(route: UploadRouteOf<P, Q>): UploadRoute {
  return { kind: 'upload', ...route } as unknown as UploadRoute;
}

export function openRoute<P = null, Q = null, B = null>(route: OpenRouteOf<P, Q, B>): OpenRoute {
  return { kind: 'open', ...route } as unknown as OpenRoute;
}

export function guideRoute<P = null, Q = null, B = null>(route: GuideRouteOf<P, Q, B>): GuideRoute {
  return { kind: 'guide', ...route } as unknown as GuideRoute;
}
