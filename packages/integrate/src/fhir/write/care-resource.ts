// Operations and stays of other systems, and what was asked for here: Procedure, Encounter, ServiceRequest.

import type { CalendarDate } from '@breekpunt/core';
import type { Condition, Encounter, Patient, Procedure, ServiceRequest } from '@medplum/fhirtypes';
import { encounterStatus, procedureStatus } from './care-status.ts';
import { absent, coding, concept, ownCoding, period, refer, snomedSystem } from './elements.ts';
import { type CareEventRecord, careConcept } from './medication-resource.ts';
import { known, present } from './present.ts';

export function procedureResource(record: CareEventRecord): Procedure {
  return present<Procedure>({
    resourceType: 'Procedure',
    id: String(record.id),
    status: procedureStatus[record.status],
    code: careConcept(record),
    subject: refer<Patient>('Patient', record.person),
    performedPeriod: period(record.startedOn, record.endedOn),
  });
}

/** The class is not kept, and R4 demands one: it is said to be unknown. */
export function encounterResource(record: CareEventRecord): Encounter {
  return present<Encounter>({
    resourceType: 'Encounter',
    id: String(record.id),
    status: encounterStatus[record.status],
    class: { extension: [absent] },
    type: [careConcept(record)],
    subject: refer<Patient>('Patient', record.person),
    period: period(record.startedOn, record.endedOn),
  });
}

export interface ScanOrderRecord {
  readonly id: number;
  readonly person: number;
  readonly orderedOn: CalendarDate | null;
  readonly plannedOn: CalendarDate | null;
  readonly episode: number | null;
  readonly withdrawn: boolean;
}

export function scanOrderResource(record: ScanOrderRecord): ServiceRequest {
  return present<ServiceRequest>({
    resourceType: 'ServiceRequest',
    id: `scan-${record.id}`,
    status: record.withdrawn ? 'entered-in-error' : 'active',
    intent: 'order',
    code: concept([coding(snomedSystem, '312681000')], 'Bone density scan'),
    subject: refer<Patient>('Patient', record.person),
    occurrenceDateTime: known(record.plannedOn),
    authoredOn: known(record.orderedOn),
    reasonReference: record.episode === null ? undefined : [refer<Condition>('Condition', record.episode)],
  });
}

export interface ReferralRecord {
  readonly id: number;
  readonly person: number;
  readonly referredTo: string | null;
  readonly decidedOn: CalendarDate;
  readonly decidedBy: string | null;
  readonly replaced: boolean;
  readonly episode: number | null;
}

export function referralResource(record: ReferralRecord): ServiceRequest {
  return present<ServiceRequest>({
    resourceType: 'ServiceRequest',
    id: `referral-${record.id}`,
    status: record.replaced ? 'revoked' : 'active',
    intent: 'plan',
    code: concept([ownCoding('request', 'referral')], 'Referral'),
    subject: refer<Patient>('Patient', record.person),
    authoredOn: record.decidedOn,
    requester: record.decidedBy === null ? undefined : { display: record.decidedBy },
    performer: record.referredTo === null ? undefined : [{ display: record.referredTo }],
    reasonReference: record.episode === null ? undefined : [refer<Condition>('Condition', record.episode)],
  });
}
