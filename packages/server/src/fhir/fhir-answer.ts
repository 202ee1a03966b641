// Answers as FHIR gives them: resources with their version, Bundles with links, and OperationOutcome for what went wrong.

import type {
  Bundle,
  BundleEntry,
  OperationOutcome,
  OperationOutcomeIssue,
  Resource,
} from '@medplum/fhirtypes';
import { type Answer, reply } from '../http/answer.ts';
import type { FoundVersion } from './history/run-history.ts';
import type { SearchProblem } from './search/read-search.ts';
import type { Beside } from './search/run-includes.ts';
import type { FoundPage } from './search/run-search.ts';

const fhirJson = 'application/fhir+json; charset=utf-8';

export function resourceAnswer(resource: Resource, knownVersion: string | null): Answer {
  const headers = versionHeaders(resource);
  if (knownVersion !== null && knownVersion === headers.etag) return reply(304, fhirJson, null, headers);
  return reply(200, fhirJson, JSON.stringify(resource), headers);
}

function versionHeaders({ meta }: Resource): { readonly etag: string; readonly 'last-modified': string } {
  return {
    etag: `W/"${meta?.versionId ?? ''}"`,
    'last-modified': new Date(meta?.lastUpdated ?? 0).toUTCString(),
  };
}

export function fhirAnswer(
  resource: Resource,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return reply(status, fhirJson, JSON.stringify(resource), headers);
}

type IssueCode = OperationOutcomeIssue['code'] & string;

export function outcomeAnswer(status: number, code: IssueCode, diagnostics: string): Answer {
  return fhirAnswer(outcome([{ severity: 'error', code, diagnostics }]), status);
}

export function problemsAnswer(problems: readonly SearchProblem[]): Answer {
  return fhirAnswer(
    outcome(
      problems.map(({ code, parameter, diagnostics }) => ({
        severity: 'error',
        code,
        diagnostics,
        ...(parameter === '' ? {} : { expression: [`http.${parameter}`] }),
      })),
    ),
    400,
  );
}

function outcome(issue: OperationOutcomeIssue[]): OperationOutcome {
  return { resourceType: 'OperationOutcome', issue };
}

export const notFoundAnswer: Answer = outcomeAnswer(
  404,
  'not-found',
  'There is no such resource here, or it is outside your scope.',
);

export interface PageLinks {
  readonly self: string;
  readonly next: string | null;
}

export function searchBundle(
  base: string,
  { found, total }: Pick<FoundPage, 'found' | 'total'>,
  { included, leftOut }: Beside,
  { self, next }: PageLinks,
): Bundle {
  const entry = [
    ...found.map(({ resource }) => entryOf(base, resource, 'match')),
    ...included.map(({ resource }) => entryOf(base, resource, 'include')),
    ...leftOut.map((type) => ({ resource: notGranted(type), search: { mode: 'outcome' as const } })),
  ];
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    ...(total === null ? {} : { total }),
    link: [{ relation: 'self', url: self }, ...(next === null ? [] : [{ relation: 'next', url: next }])],
    ...(entry.length === 0 ? {} : { entry }),
  };
}

function notGranted(type: string): OperationOutcome {
  const diagnostics = `${type} was left out: reading it needs a scope that was not granted.`;
  return outcome([{ severity: 'warning', code: 'forbidden', diagnostics }]);
}

function entryOf(base: string, resource: Resource, mode: 'match' | 'include') {
  return { fullUrl: `${base}/${resource.resourceType}/${resource.id}`, resource, search: { mode } };
}

/** Newest first. `total`: null where nobody counted. */
export function historyBundle(
  base: string,
  versions: readonly FoundVersion[],
  { self, next }: PageLinks,
  total: number | null,
): Bundle {
  return {
    resourceType: 'Bundle',
    type: 'history',
    ...(total === null ? {} : { total }),
    link: [{ relation: 'self', url: self }, ...(next === null ? [] : [{ relation: 'next', url: next }])],
    ...(versions.length === 0 ? {} : { entry: versions.map((version) => versionEntry(base, version)) }),
  };
}

function versionEntry(base: string, { resource, first }: FoundVersion): BundleEntry {
  const url = `${resource.resourceType}/${resource.id}`;
  return {
    fullUrl: `${base}/${url}`,
    resource,
    request: { method: first ? 'POST' : 'PUT', url: first ? resource.resourceType : url },
    response: {
      status: first ? '201' : '200',
      etag: `W/"${resource.meta?.versionId ?? ''}"`,
      ...(resource.meta?.lastUpdated === undefined ? {} : { lastModified: resource.meta.lastUpdated }),
    },
  };
}
