// What the form about a connected system holds as texts, and what the server takes.

import type { System } from './systems.tsx';

export const textFields = [
  'name',
  'issuer',
  'jwksUrl',
  'jwks',
  'fhirBase',
  'hosts',
  'patientSystem',
  'patientAssigner',
  'scopes',
  'launchClient',
  'launchSecret',
  'loginClaim',
] as const;
export type TextField = (typeof textFields)[number];

export type FormTexts = Readonly<Record<TextField, string>> & { readonly network: 'public' | 'own' };

export function textsOf(system: System | null): FormTexts {
  return {
    name: system?.name ?? '',
    issuer: system?.issuer ?? '',
    jwksUrl: system?.jwksUrl ?? '',
    jwks: system?.jwks == null ? '' : JSON.stringify(system.jwks, null, 2),
    fhirBase: system?.fhirBase ?? '',
    hosts: system?.hosts.join(' ') ?? '',
    patientSystem: system?.patientSystem ?? '',
    patientAssigner: system?.patientAssigner ?? '',
    scopes: system?.scopes.join(' ') ?? '',
    launchClient: system?.launchClient ?? '',
    launchSecret: '',
    loginClaim: system?.loginClaim ?? 'preferred_username',
    network: system?.network ?? 'public',
  };
}

/** Pasted keys that are no JSON go as they are: the server says what it expected. */
export function factsFrom(texts: FormTexts, system: System | null): Readonly<Record<string, unknown>> {
  const orNull = (name: TextField): string | null => (texts[name].trim() === '' ? null : texts[name].trim());
  const list = (name: TextField): string[] => texts[name].split(/[\s,]+/).filter((each) => each !== '');
  const secret = orNull('launchSecret');
  return {
    name: texts.name.trim(),
    issuer: orNull('issuer'),
    jwksUrl: orNull('jwksUrl'),
    jwks: parsed(orNull('jwks')),
    fhirBase: orNull('fhirBase'),
    hosts: list('hosts'),
    network: texts.network,
    scopes: list('scopes'),
    patientSystem: orNull('patientSystem'),
    patientAssigner: orNull('patientAssigner'),
    launchClient: orNull('launchClient'),
    loginClaim: orNull('loginClaim') ?? 'preferred_username',
    ...(secret === null ? {} : { launchSecret: secret }),
    ...(system === null ? {} : { onVersion: system.version }),
  };
}

function parsed(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
