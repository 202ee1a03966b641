// The body of a POST to /fhir cut into resources with their places, whatever its form.

import { failure, type Result, success } from '@breekpunt/core';
import type { FhirIssue } from './fhir-entry.ts';

export interface PostedResource {
  /** From 0. */
  readonly index: number;
  readonly fullUrl: string;
  readonly value: unknown;
  /** What to call it when it has no id: from its fullUrl. */
  readonly name: string;
  /** Something about the entry, not the resource, that keeps it out. */
  readonly problem: Omit<FhirIssue, 'index'> | null;
}

export interface Posted {
  readonly format: 'fhir-json' | 'fhir-ndjson';
  /** All or nothing. */
  readonly whole: boolean;
  readonly answer: 'transaction-response' | 'batch-response' | 'outcome';
  readonly resources: readonly PostedResource[];
  /** Where a resource stands, for FHIRPath expressions and people. */
  readonly at: (index: number) => string;
}

export function readPosted(body: Buffer, contentType: string): Result<Posted, FhirIssue> {
  const text = body.toString('utf8');
  if (/ndjson/i.test(contentType)) return success(readLines(text));
  const json = parsed(text);
  if (json === undefined)
    return wrong(
      'the body is not valid JSON; send one Bundle or resource, or NDJSON as application/fhir+ndjson',
    );
  if (!isObject(json)) return wrong('the body is not a JSON object; send a Bundle or a resource');
  if (json['resourceType'] !== 'Bundle') return success(single(json));
  const { type, entry } = json;
  if (type !== 'transaction' && type !== 'batch')
    return wrong('Bundle.type is neither transaction nor batch', 'Bundle.type', 'value');
  if (entry !== undefined && !Array.isArray(entry))
    return wrong('Bundle.entry is not a list', 'Bundle.entry');
  return success({
    format: 'fhir-json',
    whole: type === 'transaction',
    answer: `${type}-response`,
    resources: ((entry as unknown[] | undefined) ?? []).map(entryFrom),
    at: (index) => `Bundle.entry[${index}].resource`,
  });
}

function readLines(text: string): Posted {
  const lines = text.split('\n').map((line, index) => ({ line: line.trim(), index }));
  return {
    format: 'fhir-ndjson',
    whole: false,
    answer: 'outcome',
    resources: lines
      .filter(({ line }) => line !== '')
      .map(({ line, index }) => {
        const value = parsed(line);
        const problem =
          value === undefined
            ? ({
                code: 'structure',
                element: 'resource',
                diagnostics: 'not valid JSON; expected one complete resource a line',
              } as const)
            : null;
        return { index, fullUrl: '', value, name: `line-${index + 1}`, problem };
      }),
    at: (index) => `line[${index + 1}]`,
  };
}

function single(resource: object): Posted {
  const named = (resource as { resourceType?: unknown }).resourceType;
  return {
    format: 'fhir-json',
    whole: true,
    answer: 'outcome',
    resources: [{ index: 0, fullUrl: '', value: resource, name: 'posted', problem: null }],
    at: () => (typeof named === 'string' && /^[A-Za-z]{1,64}$/.test(named) ? named : 'resource'),
  };
}

function entryFrom(entry: unknown, index: number): PostedResource {
  const { resource, fullUrl, request } = (isObject(entry) ? entry : {}) as {
    resource?: unknown;
    fullUrl?: unknown;
    request?: { method?: unknown };
  };
  const url = typeof fullUrl === 'string' ? fullUrl : '';
  const method = request?.method;
  const name = url.replace(/^urn:(uuid|oid):/, '').replace(/^.*\//, '') || `entry-${index + 1}`;
  const base = { index, fullUrl: url, value: resource, name };
  if (method !== undefined && method !== 'POST' && method !== 'PUT')
    return {
      ...base,
      problem: {
        code: 'not-supported',
        element: 'Bundle.entry.request.method',
        diagnostics:
          'only POST and PUT are taken here; send a resource with status entered-in-error to take it back',
      },
    };
  return { ...base, problem: null };
}

function wrong(
  diagnostics: string,
  element = 'Bundle',
  code: FhirIssue['code'] = 'structure',
): Result<never, FhirIssue> {
  return failure({ index: 0, code, element, diagnostics });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
