// What a message or resource says of a person, and how two doors name the same number.
// Decision: what was not said is absent, so that a message that is silent about a birth date does not erase one.

import type { Answer, CalendarDate, Language, PartialDate } from '@breekpunt/core';
import type { RecordedSex } from './report-record.ts';

export type Country = 'BE' | 'NL';

export interface RecordedIdentifier {
  readonly system: 'be-insz' | 'nl-bsn' | 'local';
  /** Who gives local numbers out; empty for national numbers. */
  readonly assigner: string;
  readonly value: string;
}

export interface PatientDetails {
  /** The hospital's own numbers first. */
  readonly identifiers: readonly RecordedIdentifier[];
  readonly familyName?: string;
  readonly givenName?: string;
  readonly birthDate?: PartialDate;
  readonly sex?: RecordedSex;
  readonly language?: Language;
  readonly country?: Country;
  readonly deceased?: Answer;
  readonly deathDate?: CalendarDate;
  /** As the sender writes it; the one at home before others. */
  readonly phone?: string;
}

/** Names under which senders know the Belgian and the Dutch national number: OIDs, URIs, authorities, type codes. */
const nationalNames: Readonly<Record<string, 'be-insz' | 'nl-bsn'>> = {
  '2.16.840.1.113883.3.6777.5.1': 'be-insz',
  'https://www.ehealth.fgov.be/standards/fhir/core/namingsystem/ssin': 'be-insz',
  'https://www.ehealth.fgov.be/standards/fhir/namingsystem/ssin': 'be-insz',
  insz: 'be-insz',
  niss: 'be-insz',
  ssin: 'be-insz',
  nnbel: 'be-insz',
  '2.16.840.1.113883.2.4.6.3': 'nl-bsn',
  'http://fhir.nl/fhir/namingsystem/bsn': 'nl-bsn',
  nlminbiza: 'nl-bsn',
  nnnld: 'nl-bsn',
  bsn: 'nl-bsn',
};

/** The national system that a name stands for; undefined for anybody else's. */
export function nationalSystem(name: string): 'be-insz' | 'nl-bsn' | undefined {
  const key = name
    .trim()
    .toLowerCase()
    .replace(/^urn:oid:/, '');
  return Object.hasOwn(nationalNames, key) ? nationalNames[key] : undefined;
}

/** For a field that only says "national number": the one of the hospital's country, when the digits can be it. */
export function nationalByShape(value: string, country: Country): 'be-insz' | 'nl-bsn' | undefined {
  const digits = value.replaceAll(/[\s.-]/g, '');
  if (country === 'BE' && /^\d{11}$/.test(digits)) return 'be-insz';
  return country === 'NL' && /^\d{8,9}$/.test(digits) ? 'nl-bsn' : undefined;
}
