// The case of the service, as a plan and as an episode of care. Decision: one case gives both, under one number: other
// systems ask for the plan (what is to be done for this fracture) or for the episode (who is cared for, since when).

import type { CalendarDate } from '@breekpunt/core';
import type { CarePlan, Condition, EpisodeOfCare, Patient } from '@medplum/fhirtypes';
import { concept, ownCoding, period, refer } from './elements.ts';
import { present } from './present.ts';

export interface CaseRecord {
  readonly id: number;
  readonly person: number;
  readonly episode: number;
  readonly stage: string;
  readonly state: 'to-review' | 'open' | 'snoozed' | 'rejected' | 'closed';
  readonly openedOn: CalendarDate;
  readonly closedOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  readonly reason: string | null;
  readonly owner: string | null;
}

export const planStatusOf = {
  'to-review': 'draft',
  open: 'active',
  snoozed: 'on-hold',
  rejected: 'revoked',
  closed: 'completed',
} as const;

export const episodeStatusOf = {
  'to-review': 'planned',
  open: 'active',
  snoozed: 'onhold',
  rejected: 'cancelled',
  closed: 'finished',
} as const;

export function carePlanResource(record: CaseRecord): CarePlan {
  return present<CarePlan>({
    resourceType: 'CarePlan',
    id: String(record.id),
    status: planStatusOf[record.state],
    intent: 'plan',
    category: [concept([ownCoding('plan', 'fracture-liaison')], 'Prevention of the next fracture')],
    title: 'Fracture Liaison Service',
    subject: refer<Patient>('Patient', record.person),
    period: period(record.openedOn, record.closedOn),
    author: record.owner === null ? undefined : { display: record.owner },
    addresses: [refer<Condition>('Condition', record.episode)],
    activity: [
      {
        detail: present({
          kind: 'Task' as const,
          code: concept([ownCoding('case-stage', record.stage)], record.stage),
          status: activityStatus[record.state],
          statusReason: record.reason === null ? undefined : concept([], record.reason),
          scheduledString: record.dueOn === null ? undefined : `due ${record.dueOn}`,
        }),
      },
    ],
  });
}

const activityStatus = {
  'to-review': 'not-started',
  open: 'in-progress',
  snoozed: 'on-hold',
  rejected: 'cancelled',
  closed: 'completed',
} as const;

export function episodeOfCareResource(record: CaseRecord): EpisodeOfCare {
  return present<EpisodeOfCare>({
    resourceType: 'EpisodeOfCare',
    id: String(record.id),
    status: episodeStatusOf[record.state],
    type: [concept([ownCoding('plan', 'fracture-liaison')], 'Fracture Liaison Service')],
    diagnosis: [{ condition: refer<Condition>('Condition', record.episode) }],
    patient: refer<Patient>('Patient', record.person),
    period: period(record.openedOn, record.closedOn),
    careManager: record.owner === null ? undefined : { display: record.owner },
  });
}
