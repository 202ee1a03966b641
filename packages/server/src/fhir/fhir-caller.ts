// Who asks for FHIR, and what they may read: the one place where a signed-in person or a program becomes a caller with
// scopes. Decision: scopes are written as SMART writes them (user/*.rs, system/Patient.rs), whatever brought them: a
// person's come from the role, a program's from what was granted to it; so every check below asks one question.

import type { SignedIn } from '../people/signed-in.ts';

export interface FhirCaller {
  readonly siteId: string;
  readonly who: { readonly kind: 'person' | 'program'; readonly id: number };
  readonly scopes: readonly string[];
}

const personScopes: Readonly<Record<SignedIn['role'], readonly string[]>> = {
  nurse: ['user/*.rs'],
  physician: ['user/*.rs', 'user/AuditEvent.rs'],
  lead: ['user/*.rs', 'user/AuditEvent.rs'],
  auditor: ['user/AuditEvent.rs'],
  it: [],
  machine: [],
};

export function fhirCallerOf({ site, id, role, scopes, granted }: SignedIn): FhirCaller {
  // A token holds its own, which are never more than was granted to its system.
  if (scopes !== null) return { siteId: site, who: { kind: 'program', id }, scopes };
  if (role !== 'machine') return { siteId: site, who: { kind: 'person', id }, scopes: personScopes[role] };
  return { siteId: site, who: { kind: 'program', id }, scopes: granted };
}

/**
 * `.r`, `.rs`, `.cruds`, or `.read` and `.*` of the first SMART version. A scope that is narrowed by a query grants nothing
 * here: taken for the whole type, it would give more than was meant.
 */
const scopeForm = /^(?:user|system)\/(\*|[A-Z][A-Za-z]+)\.(?:(c?r?u?d?s?)|read|\*)$/;

/**
 * Reading is by id, searching by anything else; whoever asks for neither needs both. The access log is granted by its own
 * name only: "everything" means everything about patients.
 */
export function mayRead({ scopes }: FhirCaller, type: string, how?: 'read' | 'search'): boolean {
  const needed = how === 'read' ? ['r'] : how === 'search' ? ['s'] : ['r', 's'];
  return scopes.some((scope) => {
    const [, named, rights] = scopeForm.exec(scope) ?? [];
    if (named === undefined || (rights !== undefined && needed.some((right) => !rights.includes(right))))
      return false;
    return named === type || (named === '*' && type !== 'AuditEvent');
  });
}

/** A carer's scope is whoever has a case here; a program of the hospital sees everybody whom it was granted. */
export function seesEverybody({ scopes }: FhirCaller): boolean {
  return scopes.some((scope) => scope.startsWith('system/'));
}
