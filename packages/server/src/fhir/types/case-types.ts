// CarePlan and EpisodeOfCare: the case of a patient, as a plan and as an episode, under one number. What is asked of the plan by its
// statuses is asked of requests in general.

import {
  type CaseRecord,
  carePlanResource,
  episodeOfCareResource,
  episodeStatusOf,
  planStatusOf,
} from '@breekpunt/integrate';
import { sql } from 'kysely';
import { onCode, onDay, onReference, wordsWith } from '../search/conditions.ts';
import { type Parameter, type RowSource, rowSource, type ServedType } from '../search/source.ts';
import { patient, toPatient } from './of-patient.ts';
import { referencesOf } from './references-of.ts';

const requestStatuses = ['http://hl7.org/fhir/request-status'];

function cases(
  statuses: Readonly<Record<CaseRecord['state'], string>>,
  systems: readonly string[],
  more: RowSource['conditions'],
  write: (row: CaseRecord) => ReturnType<RowSource['write']>,
): RowSource {
  return rowSource<CaseRecord>({
    prefix: '',
    table: 'fls_case',
    key: sql`t.fls_case_id`,
    only: sql`true`,
    joins: sql`left join app_user u on u.site_id = t.site_id and u.app_user_id = t.owner_id`,
    earlier: 'kept-copies',
    person: sql`t.person_id`,
    changed: sql`t.changed_at`,
    day: sql`t.opened_on`,
    columns: sql`t.fls_case_id as id, t.person_id as person, t.fracture_episode_id as episode, t.stage, t.state,
      t.opened_on as "openedOn", t.due_on as "dueOn", t.reason, u.display_name as owner,
      (t.closed_at at time zone (select s.time_zone from site s where s.site_id = t.site_id))::date as "closedOn"`,
    conditions: {
      patient,
      status: onCode(sql`t.state`, systems, wordsWith(statuses)),
      date: onDay(sql`t.opened_on`),
      condition: onReference('Condition', sql`t.fracture_episode_id`),
      ...more,
    },
    write,
  });
}

const caseParameters: Readonly<Record<string, Parameter>> = {
  patient: { type: 'reference', says: 'Whose' },
  date: { type: 'date', says: 'The day on which the case was opened' },
  condition: { type: 'reference', says: 'The fracture for which it was opened' },
};

export const carePlanType: ServedType = {
  type: 'CarePlan',
  says: 'The case of a patient as a plan: what is to be done for this fracture, and how far it is',
  parameters: {
    ...caseParameters,
    subject: { type: 'reference', says: 'Whose' },
    status: { type: 'token', says: 'draft (to be confirmed), active, on-hold, revoked, completed' },
  },
  includes: { ...toPatient, condition: { target: 'Condition', of: referencesOf('addresses') } },
  source: {
    kind: 'sources',
    sources: [cases(planStatusOf, requestStatuses, { subject: patient }, carePlanResource)],
  },
};

export const episodeOfCareType: ServedType = {
  type: 'EpisodeOfCare',
  says: 'The case of a patient as an episode: who is cared for by the service, and since when',
  parameters: {
    ...caseParameters,
    status: { type: 'token', says: 'planned (to be confirmed), active, onhold, cancelled, finished' },
  },
  includes: {
    patient: { target: 'Patient', of: referencesOf('patient') },
    condition: { target: 'Condition', of: referencesOf('diagnosis', 'condition') },
  },
  source: {
    kind: 'sources',
    sources: [
      cases(episodeStatusOf, ['http://hl7.org/fhir/episode-of-care-status'], {}, episodeOfCareResource),
    ],
  },
};
