// The account behind a request, as every door reads it: the session of a person, the key of a machine, the token of another
// system. The tables app_user and site are joined as u and site.

import type { Language } from '@breekpunt/core';
import type { Role } from './role.ts';
import type { SignedIn } from './signed-in.ts';

export const accountColumns = [
  'u.app_user_id',
  'u.login',
  'u.display_name',
  'u.role',
  'site.language as site_language',
  'site.name',
  'site.time_zone',
  'site.country',
  'site.synthetic',
] as const;

export interface AccountRow {
  readonly app_user_id: number;
  readonly login: string;
  readonly display_name: string;
  readonly role: Role;
  readonly site_language: Language;
  readonly name: string;
  readonly time_zone: string;
  readonly country: SignedIn['country'];
  readonly synthetic: boolean;
}

/** Who it is, without how it signed in; in the language of the hospital. */
export function accountFrom(
  site: string,
  row: AccountRow,
): Omit<SignedIn, 'toDo' | 'hasPassword' | 'hasSecondFactor' | 'session' | 'scopes' | 'granted'> {
  return {
    site,
    siteName: row.name,
    timeZone: row.time_zone,
    country: row.country,
    synthetic: row.synthetic,
    id: row.app_user_id,
    login: row.login,
    displayName: row.display_name,
    role: row.role,
    language: row.site_language,
  };
}

/** A program has neither a password to change nor a session that ends. */
export function programFrom(
  site: string,
  row: AccountRow & { readonly fhir_scopes: readonly string[] },
  scopes: SignedIn['scopes'],
): SignedIn {
  return {
    ...accountFrom(site, row),
    toDo: null,
    hasPassword: false,
    hasSecondFactor: false,
    session: null,
    scopes,
    granted: row.fhir_scopes,
  };
}
