// The elements that many resources share: references, codes, days.

import { codeSystems, codeSystemUris } from '@breekpunt/core';
import type { CodeableConcept, Coding, Extension, Period, Reference, Resource } from '@medplum/fhirtypes';
import { present } from './present.ts';

/** Our own words as code systems; other systems read the text beside them. */
export function ownSystem(name: string): string {
  return `urn:breekpunt:${name}`;
}

/** The URI of a system as a sender named it; nothing for a name that is no URI. */
export function systemUri(name: string | null): string | undefined {
  if (name === null) return undefined;
  const system = codeSystems.find((each) => each === name);
  if (system !== undefined) return codeSystemUris[system][0];
  return /^[a-z][a-z0-9+.-]*:\S+$/i.test(name) ? name : undefined;
}

export function coding(system: string | undefined, code: string, display?: string): Coding {
  return present<Coding>({ system, code, display });
}

export function ownCoding(system: string, code: string): Coding {
  return { system: ownSystem(system), code };
}

/** Nothing when there is neither code nor text. */
export function concept(codings: readonly Coding[], text?: string): CodeableConcept {
  return present<CodeableConcept>({ coding: codings.length === 0 ? undefined : [...codings], text });
}

/** By id at this server. */
export function refer<T extends Resource>(type: T['resourceType'], id: string | number): Reference<T> {
  return { reference: `${type}/${id}` } as Reference<T>;
}

export function period(start: string | null, end: string | null): Period | undefined {
  if (start === null && end === null) return undefined;
  return present<Period>({ start: start ?? undefined, end: end ?? undefined });
}

/** For an element that R4 demands and nobody recorded. */
export const absent: Extension = {
  url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
  valueCode: 'unknown',
};

export const atcSystem: string = codeSystemUris.atc[0];
export const loincSystem: string = codeSystemUris.loinc[0];
export const snomedSystem: string = codeSystemUris['snomed-ct'][0];
export const terminology = 'http://terminology.hl7.org/CodeSystem';
