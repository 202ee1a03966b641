// Resources as they came, each with its place; and what can be wrong with one, as OperationOutcome says it.

import { describeReject, type InboundResource, type RejectReason } from '@breekpunt/integrate';

export interface FhirEntry {
  /** Place among what came, from 0. */
  readonly index: number;
  /** Bundle.entry.fullUrl; empty when there is none. */
  readonly fullUrl: string;
  readonly read: InboundResource;
}

export interface FhirIssue {
  readonly index: number;
  readonly code:
    | 'structure'
    | 'required'
    | 'value'
    | 'not-found'
    | 'not-supported'
    | 'business-rule'
    | 'too-long';
  /** The element, from its resource type on. */
  readonly element: string;
  readonly diagnostics: string;
}

export function issueFrom(index: number, reason: RejectReason): FhirIssue {
  const element = 'element' in reason ? reason.element : 'field' in reason ? reason.field : 'resource';
  return { index, code: codeOf(reason), element, diagnostics: describeReject(reason) };
}

function codeOf({ kind }: RejectReason): FhirIssue['code'] {
  switch (kind) {
    case 'missing-element':
      return 'required';
    case 'bad-date':
    case 'bad-value':
    case 'bad-base64':
      return 'value';
    case 'unreadable-content':
    case 'unreadable-pdf':
      return 'not-supported';
    case 'too-large':
      return 'too-long';
    default:
      return 'structure';
  }
}

/** `at` says where the resource of an issue stands, such as Bundle.entry[3].resource. */
export function operationOutcome(
  issues: readonly FhirIssue[],
  at: (index: number) => string,
): Readonly<Record<string, unknown>> {
  return {
    resourceType: 'OperationOutcome',
    issue:
      issues.length === 0
        ? [{ severity: 'information', code: 'informational', diagnostics: 'All was taken.' }]
        : issues.map((issue) => ({
            severity: 'error',
            code: issue.code,
            diagnostics: issue.diagnostics,
            expression: [`${at(issue.index)}${inside(issue.element)}`],
          })),
  };
}

/** "DiagnosticReport.status" within its resource is ".status". */
function inside(element: string): string {
  const dot = element.indexOf('.');
  return dot === -1 ? '' : element.slice(dot);
}
