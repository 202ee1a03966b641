// What the service itself does for a patient: RiskAssessment, ServiceRequest, CarePlan, EpisodeOfCare, Task, Appointment,
// Flag.

import {
  type AppointmentRecord,
  appointmentResource,
  appointmentStatusOf,
  type CaseRecord,
  type ContactRecord,
  carePlanResource,
  contactTaskResource,
  episodeOfCareResource,
  episodeStatusOf,
  type OverdueRecord,
  overdueResource,
  planStatusOf,
  type ReferralRecord,
  type RiskRecord,
  referralResource,
  riskResource,
  type ScanOrderRecord,
  scanOrderResource,
  type TaskRecord,
  taskResource,
} from '@breekpunt/integrate';
import { sql } from 'kysely';
import {
  always,
  either,
  onCode,
  onDay,
  onInstant,
  onPatient,
  onReference,
  onWord,
  wordsWith,
} from '../search/conditions.ts';
import { type Parameter, type RowSource, rowSource, type ServedType } from '../search/source.ts';
import { referencesOf } from './references-of.ts';

const patient = onPatient(sql`t.person_id`);
const whose: Readonly<Record<string, Parameter>> = {
  patient: { type: 'reference', says: 'Whose' },
  subject: { type: 'reference', says: 'Whose' },
};
const toPatient: ServedType['includes'] = {
  subject: { target: 'Patient', of: referencesOf('subject') },
  patient: { target: 'Patient', of: referencesOf('subject') },
};

export const riskAssessmentType: ServedType = {
  type: 'RiskAssessment',
  says: 'A fracture risk, computed or entered, with its model',
  parameters: {
    ...whose,
    date: { type: 'date', says: 'The day for which it holds' },
    method: { type: 'token', says: 'urn:breekpunt:risk-model and the model' },
  },
  includes: toPatient,
  source: {
    kind: 'sources',
    sources: [
      rowSource<RiskRecord>({
        prefix: '',
        table: 'risk_result',
        key: sql`t.risk_result_id`,
        only: sql`true`,
        person: sql`t.person_id`,
        changed: sql`t.recorded_at`,
        day: sql`t.valid_on`,
        columns: sql`t.risk_result_id as id, t.person_id as person, t.model, t.model_version as "modelVersion", t.origin,
          t.with_bone_density as "withBoneDensity", t.valid_on as "validOn", t.result`,
        conditions: {
          patient,
          subject: patient,
          date: onDay(sql`t.valid_on`),
          method: onWord(sql`t.model`, ['urn:breekpunt:risk-model']),
        },
        write: (row) => riskResource(row),
      }),
    ],
  },
};

const requestStatuses = ['http://hl7.org/fhir/request-status'];
const requestIntent = 'http://hl7.org/fhir/request-intent';
const isReplaced = sql<boolean>`exists (select from decision d where d.site_id = t.site_id and d.replaces_id = t.decision_id)`;

