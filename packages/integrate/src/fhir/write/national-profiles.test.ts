import { expect, test } from 'vitest';
import { nationalProfiles } from './national-profiles.ts';
import { type PatientRecord, patientResource } from './patient-resource.ts';

const nobody: PatientRecord = {
  id: 1,
  familyName: 'Verzonnen',
  givenName: 'Maria',
  birthDate: '1941-03-12',
  sex: 'female',
  language: null,
  country: null,
  deceased: 'no',
  deathDate: null,
  phone: null,
  email: null,
  address: null,
  generalPractitioner: null,
  mergedInto: null,
  identifiers: [],
};
const insz = { system: 'be-insz', assigner: '', value: '41031200122' } as const;
const bsn = { system: 'nl-bsn', assigner: '', value: '999911120' } as const;
const local = { system: 'local', assigner: 'urn:hospital', value: 'N-1' } as const;

const profilesOf = (more: Partial<PatientRecord>): readonly string[] | undefined =>
  patientResource({ ...nobody, ...more }).meta?.profile;

test('a patient with a Belgian number and a gender is named under be-patient, also with an address as one text', () => {
  expect(profilesOf({ identifiers: [insz, local] })).toEqual([nationalProfiles.BE]);
  expect(profilesOf({ identifiers: [insz], address: 'Straat 1, Gent', country: 'BE' })).toEqual([
    nationalProfiles.BE,
  ]);
});

test('without a gender, which be-patient demands, no profile is named', () => {
  expect(profilesOf({ identifiers: [insz], sex: 'not-recorded' })).toBeUndefined();
});

test('a number that is not eleven digits is not called a Belgian one', () => {
  expect(profilesOf({ identifiers: [insz, { ...insz, value: '4103120' }] })).toBeUndefined();
});

test('a patient with a Dutch number is named under nl-core-Patient while language and address, bound to Dutch lists, are not told', () => {
  expect(profilesOf({ identifiers: [bsn] })).toEqual([nationalProfiles.NL]);
  expect(profilesOf({ identifiers: [bsn], language: 'nl' })).toBeUndefined();
  expect(profilesOf({ identifiers: [bsn], country: 'NL' })).toBeUndefined();
  expect(profilesOf({ identifiers: [bsn], birthDate: null })).toBeUndefined();
});

test('a number of the hospital alone names no profile', () => {
  expect(profilesOf({ identifiers: [local] })).toBeUndefined();
});
