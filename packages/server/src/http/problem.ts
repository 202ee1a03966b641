// What went wrong with a request, as data: a stable code for programs (the clinic app has its own words for each, in every
// language) and a sentence for people. Goes out as application/problem+json (RFC 9457).
// Decision: the list of codes is closed and stands here, with its HTTP status; a route names a code and never a status.

const statusOf = {
  'not-valid': 400,
  'not-signed-in': 401,
  'sign-in-refused': 401,
  'second-factor-needed': 401,
  'wrong-role': 403,
  'other-origin': 403,
  'password-to-change': 403,
  'second-factor-to-set': 403,
  'set-up-closed': 403,
  'not-found': 404,
  'not-supported': 405,
  'outside-scope': 404,
  'not-acceptable': 406,
  'changed-meanwhile': 409,
  'no-patient-data': 412,
  taken: 409,
  refused: 422,
  'too-large': 413,
  'wrong-type': 415,
  'too-many': 429,
  'locked-for-a-while': 429,
  'our-mistake': 500,
  'provider-unreachable': 502,
  'database-lost': 503,
  'disk-full': 507,
} as const;

export type ProblemCode = keyof typeof statusOf;

export const problemCodes: readonly string[] = Object.keys(statusOf);

export interface Problem {
  readonly code: ProblemCode;
  /** What was expected, what came, what to do. Never patient text, a name or an identifier. */
  readonly detail: string;
  /** Further members for the program that asked: fields, versions, seconds to wait. */
  readonly more: Readonly<Record<string, unknown>>;
}

export function problem(code: ProblemCode, detail: string, more: Problem['more'] = {}): Problem {
  return { code, detail, more };
}

export function problemStatus({ code }: Problem): number {
  return statusOf[code];
}

/** The body as it is sent. */
export function problemBody({ code, detail, more }: Problem): Readonly<Record<string, unknown>> {
  return {
    type: `urn:breekpunt:problem:${code}`,
    title: code.replaceAll('-', ' '),
    status: statusOf[code],
    code,
    detail,
    ...more,
  };
}
