// A Patient resource to what is known of a person. Decision: a number counts when it names the person at a hospital or
// in a country; a passport, a driver's licence or a foreign national number does not.

import { parsePartialDate } from '@breekpunt/core';
import { ItemRefused, type JsonObject, objectAt, objectsAt, stringAt } from '../json-value.ts';
import {
  type Country,
  nationalSystem,
  type PatientDetails,
  type RecordedIdentifier,
} from '../patient-details.ts';
import { languageFrom, sexFrom } from '../recorded-values.ts';
import { assignerOfSystem } from './write/patient-resource.ts';

/** Under this authority stand the ids that the sending server gives its own Patient resources. */
export const serverIds = 'fhir';

type Draft = { -readonly [K in keyof PatientDetails]: PatientDetails[K] };

export function fhirPatient(resource: JsonObject): PatientDetails {
  const details: Draft = { identifiers: identifiersOf(resource) };
  const names = objectsAt(resource, 'name', 'Patient');
  const name = names.find((one) => one['use'] === 'official') ?? names.find((one) => one['use'] !== 'old');
  if (name !== undefined) {
    const family = stringAt(name, 'family', 'Patient.name');
    if (family) details.familyName = family;
    const given = listOfText(name, 'given', 'Patient.name').join(' ');
    if (given !== '') details.givenName = given;
  }
  const birth = stringAt(resource, 'birthDate', 'Patient');
  if (birth !== undefined) {
    const date = parsePartialDate(birth);
    if (!date.ok) throw new ItemRefused({ kind: 'bad-date', field: 'Patient.birthDate' });
    details.birthDate = date.value;
  }
  const sex = sexFrom(stringAt(resource, 'gender', 'Patient') ?? '');
  if (sex !== undefined) details.sex = sex;
  const spoken = objectsAt(resource, 'communication', 'Patient')[0];
  const coding = spoken === undefined ? undefined : objectAt(spoken, 'language', 'Patient.communication');
  const code =
    coding === undefined ? undefined : objectsAt(coding, 'coding', 'Patient.communication.language')[0];
  const language = languageFrom(
    code === undefined ? '' : (stringAt(code, 'code', 'Patient.communication') ?? ''),
  );
  if (language !== undefined) details.language = language;
  const address = objectsAt(resource, 'address', 'Patient')[0];
  const country = countryOf(
    address === undefined ? '' : (stringAt(address, 'country', 'Patient.address') ?? ''),
  );
  if (country !== undefined) details.country = country;
  const phone = objectsAt(resource, 'telecom', 'Patient')
    .filter((each) => each['system'] === 'phone' && each['use'] !== 'old')
    .map((each) => stringAt(each, 'value', 'Patient.telecom')?.trim() ?? '')
    .find((each) => each !== '' && each.length <= 40);
  if (phone !== undefined) details.phone = phone;
  return withDeath(details, resource);
}

function withDeath(details: Draft, resource: JsonObject): PatientDetails {
  const said = resource['deceasedBoolean'];
  if (said !== undefined && typeof said !== 'boolean')
    throw new ItemRefused({
      kind: 'wrong-type',
      element: 'Patient.deceasedBoolean',
      expected: 'boolean',
      found: typeof said,
    });
  if (said !== undefined) details.deceased = said ? 'yes' : 'no';
  const at = stringAt(resource, 'deceasedDateTime', 'Patient');
  if (at === undefined) return details;
  details.deceased = 'yes';
  const day = parsePartialDate(at.slice(0, 10));
  if (!day.ok) throw new ItemRefused({ kind: 'bad-date', field: 'Patient.deceasedDateTime' });
  if (day.value.length === 10) details.deathDate = day.value as NonNullable<Draft['deathDate']>;
  return details;
}

/** Kinds of number (HL7 table 0203) that are not about being a patient. */
const others = new Set(['SS', 'DL', 'PPN', 'AN', 'VN', 'MCN', 'EN', 'TAX']);

function identifiersOf(resource: JsonObject): RecordedIdentifier[] {
  const found: RecordedIdentifier[] = [];
  for (const [index, identifier] of objectsAt(resource, 'identifier', 'Patient').entries()) {
    const path = `Patient.identifier[${index}]`;
    const value = stringAt(identifier, 'value', path);
    const use = stringAt(identifier, 'use', path);
    if (!value || use === 'old' || use === 'temp') continue;
    const system = stringAt(identifier, 'system', path) ?? '';
    const type = objectAt(identifier, 'type', path);
    const kinds =
      type === undefined ? [] : objectsAt(type, 'coding', `${path}.type`).map((one) => one['code']);
    const national = nationalSystem(system);
    if (national !== undefined) found.push({ system: national, assigner: '', value });
    else if (!kinds.some((kind) => others.has(String(kind))))
      found.push({ system: 'local', assigner: assignerOfSystem(system), value });
  }
  const id = stringAt(resource, 'id', 'Patient');
  if (id) found.push({ system: 'local', assigner: serverIds, value: id });
  return found.toSorted((a, b) => rank(a) - rank(b));
}

function rank({ system, assigner }: RecordedIdentifier): number {
  if (system !== 'local') return 1;
  return assigner === serverIds ? 2 : 0;
}

function listOfText(object: JsonObject, key: string, path: string): string[] {
  const value = object[key];
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.some((one) => typeof one !== 'string'))
    throw new ItemRefused({
      kind: 'wrong-type',
      element: `${path}.${key}`,
      expected: 'list of strings',
      found: 'other',
    });
  return value as string[];
}

function countryOf(code: string): Country | undefined {
  const word = code.trim().toUpperCase();
  return word === 'BE' || word === 'NL' ? word : undefined;
}
