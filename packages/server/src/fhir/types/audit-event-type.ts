// AuditEvent: the access log as FHIR. Decision: the same people read it here as on its own page: who checks the log reads
// all of it, others only what was done with one patient's record.

import { type AuditRecord, auditEventResource } from '@breekpunt/integrate';
import { sql } from 'kysely';
import { auditActions } from '../../audit/audit-event.ts';
import { type Condition, onInstant, onWord, wholeNumber } from '../search/conditions.ts';
import { rowSource, type ServedType } from '../search/source.ts';

const aboutPerson: Condition = (value) => {
  if (value.kind !== 'reference' || (value.type !== null && value.type !== 'Patient')) return null;
  const person = wholeNumber(value.id);
  return person === null
    ? null
    : sql<boolean>`(t.person_id = ${person} or t.shown_person_ids @> array[${person}]::bigint[])`;
};

export const auditEventType: ServedType = {
  type: 'AuditEvent',
  says: `Who did what, for whom, about which person, and when (actions: ${auditActions.join(', ')})`,
  parameters: {
    patient: { type: 'reference', says: 'Whose record; needed by all but who checks the log' },
    date: { type: 'date', says: 'When it happened' },
    subtype: { type: 'token', says: 'urn:breekpunt:audit-action and the action' },
  },
  includes: {},
  source: {
    kind: 'sources',
    sources: [
      rowSource<AuditRecord>({
        prefix: '',
        table: 'audit_event',
        key: sql`t.sequence`,
        only: sql`true`,
        joins: sql`left join app_user u on u.site_id = t.site_id and u.app_user_id = t.app_user_id`,
        person: sql`t.person_id`,
        changed: sql`t.at`,
        day: sql`t.at::date`,
        columns: sql`t.sequence, t.at, t.actor_kind as "actorKind", t.app_user_id as user,
          u.display_name as "userName", t.action, t.outcome, t.person_id as person, t.shown_person_ids as shown,
          t.object_type as "objectType", t.object_id as "objectId", t.break_glass_reason as "breakGlass", t.address`,
        conditions: {
          patient: aboutPerson,
          date: onInstant(sql`t.at`),
          subtype: onWord(sql`t.action`, ['urn:breekpunt:audit-action']),
        },
        notJson: { at: 'instant' },
        write: (row) => auditEventResource(row),
      }),
    ],
  },
};
