// ServiceRequest: bone density scans that were ordered or planned, and referrals that were decided.

import {
  type ReferralRecord,
  referralResource,
  type ScanOrderRecord,
  scanOrderResource,
} from '@breekpunt/integrate';
import { sql } from 'kysely';
import { always, onCode, onDay } from '../search/conditions.ts';
import { rowSource, type ServedType } from '../search/source.ts';
import { patient, toPatient, whose } from './of-patient.ts';

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
