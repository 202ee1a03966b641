// Task: what somebody must do for a patient, and the contacts of follow-up.

import { type ContactRecord, contactTaskResource, type TaskRecord, taskResource } from '@breekpunt/integrate';
import { sql } from 'kysely';
import { onCode, onDay, onInstant, onReference, onWord } from '../search/conditions.ts';
import { rowSource, type ServedType } from '../search/source.ts';
import { patient, whose } from './of-patient.ts';
import { referencesOf } from './references-of.ts';

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
        changed: sql`greatest(t.created_at, t.done_at, t.cancelled_at, t.changed_at)`,
        day: sql`t.due_on`,
        columns: sql`t.task_id as id, t.person_id as person, t.fls_case_id as case, t.kind, t.title, t.due_on as "dueOn",
          u.display_name as owner, t.created_at as "createdAt", t.done_at as "doneAt", t.cancelled_at as "cancelledAt",
          greatest(t.created_at, t.done_at, t.cancelled_at, t.changed_at) as "changedAt"`,
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
        notJson: { createdAt: 'instant', doneAt: 'instant', cancelledAt: 'instant', changedAt: 'instant' },
        write: (row) => taskResource(row),
      }),
      rowSource<ContactRecord>({
        prefix: 'contact',
        table: 'contact',
        key: sql`t.contact_id`,
        only: sql`true`,
        joins: sql`left join app_user u on u.site_id = t.site_id and u.app_user_id = t.owner_id`,
        earlier: 'kept-copies',
        person: sql`t.person_id`,
        changed: sql`greatest(t.recorded_at, t.replied_at, t.cancelled_at, t.changed_at)`,
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