export const serviceRequestType: ServedType = {
  type: 'ServiceRequest',
  says: 'A bone density scan that was ordered or planned, and referrals that were decided',
  parameters: {
    ...whose,
    code: {
      type: 'token',
      says: '312681000 (SNOMED CT, bone density scan) or urn:breekpunt:request|referral',
    },
    status: { type: 'token', says: 'active, revoked, entered-in-error' },
    authored: { type: 'date', says: 'The day of the order' },
    intent: { type: 'token', says: 'order, plan' },
  },
  includes: toPatient,
  source: {
    kind: 'sources',
    sources: [
      rowSource<ScanOrderRecord>({
        prefix: 'scan',
        table: 'dxa_scan',
        key: sql`t.dxa_scan_id`,
        only: sql`t.status in ('ordered', 'planned')`,
        joins: sql`left join fls_case c on c.site_id = t.site_id and c.fls_case_id = t.fls_case_id`,
        earlier: 'kept-copies',
        person: sql`t.person_id`,
        changed: sql`greatest(t.changed_at, t.withdrawn_at)`,
        day: sql`t.ordered_on`,
        columns: sql`t.dxa_scan_id as id, t.person_id as person, t.ordered_on as "orderedOn",
          t.planned_on as "plannedOn", c.fracture_episode_id as episode, t.withdrawn_at is not null as withdrawn`,
        conditions: {
          patient,
          subject: patient,
          code: always(['http://snomed.info/sct', '312681000']),
          status: onCode(
            sql`case when t.withdrawn_at is null then 'active' else 'entered-in-error' end`,
            requestStatuses,
            (word) => [word],
          ),
          authored: onDay(sql`t.ordered_on`),
          intent: always([requestIntent, 'order']),
        },
        write: (row) => scanOrderResource(row),
      }),
      rowSource<ReferralRecord>({
        prefix: 'referral',
        table: 'decision',
        key: sql`t.decision_id`,
        only: sql`t.outcome = 'referred'`,
        joins: sql`left join fls_case c on c.site_id = t.site_id and c.fls_case_id = t.fls_case_id
          left join app_user u on u.site_id = t.site_id and u.app_user_id = t.decided_by`,
        person: sql`t.person_id`,
        changed: sql`t.recorded_at`,
        day: sql`t.decided_on`,
        columns: sql`t.decision_id as id, t.person_id as person, t.referred_to as "referredTo",
          t.decided_on as "decidedOn", u.display_name as "decidedBy", ${isReplaced} as replaced,
          c.fracture_episode_id as episode`,
        conditions: {
          patient,
          subject: patient,
          code: always(['urn:breekpunt:request', 'referral']),
          status: onCode(
            sql`case when ${isReplaced} then 'revoked' else 'active' end`,
            requestStatuses,
            (word) => [word],
          ),
          authored: onDay(sql`t.decided_on`),
          intent: always([requestIntent, 'plan']),
        },
        write: (row) => referralResource(row),
      }),
    ],
  },
};

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
      t.opened_on as "openedOn", t.closed_at::date as "closedOn", t.due_on as "dueOn", t.reason,
      u.display_name as owner`,
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

const taskStatuses = ['http://hl7.org/fhir/task-status'];
const focus = onReference('CarePlan', sql`t.fls_case_id`);

export const taskType: ServedType = {
  type: 'Task',
  says: 'What somebody must do for a patient, and follow-up calls planned and made',
  parameters: {
    ...whose,
    code: { type: 'token', says: 'urn:breekpunt:task or urn:breekpunt:contact-moment, and the word' },
    status: { type: 'token', says: 'requested, completed, cancelled, failed' },
    focus: { type: 'reference', says: 'The CarePlan of the case' },
    'authored-on': { type: 'date', says: 'When it was made' },
    period: { type: 'date', says: 'The day by which it is due' },
  },
  includes: {
    subject: { target: 'Patient', of: referencesOf('for') },
    patient: { target: 'Patient', of: referencesOf('for') },
    focus: { target: 'CarePlan', of: referencesOf('focus') },
  },
  source: {
    kind: 'sources',
    sources: [
      rowSource<TaskRecord>({
        prefix: '',
        table: 'task',
        key: sql`t.task_id`,
        only: sql`true`,
        joins: sql`left join app_user u on u.site_id = t.site_id and u.app_user_id = t.owner_id`,
        earlier: 'kept-copies',
        person: sql`t.person_id`,
        changed: sql`greatest(t.created_at, t.done_at, t.cancelled_at)`,
        day: sql`t.due_on`,
        columns: sql`t.task_id as id, t.person_id as person, t.fls_case_id as case, t.kind, t.title, t.due_on as "dueOn",
          u.display_name as owner, t.created_at as "createdAt", t.done_at as "doneAt", t.cancelled_at as "cancelledAt",
          greatest(t.created_at, t.done_at, t.cancelled_at) as "changedAt"`,
        conditions: {
          patient,
          subject: patient,
          code: onWord(sql`t.kind`, ['urn:breekpunt:task']),
          status: onCode(
            sql`case when t.done_at is not null then 'completed' when t.cancelled_at is not null then 'cancelled' else 'requested' end`,
            taskStatuses,
            (word) => [word],
          ),
          focus,
          'authored-on': onInstant(sql`t.created_at`),
          period: onDay(sql`t.due_on`),
        },
        write: (row) => taskResource(row),
      }),
      rowSource<ContactRecord>({
        prefix: 'contact',
        table: 'contact',
        key: sql`t.contact_id`,
        only: sql`true`,
        joins: sql`left join app_user u on u.site_id = t.site_id and u.app_user_id = t.owner_id`,
        person: sql`t.person_id`,
        changed: sql`greatest(t.recorded_at, t.replied_at, t.cancelled_at)`,
        day: sql`coalesce(t.planned_on, t.done_on)`,
        columns: sql`t.contact_id as id, t.person_id as person, t.fls_case_id as case, t.moment, t.channel,
          t.planned_on as "plannedOn", t.window_from_on as "fromOn", t.window_until_on as "untilOn",
          t.done_on as "doneOn", t.outcome, t.cancelled_because as "cancelledBecause", u.display_name as owner,
          t.medicine_atc as atc`,
        conditions: {
          patient,
          subject: patient,
          code: onWord(sql`t.moment`, ['urn:breekpunt:contact-moment']),
          status: onCode(
            sql`case when t.done_on is null and t.cancelled_at is null then 'requested'
              when t.done_on is null then 'cancelled' when t.outcome = 'reached' then 'completed' else 'failed' end`,
            taskStatuses,
            (word) => [word],
          ),
          focus,
          'authored-on': onInstant(sql`t.recorded_at`),
          period: onDay(sql`coalesce(t.window_until_on, t.planned_on)`),
        },
        write: (row) => contactTaskResource(row),
      }),
    ],
  },
};

export const appointmentType: ServedType = {
  type: 'Appointment',
  says: 'An appointment as another system booked it',
  parameters: {
    patient: { type: 'reference', says: 'Whose' },
    actor: { type: 'reference', says: 'Whose' },
    date: { type: 'date', says: 'When it begins' },
    status: { type: 'token', says: 'booked, cancelled, noshow' },
  },
  includes: {
    patient: { target: 'Patient', of: referencesOf('participant', 'actor') },
    actor: { target: 'Patient', of: referencesOf('participant', 'actor') },
  },
  source: {
    kind: 'sources',
    sources: [
      rowSource<AppointmentRecord>({
        prefix: '',
        table: 'appointment',
        key: sql`t.appointment_id`,
        only: sql`true`,
        earlier: 'kept-copies',
        person: sql`t.person_id`,
        changed: sql`t.changed_at`,
        day: sql`t.starts_at::date`,
        columns: sql`t.appointment_id as id, t.person_id as person, t.status, t.starts_at as "startsAt",
          t.duration_minutes as "durationMinutes", t.reason, t.place`,
        conditions: {
          patient,
          actor: patient,
          date: onInstant(sql`t.starts_at`),
          status: onCode(
            sql`t.status`,
            ['http://hl7.org/fhir/appointmentstatus'],
            wordsWith(appointmentStatusOf),
          ),
        },
        write: (row) => appointmentResource(row),
      }),
    ],
  },
};

export const flagType: ServedType = {
  type: 'Flag',
  says: 'An injection or infusion that is overdue today',
  parameters: {
    ...whose,
    date: { type: 'date', says: 'Since when' },
    status: { type: 'token', says: 'active' },
    code: { type: 'token', says: 'urn:breekpunt:flag|injection-overdue, or the ATC code' },
  },
  includes: toPatient,
  source: {
    kind: 'sources',
    sources: [
      rowSource<OverdueRecord>({
        prefix: 'injection',
        table: 'injection',
        key: sql`t.injection_id`,
        only: sql`t.given_on is null and t.not_given_reason is null`,
        // The day of the hospital, whatever the clock of the database.
        current: sql`t.due_on < (now() at time zone (select s.time_zone from site s where s.site_id = t.site_id))::date`,
        person: sql`t.person_id`,
        changed: sql`t.recorded_at`,
        day: sql`t.due_on`,
        columns: sql`t.injection_id as id, t.person_id as person, t.medicine_atc as atc, t.due_on as "dueOn"`,
        conditions: {
          patient,
          subject: patient,
          date: onDay(sql`t.due_on`),
          status: always(['http://hl7.org/fhir/flag-status', 'active']),
          code: either(
            always(['urn:breekpunt:flag', 'injection-overdue']),
            onWord(sql`t.medicine_atc`, ['http://www.whocc.no/atc']),
          ),
        },
        write: (row) => overdueResource(row),
      }),
    ],
  },
};
