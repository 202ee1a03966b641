// What is to be done and what is planned: Task, Appointment, also of a dose that was arranged, and the Flag of a dose that is overdue.

import type { CalendarDate } from '@breekpunt/core';
import type { Appointment, Flag, Patient, Task } from '@medplum/fhirtypes';
import { absent, atcSystem, coding, concept, ownCoding, period, refer, terminology } from './elements.ts';
import { known, present } from './present.ts';

export interface TaskRecord {
  readonly id: number;
  readonly person: number;
  readonly case: number | null;
  readonly kind: string;
  readonly title: string;
  readonly dueOn: CalendarDate | null;
  readonly owner: string | null;
  readonly createdAt: Date;
  readonly doneAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly changedAt: Date;
}

export function taskResource(record: TaskRecord): Task {
  return present<Task>({
    resourceType: 'Task',
    id: String(record.id),
    status: record.doneAt !== null ? 'completed' : record.cancelledAt !== null ? 'cancelled' : 'requested',
    intent: 'order',
    code: concept([ownCoding('task', record.kind)], record.title),
    description: record.title,
    focus: record.case === null ? undefined : { reference: `CarePlan/${record.case}` },
    for: refer<Patient>('Patient', record.person),
    authoredOn: record.createdAt.toISOString(),
    lastModified: record.changedAt.toISOString(),
    owner: record.owner === null ? undefined : { display: record.owner },
    restriction: record.dueOn === null ? undefined : { period: { end: record.dueOn } },
  });
}

export interface ContactRecord {
  readonly id: number;
  readonly person: number;
  readonly case: number | null;
  readonly moment: string;
  readonly channel: string | null;
  readonly plannedOn: CalendarDate | null;
  /** The days between which it is meant to be made. */
  readonly fromOn: CalendarDate | null;
  readonly untilOn: CalendarDate | null;
  readonly doneOn: CalendarDate | null;
  readonly outcome: string | null;
  readonly cancelledBecause: string | null;
  readonly owner: string | null;
  /** The drug it asks about. */
  readonly atc: string | null;
}

/** A follow-up call that is planned, was made, or is not owed any more. */
export function contactTaskResource(record: ContactRecord): Task {
  const ended = record.outcome ?? record.cancelledBecause;
  return present<Task>({
    resourceType: 'Task',
    id: `contact-${record.id}`,
    status: contactStatus(record),
    statusReason: ended === null ? undefined : concept([ownCoding('contact-outcome', ended)], ended),
    intent: 'plan',
    code: concept([ownCoding('contact-moment', record.moment)], `Follow-up: ${record.moment}`),
    focus: record.case === null ? undefined : { reference: `CarePlan/${record.case}` },
    for: refer<Patient>('Patient', record.person),
    executionPeriod: record.doneOn === null ? undefined : period(record.doneOn, record.doneOn),
    performerType:
      record.channel === null
        ? undefined
        : [concept([ownCoding('contact-channel', record.channel)], record.channel)],
    owner: record.owner === null ? undefined : { display: record.owner },
    restriction: restrictionOf(record),
    input:
      record.atc === null
        ? undefined
        : [
            {
              type: concept([ownCoding('contact', 'medicine')], 'Asks about'),
              valueCodeableConcept: concept([coding(atcSystem, record.atc)]),
            },
          ],
  });
}

function contactStatus({ doneOn, outcome, cancelledBecause }: ContactRecord): Task['status'] & string {
  if (doneOn !== null) return outcome === 'reached' ? 'completed' : 'failed';
  return cancelledBecause === null ? 'requested' : 'cancelled';
}

function restrictionOf({ plannedOn, fromOn, untilOn }: ContactRecord): Task['restriction'] {
  const within = period(fromOn, untilOn ?? plannedOn);
  return within === undefined ? undefined : { period: within };
}

export interface AppointmentRecord {
  readonly id: number;
  readonly person: number;
  readonly status: 'booked' | 'changed' | 'cancelled' | 'no-show';
  readonly startsAt: Date | null;
  readonly durationMinutes: number | null;
  readonly reason: string | null;
  readonly place: string | null;
}

/** A changed one is booked, at its new time. */
export const appointmentStatusOf = {
  booked: 'booked',
  changed: 'booked',
  cancelled: 'cancelled',
  'no-show': 'noshow',
} as const;

/** R4 demands start and end; what the sender did not say is said to be unknown. */
export function appointmentResource(record: AppointmentRecord): Appointment {
  const { startsAt, durationMinutes } = record;
  const status = appointmentStatusOf[record.status];
  const end =
    startsAt === null || durationMinutes === null
      ? undefined
      : new Date(startsAt.getTime() + durationMinutes * 60_000).toISOString();
  const mustHaveTimes = startsAt !== null || status !== 'cancelled';
  return {
    ...present<Appointment>({
      resourceType: 'Appointment',
      id: String(record.id),
      status,
      description: known(record.reason),
      start: startsAt?.toISOString(),
      end,
      minutesDuration: known(durationMinutes),
      participant: [
        {
          actor: refer<Patient>('Patient', record.person),
          status: status === 'cancelled' ? 'declined' : 'accepted',
        },
        ...(record.place === null ? [] : [{ actor: { display: record.place }, status: 'accepted' as const }]),
      ],
    }),
    ...(mustHaveTimes && startsAt === null ? { _start: { extension: [absent] } } : {}),
    ...(mustHaveTimes && end === undefined ? { _end: { extension: [absent] } } : {}),
  };
}

export interface ArrangedDoseRecord {
  readonly id: number;
  readonly person: number;
  readonly atc: string;
  readonly arrangedOn: CalendarDate;
  readonly status: 'booked' | 'fulfilled' | 'cancelled';
}

/** The day is known and no hour: start and end are said to be unknown, and the day stands as the period that is asked for. */
export function arrangedDoseResource(record: ArrangedDoseRecord): Appointment {
  const { id, person, atc, arrangedOn, status } = record;
  return {
    resourceType: 'Appointment',
    id: `dose-${id}`,
    status,
    serviceType: [concept([ownCoding('appointment', 'dose'), coding(atcSystem, atc)])],
    description: 'Injection or infusion of a bone drug',
    ...(status === 'cancelled' ? {} : { _start: { extension: [absent] }, _end: { extension: [absent] } }),
    requestedPeriod: [{ start: arrangedOn, end: arrangedOn }],
    participant: [
      { actor: refer<Patient>('Patient', person), status: status === 'cancelled' ? 'declined' : 'accepted' },
    ],
  } as Appointment;
}

export interface OverdueRecord {
  readonly id: number;
  readonly person: number;
  readonly atc: string;
  readonly dueOn: CalendarDate;
}

export function overdueResource(record: OverdueRecord): Flag {
  return {
    resourceType: 'Flag',
    id: `injection-${record.id}`,
    status: 'active',
    category: [{ coding: [coding(`${terminology}/flag-category`, 'drug')] }],
    code: concept(
      [ownCoding('flag', 'injection-overdue'), coding(atcSystem, record.atc)],
      `Injection or infusion overdue: was due on ${record.dueOn}`,
    ),
    subject: refer<Patient>('Patient', record.person),
    period: { start: record.dueOn },
  };
}
