// What went wrong, in FHIR's own words: every problem of an address under /fhir goes out as an OperationOutcome, whoever found it (the
// door, the limits, the reading of the address), because a FHIR client reads nothing else. Decision: our stable code stands in
// `details`, so that programs can tell problems apart here as everywhere.

import type { OperationOutcome, OperationOutcomeIssue } from '@medplum/fhirtypes';
import type { Problem, ProblemCode } from '../http/problem.ts';

const issueCodes: Readonly<Partial<Record<ProblemCode, OperationOutcomeIssue['code']>>> = {
  'not-valid': 'value',
  'not-signed-in': 'login',
  'wrong-role': 'forbidden',
  'other-origin': 'forbidden',
  'password-to-change': 'forbidden',
  'second-factor-to-set': 'forbidden',
  'not-found': 'not-found',
  'outside-scope': 'not-found',
  'changed-meanwhile': 'conflict',
  'too-large': 'too-long',
  'wrong-type': 'not-supported',
  'not-acceptable': 'not-supported',
  'not-supported': 'not-supported',
  'too-many': 'throttled',
  'database-lost': 'transient',
  'disk-full': 'no-store',
};

export function isFhirAddress(url: string): boolean {
  return /^\/fhir(\/|\?|$)/.test(url);
}

export function problemOutcome({ code, detail, more }: Problem): OperationOutcome {
  const fields = Array.isArray(more['fields']) ? (more['fields'] as readonly Field[]) : [];
  const issue: OperationOutcomeIssue = {
    severity: 'error',
    code: issueCodes[code] ?? 'processing',
    details: { coding: [{ system: 'urn:breekpunt:problem', code }] },
    diagnostics: code === 'not-signed-in' ? howToBeKnown : detail,
  };
  const atFields = fields.map(({ at, expected }) => ({
    ...issue,
    diagnostics: `${at}: ${expected}`,
    expression: [`http.${at}`],
  }));
  return { resourceType: 'OperationOutcome', issue: atFields.length === 0 ? [issue] : atFields };
}

interface Field {
  readonly at: string;
  readonly expected: string;
}

const howToBeKnown =
  'Nobody is known by what was sent. A program sends its key, or the token that it was given, as Authorization: Bearer; either may have ended.';
