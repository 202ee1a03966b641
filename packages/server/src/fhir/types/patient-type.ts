// Patient from person and its numbers.

import {
  assignerOfSystem,
  nationalNumberSystems,
  type PatientRecord,
  patientResource,
} from '@breekpunt/integrate';
import { type RawBuilder, sql } from 'kysely';
import { identifierIndex, openedIdentifier, type SealedIdentifier } from '../../records/person-identifier.ts';
import { folded } from '../../records/search-name.ts';
import { isOfSystem, onDay, onPatient, onWord } from '../search/conditions.ts';
import type { SearchValue } from '../search/search-value.ts';
import { type ReadContext, rowSource, type ServedType } from '../search/source.ts';

type Row = Omit<PatientRecord, 'identifiers'> & { readonly numbers: readonly SealedIdentifier[] | null };

const genders = ['http://hl7.org/fhir/administrative-gender'];

export const patientType: ServedType = {
  type: 'Patient',
  says: 'A person of the hospital, with the numbers by which they are known',
  parameters: {
    identifier: {
      type: 'token',
      says: 'A number with its system, such as the Belgian INSZ, the Dutch BSN or the hospital’s own',
      needsSystem: true,
    },
    family: { type: 'string', says: 'The beginning of the family name, without regard to case and accents' },
    birthdate: { type: 'date', says: 'The date of birth; of a year or month alone, its first day' },
    gender: { type: 'token', says: 'female, male, other' },
    'death-date': { type: 'date', says: 'The day of death' },
  },
  includes: {},
  source: {
    kind: 'sources',
    sources: [
      rowSource<Row>({
        prefix: '',
        table: 'person',
        key: sql`t.person_id`,
        only: sql`true`,
        earlier: 'kept-copies',
        person: sql`t.person_id`,
        changed: sql`t.changed_at`,
        day: sql`t.birth_date`,
        columns: sql`t.person_id as id, t.family_name as "familyName", t.given_name as "givenName",
          case t.birth_precision when 'day' then t.birth_date::text when 'month' then left(t.birth_date::text, 7)
               when 'year' then left(t.birth_date::text, 4) end as "birthDate",
          t.sex, t.language, t.country, t.deceased, t.death_date as "deathDate", t.phone, t.email, t.address,
          t.general_practitioner as "generalPractitioner", t.merged_into_id as "mergedInto",
          (select jsonb_agg(jsonb_build_object('system', i.system, 'assigner', i.assigner, 'sealed', encode(i.sealed, 'hex'))
                            order by i.person_identifier_id)
             from person_identifier i
            where i.site_id = t.site_id and i.person_id = t.person_id and i.ended_at is null) as numbers`,
        conditions: {
          patient: onPatient(sql`t.person_id`),
          identifier: hasIdentifier,
          family: beginsWith,
          birthdate: onDay(sql`t.birth_date`),
          gender: onWord(sql`t.sex`, genders),
          'death-date': onDay(sql`t.death_date`),
        },
        write: ({ numbers, ...row }, { tx, keys }) =>
          patientResource({
            ...row,
            identifiers: (numbers ?? []).map((number) => openedIdentifier(keys, tx.site, number)),
          }),
      }),
    ],
  },
};

/** Numbers are kept sealed, and found by their blind index; a merged record leads to the one it was merged into. */
function hasIdentifier(value: SearchValue, { tx, keys }: ReadContext): RawBuilder<boolean> | null {
  if (value.kind !== 'token' || value.system === null) return null;
  const { system, code } = value;
  const national = (['be-insz', 'nl-bsn'] as const).find((each) =>
    isOfSystem(system, [nationalNumberSystems[each]]),
  );
  const index = identifierIndex(
    keys,
    tx.site,
    national === undefined
      ? { system: 'local', assigner: assignerOfSystem(system), value: code }
      : { system: national, assigner: '', value: code },
  );
  return sql<boolean>`t.person_id = any(array(
    select unnest(array[i.person_id, h.merged_into_id]) from person_identifier i
      join person h on h.site_id = i.site_id and h.person_id = i.person_id
     where i.site_id = ${tx.site} and i.blind_index = ${index} and i.ended_at is null))`;
}

/**
 * As a range of the index: row-level security lets only operators that tell nothing run before its own condition, and
 * "like" is none of them.
 */
function beginsWith(value: SearchValue): RawBuilder<boolean> | null {
  if (value.kind !== 'string') return null;
  const beginning = folded(value.text);
  return sql<boolean>`(t.search_name ~>=~ ${beginning} and t.search_name ~<~ ${`${beginning}\u{10FFFF}`})`;
}
