// A person to a Patient. Decision: national numbers go out under the names their countries gave them, and local ones under
// their assigner, so that our own intake and others recognise who is meant. Sex that nobody recorded is left out, never
// "unknown", which would say that somebody asked.

import type { Answer, CalendarDate, Language, Sex } from '@breekpunt/core';
import type { Identifier, Patient } from '@medplum/fhirtypes';
import type { RecordedIdentifier } from '../../patient-details.ts';
import { coding, ownSystem, refer, terminology } from './elements.ts';
import { nationalNumberSystems, withNationalProfiles } from './national-profiles.ts';
import { known, listed, present } from './present.ts';

export interface PatientRecord {
  readonly id: number;
  readonly familyName: string | null;
  readonly givenName: string | null;
  /** As far as it is known: a year, a month or a day. */
  readonly birthDate: string | null;
  readonly sex: Sex;
  readonly language: Language | null;
  readonly country: 'BE' | 'NL' | null;
  readonly deceased: Answer;
  readonly deathDate: CalendarDate | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly generalPractitioner: string | null;
  readonly mergedInto: number | null;
  readonly identifiers: readonly RecordedIdentifier[];
}

const assignerPrefix = ownSystem('assigner:');

export function patientResource(record: PatientRecord): Patient {
  return withNationalProfiles(plainPatient(record));
}

function plainPatient(record: PatientRecord): Patient {
  const { familyName, givenName, birthDate, phone, email } = record;
  return present<Patient>({
    resourceType: 'Patient',
    id: String(record.id),
    identifier: listed(record.identifiers.map(identifierFrom)),
    active: record.mergedInto === null,
    name:
      familyName === null && givenName === null
        ? undefined
        : [
            present({
              use: 'official' as const,
              family: known(familyName),
              given: givenName === null ? undefined : givenName.split(' ').filter((part) => part !== ''),
            }),
          ],
    telecom: listed([
      phone === null ? undefined : { system: 'phone' as const, value: phone },
      email === null ? undefined : { system: 'email' as const, value: email },
    ]),
    gender: record.sex === 'not-recorded' ? undefined : record.sex,
    birthDate: known(birthDate),
    ...deathOf(record),
    address:
      record.address === null && record.country === null
        ? undefined
        : [present({ text: known(record.address), country: known(record.country) })],
    communication:
      record.language === null
        ? undefined
        : [{ language: { coding: [coding('urn:ietf:bcp:47', record.language)] } }],
    generalPractitioner:
      record.generalPractitioner === null ? undefined : [{ display: record.generalPractitioner }],
    link:
      record.mergedInto === null
        ? undefined
        : [{ other: refer<Patient>('Patient', record.mergedInto), type: 'replaced-by' }],
  });
}

function deathOf({
  deceased,
  deathDate,
}: PatientRecord): Pick<Patient, 'deceasedBoolean' | 'deceasedDateTime'> {
  if (deathDate !== null) return { deceasedDateTime: deathDate };
  return deceased === 'not-recorded' ? {} : { deceasedBoolean: deceased === 'yes' };
}

function identifierFrom({ system, assigner, value }: RecordedIdentifier): Identifier {
  if (system !== 'local')
    return {
      use: 'official',
      type: { coding: [coding(`${terminology}/v2-0203`, 'NI')] },
      system: nationalNumberSystems[system],
      value,
    };
  return present<Identifier>({
    type: { coding: [coding(`${terminology}/v2-0203`, assigner === 'fhir' ? 'RI' : 'MR')] },
    system: assigner === '' ? undefined : systemOfAssigner(assigner),
    value,
  });
}

/** Authorities of HL7 messages are words, and FHIR names systems by URI. */
function systemOfAssigner(assigner: string): string {
  return /^[a-z][a-z0-9+.-]*:\S+$/i.test(assigner) ? assigner : assignerPrefix + encodeURIComponent(assigner);
}

/** What `systemOfAssigner` wrote, read back; any other system stands for itself. */
export function assignerOfSystem(system: string): string {
  if (!system.startsWith(assignerPrefix)) return system;
  try {
    return decodeURIComponent(system.slice(assignerPrefix.length));
  } catch {
    return system;
  }
}
