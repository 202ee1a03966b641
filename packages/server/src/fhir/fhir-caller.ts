// Who asks for FHIR, and what they may read: the one place where a signed-in person or a program becomes a caller with
// scopes. Decision: scopes are written as SMART writes them (user/*.rs, system/Patient.rs), whatever brought them: a
// person's come from the role, a program's from what was granted to it; so every check below asks one question.

import type { SiteTransaction } from '../database/site-transaction.ts';
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

export async function fhirCallerOf(tx: SiteTransaction, user: SignedIn): Promise<FhirCaller> {
  // A token holds its own, which are never more than was granted to its system.
  if (user.scopes !== null)
    return { siteId: tx.site, who: { kind: 'program', id: user.id }, scopes: user.scopes };
  if (user.role !== 'machine')
    return { siteId: tx.site, who: { kind: 'person', id: user.id }, scopes: personScopes[user.role] };
  return { siteId: tx.site, who: { kind: 'program', id: user.id }, scopes: await grantedTo(tx, user.id) };
}

async function grantedTo({ db, site }: SiteTransaction, program: number): Promise<readonly string[]> {
  const row = await db
    .selectFrom('app_user')
    .select('fhir_scopes')
    .where('site_id', '=', site)
    .where('app_user_id', '=', program)
    .executeTakeFirst();
  return row?.fhir_scopes ?? [];
}

/** `.rs`, `.cruds`, or `.read` and `.*` of the first SMART version. */
const scopeForm = /^(user|system)\/(\*|[A-Z][A-Za-z]+)\.(?:(c?r?u?d?s?)|read|\*)(?:\?.*)?$/;

/** The access log is granted by its own name only: "everything" means everything about patients. */
export function mayRead({ scopes }: FhirCaller, type: string): boolean {
  return scopes.some((scope) => {
    const [, , named, rights] = scopeForm.exec(scope) ?? [];
    if (named === undefined || (rights !== undefined && !(rights.includes('r') && rights.includes('s'))))
      return false;
    return named === type || (named === '*' && type !== 'AuditEvent');
  });
}

/** A carer's scope is whoever has a case here; a program of the hospital sees everybody whom it was granted. */
export function seesEverybody({ scopes }: FhirCaller): boolean {
  return scopes.some((scope) => scope.startsWith('system/'));
}
