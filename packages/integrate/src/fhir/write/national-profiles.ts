// The national profiles of a Patient: Belgian be-patient (hl7.fhir.be.core) and Dutch nl-core-Patient (zib2020). Decision: a profile
// is named only where everything that it demands is there and nothing stands in the resource whose rules were not read;
// whoever is named under neither is still a sound Patient of R4.
//
// be-patient demands a gender, and of a number in the Belgian system eleven digits; its addresses may be a text alone.
// nl-core-Patient binds the language and the country of an address to Dutch lists of codes, which are not carried here: a patient
// with either is not said to conform.

import type { Patient } from '@medplum/fhirtypes';

/** The names of the national numbers: Belgian INSZ/NISS, Dutch BSN. */
export const nationalNumberSystems = {
  'be-insz': 'https://www.ehealth.fgov.be/standards/fhir/core/NamingSystem/ssin',
  'nl-bsn': 'http://fhir.nl/fhir/NamingSystem/bsn',
} as const;

export const nationalProfiles = {
  BE: 'https://www.ehealth.fgov.be/standards/fhir/core/StructureDefinition/be-patient',
  NL: 'http://nictiz.nl/fhir/StructureDefinition/nl-core-Patient',
} as const;

export function withNationalProfiles(patient: Patient): Patient {
  const profile = [
    ...(conformsToBelgian(patient) ? [nationalProfiles.BE] : []),
    ...(conformsToDutch(patient) ? [nationalProfiles.NL] : []),
  ];
  if (profile.length === 0) return patient;
  const { resourceType, id, ...rest } = patient;
  return { resourceType, ...(id === undefined ? {} : { id }), meta: { profile }, ...rest };
}

function conformsToBelgian(patient: Patient): boolean {
  const numbers = numbersOf(patient, nationalNumberSystems['be-insz']);
  return (
    patient.gender !== undefined && numbers.length > 0 && numbers.every((number) => /^\d{11}$/.test(number))
  );
}

function conformsToDutch(patient: Patient): boolean {
  const numbers = numbersOf(patient, nationalNumberSystems['nl-bsn']);
  return (
    patient.birthDate !== undefined &&
    patient.address === undefined &&
    patient.communication === undefined &&
    numbers.length > 0 &&
    numbers.every((number) => /^\d{9}$/.test(number))
  );
}

function numbersOf({ identifier = [] }: Patient, of: string): readonly string[] {
  return identifier.flatMap(({ system, value = '' }) => (system === of ? [value] : []));
}
