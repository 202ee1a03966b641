// Condition: the fractures that were merged from all sources, and the diagnoses that other systems coded.

import { codeSystemUris, type FractureSite, fractureSites } from '@breekpunt/core';
import {
  type FractureRecord,
  fractureCodes,
  fractureResource,
  type StatedDiagnosisRecord,
  statedDiagnosisResource,
  systemUri,
  verificationOf,
} from '@breekpunt/integrate';
import { type RawBuilder, sql } from 'kysely';
import {
  always,
  type Condition,
  isOfSystem,
  onCode,
  onDay,
  onPatient,
  wordsWith,
} from '../search/conditions.ts';
import { rowSource, type ServedType } from '../search/source.ts';
import { referencesOf } from './references-of.ts';

const verificationSystem = 'http://terminology.hl7.org/CodeSystem/condition-ver-status';
const clinicalSystem = 'http://terminology.hl7.org/CodeSystem/condition-clinical';

/** A person's correction counts before what the sources say. */
const corrected = (name: string, otherwise: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`case when c.correction ? ${sql.lit(name)} then c.correction ->> ${sql.lit(name)} else ${otherwise} end`;

const site = corrected('site', sql`t.fracture_site`);

const certainty = sql`case
  when t.withdrawn_at is not null then 'withdrawn'
  when c.state = 'rejected' and c.reason in ('no-fracture', 'not-this-patient', 'other-site') then 'refuted'
  when t.status = 'excluded' then 'refuted'
  when c.stage <> 'identify' then 'confirmed'
  when t.status = 'possible' then 'possible'
  else 'read' end`;

const earliest = corrected('fractureOn', sql`t.earliest_on::text`);
const latest = corrected('fractureOn', sql`t.latest_on::text`);

function sitesWith(code: string, system: string | null): readonly FractureSite[] {
  return fractureSites.filter((each) => {
    const { snomed, icd10 } = fractureCodes[each];
    return (
      (snomed === code && isOfSystem(system, [codeSystemUris['snomed-ct'][0]])) ||
      (icd10 === code && isOfSystem(system, [codeSystemUris['icd-10'][0]])) ||
      (each === code && isOfSystem(system, ['urn:breekpunt:fracture-site']))
    );
  });
}

const hasSite: Condition = (value) => {
  if (value.kind !== 'token') return null;
  const sites = sitesWith(value.code, value.system);
  return sites.length === 0 ? null : sql<boolean>`${site} = any(${[...sites]}::text[])`;
};

const clinical: Condition = (value) => {
  if (value.kind !== 'token' || !isOfSystem(value.system, [clinicalSystem])) return null;
  const inactive = sql`(${certainty} = 'refuted' or t.onset = 'prevalent')`;
  if (value.code === 'inactive') return sql<boolean>`(${certainty} <> 'withdrawn' and ${inactive})`;
  return value.code === 'active' ? sql<boolean>`(${certainty} <> 'withdrawn' and not ${inactive})` : null;
};

const hasStatedCode: Condition = (value) => {
  if (value.kind !== 'token') return null;
  const systems = (['icd-10', 'icd-10-cm-be', 'icpc', 'snomed-ct'] as const).filter((each) =>
    isOfSystem(value.system, [systemUri(each) ?? '']),
  );
  return systems.length === 0
    ? null
    : sql<boolean>`(t.code = ${value.code} and t.code_system = any(${[...systems]}::text[]))`;
};

export const conditionType: ServedType = {
  type: 'Condition',
  says: 'A fracture with all that its sources say together, and fractures as other systems coded them',
  parameters: {
    patient: { type: 'reference', says: 'Whose' },
    subject: { type: 'reference', says: 'Whose' },
    code: {
      type: 'token',
      says: 'ICD-10, SNOMED CT or our own word of the place (urn:breekpunt:fracture-site)',
    },
    'clinical-status': { type: 'token', says: 'active, inactive' },
    'verification-status': {
      type: 'token',
      says: 'provisional (read by the case finder), unconfirmed, confirmed, refuted, entered-in-error',
    },
    category: { type: 'token', says: 'encounter-diagnosis' },
    'onset-date': { type: 'date', says: 'When the fracture happened: its latest possible day' },
    'recorded-date': { type: 'date', says: 'When it was first seen' },
  },
  includes: {
    subject: { target: 'Patient', of: referencesOf('subject') },
    patient: { target: 'Patient', of: referencesOf('subject') },
    'evidence-detail': { target: 'DiagnosticReport', of: referencesOf('evidence', 'detail') },
  },
  source: {
    kind: 'sources',
    sources: [
      rowSource<FractureRecord>({
        prefix: '',
        table: 'fracture_episode',
        key: sql`t.fracture_episode_id`,
        only: sql`true`,
        earlier: 'kept-copies',
        joins: sql`left join fls_case c on c.site_id = t.site_id and c.fracture_episode_id = t.fracture_episode_id`,
        person: sql`t.person_id`,
        changed: sql`greatest(t.changed_at, c.changed_at)`,
        day: sql`t.latest_on`,
        columns: sql`t.fracture_episode_id as id, t.person_id as person, ${site} as site,
          ${corrected('side', sql`t.side`)} as side,
          case when c.correction ? 'levels' then array(select jsonb_array_elements_text(c.correction -> 'levels'))
               else t.levels end as levels,
          ${certainty} as certainty, ${earliest} as "earliestOn", ${latest} as "latestOn",
          t.first_seen_on as "firstSeenOn", t.onset, ${corrected('mechanism', sql`t.mechanism`)} as mechanism,
          array(select distinct coalesce(r.first_revision_id, r.report_id) from finding f
                  join report r on r.site_id = f.site_id and r.report_id = f.report_id
                 where f.site_id = t.site_id and f.fracture_episode_id = t.fracture_episode_id
                   and r.source_id not like 'DocumentReference/%' and r.body <> '' order by 1) as reports`,
        conditions: {
          patient: onPatient(sql`t.person_id`),
          subject: onPatient(sql`t.person_id`),
          code: hasSite,
          'clinical-status': clinical,
          'verification-status': onCode(certainty, [verificationSystem], wordsWith(verificationOf)),
          category: always([
            'http://terminology.hl7.org/CodeSystem/condition-category',
            'encounter-diagnosis',
          ]),
          'onset-date': onDay(sql`(${latest})::date`),
          'recorded-date': onDay(sql`t.first_seen_on`),
        },
        write: (row) => fractureResource(row),
      }),
      rowSource<StatedDiagnosisRecord>({
        prefix: 'stated',
        table: 'finding',
        key: sql`t.finding_id`,
        only: sql`t.source = 'code'`,
        person: sql`t.person_id`,
        changed: sql`greatest(t.found_at, t.withdrawn_at)`,
        day: sql`coalesce(t.onset_on, t.stated_on)`,
        columns: sql`t.finding_id as id, t.person_id as person, t.code_system as "codeSystem", t.code,
          t.stated_on as "statedOn", t.onset_on as "onsetOn", t.withdrawn_at is not null as withdrawn`,
        conditions: {
          patient: onPatient(sql`t.person_id`),
          subject: onPatient(sql`t.person_id`),
          code: hasStatedCode,
          'clinical-status': (value) =>
            value.kind === 'token' && value.code === 'active' && isOfSystem(value.system, [clinicalSystem])
              ? sql<boolean>`t.withdrawn_at is null`
              : null,
          'verification-status': onCode(
            sql`case when t.withdrawn_at is null then 'confirmed' else 'withdrawn' end`,
            [verificationSystem],
            wordsWith({ confirmed: 'confirmed', withdrawn: 'entered-in-error' }),
          ),
          category: always([
            'http://terminology.hl7.org/CodeSystem/condition-category',
            'encounter-diagnosis',
          ]),
          'onset-date': onDay(sql`coalesce(t.onset_on, t.stated_on)`),
          'recorded-date': onDay(sql`t.stated_on`),
        },
        write: (row) => statedDiagnosisResource(row),
      }),
    ],
  },
};
