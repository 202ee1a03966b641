// PID and MRG to what is known of a person. Decision: only numbers that name the person count; a visit or an account
// number (VN, AN) would make one person of everybody in a room. A local number without an authority is the sender's.

import { type PartialDate, parsePartialDate } from '@breekpunt/core';
import { ItemRefused } from '../json-value.ts';
import {
  type Country,
  nationalByShape,
  nationalSystem,
  type PatientDetails,
  type RecordedIdentifier,
} from '../patient-details.ts';
import { languageFrom } from '../recorded-values.ts';
import type { Segment } from './parse-message.ts';
import { hl7Date, hl7Sex } from './patient-segment.ts';

export interface Hl7Origin {
  readonly country: Country;
  /** MSH-4. */
  readonly facility: string;
}

type Draft = { -readonly [K in keyof PatientDetails]: PatientDetails[K] };

/** Throws ItemRefused when a date is no date. */
export function patientDetailsOf(pid: Segment, origin: Hl7Origin): PatientDetails {
  const details: Draft = { identifiers: identifiersIn(pid, 3, [2, 4], 19, origin) };
  const [family, given] = [pid.value(5, 1), pid.value(5, 2)];
  if (family !== '') details.familyName = family;
  if (given !== '') details.givenName = given;
  const birth = birthOf(pid.value(7));
  if (birth !== undefined) details.birthDate = birth;
  const sex = pid.value(8) === '' ? undefined : hl7Sex(pid.value(8));
  if (sex !== undefined) details.sex = sex;
  const language = languageFrom(pid.value(15, 1)) ?? languageFrom(pid.value(15, 2));
  if (language !== undefined) details.language = language;
  const country = countryFrom(pid.value(11, 6));
  if (country !== undefined) details.country = country;
  const died = hl7Date(pid.value(29), 'PID-29');
  if (died !== undefined) details.deathDate = died;
  const deceased = pid.value(30).toUpperCase();
  if (died !== undefined || deceased === 'Y') details.deceased = 'yes';
  else if (deceased === 'N') details.deceased = 'no';
  const phone = phoneIn(pid);
  if (phone !== undefined) details.phone = phone;
  return details;
}

/** PID-13: the first that is no address of another kind, whole in old versions (1 or 12), in parts in newer ones. */
function phoneIn(pid: Segment): string | undefined {
  for (let i = 0; i < pid.repetitions(13).length; i++) {
    const part = (component: number): string => pid.value(13, component, i).trim();
    if (['Internet', 'X.400', 'FX', 'BP'].includes(part(3)) || part(2) === 'NET') continue;
    const inParts = [part(5), part(6), part(7)].filter((each) => each !== '').join(' ');
    const phone = part(1) || part(12) || inParts;
    if (phone.replaceAll(/\D/g, '').length > 2 && phone.length <= 40) return phone;
  }
  return undefined;
}

/** The numbers that a merge retires: MRG-1, or MRG-4 of old versions. */
export function mergedIdentifiers(mrg: Segment, origin: Hl7Origin): readonly RecordedIdentifier[] {
  return identifiersIn(mrg, 1, [4, 2], 0, origin);
}

/** Identifier types (table 0203) that name a person within the hospital. */
const personal = new Set(['', 'PI', 'MR', 'PT', 'PE', 'U', 'LR', 'MRG']);
const national = new Set(['NI', 'SS', 'NN', 'NNBEL', 'NNNLD']);

function identifiersIn(
  segment: Segment,
  list: number,
  older: readonly number[],
  nationalField: number,
  origin: Hl7Origin,
): RecordedIdentifier[] {
  const found: RecordedIdentifier[] = [];
  const count = segment.repetitions(list).length;
  for (let i = 0; i < count; i++) {
    const identifier = identifierFrom(
      segment.value(list, 1, i),
      segment.value(list, 4, i),
      segment.value(list, 5, i).toUpperCase(),
      origin,
    );
    if (identifier !== undefined) found.push(identifier);
  }
  if (!found.some(({ system }) => system === 'local'))
    for (const field of older) {
      const value = segment.value(field);
      if (value === '' || found.some(({ system }) => system === 'local')) continue;
      found.push({ system: 'local', assigner: origin.facility, value });
    }
  const number = nationalField === 0 ? '' : segment.value(nationalField);
  const system = nationalByShape(number, origin.country);
  if (system !== undefined) found.push({ system, assigner: '', value: number });
  const seen = new Set<string>();
  return found
    .filter(({ system: kind, assigner, value }) => {
      const key = JSON.stringify([kind, assigner, value]);
      return !seen.has(key) && seen.add(key) !== undefined;
    })
    .toSorted((a, b) => Number(a.system !== 'local') - Number(b.system !== 'local'));
}

function identifierFrom(
  value: string,
  authority: string,
  type: string,
  { country, facility }: Hl7Origin,
): RecordedIdentifier | undefined {
  if (value.trim() === '') return undefined;
  const named = nationalSystem(authority) ?? nationalSystem(type);
  if (named !== undefined) return { system: named, assigner: '', value };
  if (national.has(type)) {
    const system = nationalByShape(value, country);
    return system === undefined ? undefined : { system, assigner: '', value };
  }
  if (!personal.has(type)) return undefined;
  return { system: 'local', assigner: authority || facility, value };
}

/** 194805 is known to the month and no better. */
function birthOf(text: string): PartialDate | undefined {
  const value = text.trim();
  if (value === '') return undefined;
  if (!/^\d{4}(\d{2})?$/.test(value)) return hl7Date(value, 'PID-7');
  const partial = parsePartialDate(value.length === 4 ? value : `${value.slice(0, 4)}-${value.slice(4)}`);
  if (!partial.ok) throw new ItemRefused({ kind: 'bad-date', field: 'PID-7' });
  return partial.value;
}

function countryFrom(code: string): Country | undefined {
  const word = code.trim().toUpperCase();
  if (['BE', 'BEL', 'BELGIE', 'BELGIQUE', 'BELGIUM'].includes(word)) return 'BE';
  return ['NL', 'NLD', 'NEDERLAND', 'NETHERLANDS'].includes(word) ? 'NL' : undefined;
}
