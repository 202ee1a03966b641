// Appointment: as another system booked it; and the day that was arranged here for an injection or infusion.

import {
  type AppointmentRecord,
  type ArrangedDoseRecord,
  appointmentResource,
  appointmentStatusOf,
  arrangedDoseResource,
} from '@breekpunt/integrate';
import { sql } from 'kysely';
import { onCode, onDay, onInstant, wordsWith } from '../search/conditions.ts';
import { rowSource, type ServedType } from '../search/source.ts';
import { patient } from './of-patient.ts';
import { referencesOf } from './references-of.ts';

/** It stands until it is given, called off, or the drug is written down as stopped. */
const doseStatus = sql`case when t.given_on is not null then 'fulfilled'
  when t.not_given_reason is not null then 'cancelled' else 'booked' end`;

export const appointmentType: ServedType = {
  type: 'Appointment',
  says: 'An appointment as another system booked it, and the day arranged here for an injection or infusion (dose-…)',
  parameters: {
    patient: { type: 'reference', says: 'Whose' },
    actor: { type: 'reference', says: 'Whose' },
    date: { type: 'date', says: 'When it begins' },
    status: { type: 'token', says: 'booked, fulfilled, cancelled, noshow' },
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
        notJson: { startsAt: 'instant' },
        write: (row) => appointmentResource(row),
      }),
      rowSource<ArrangedDoseRecord>({
        prefix: 'dose',
        table: 'injection',
        key: sql`t.injection_id`,
        only: sql`t.arranged_on is not null`,
        earlier: 'kept-copies',
        person: sql`t.person_id`,
        changed: sql`greatest(t.recorded_at, t.changed_at)`,
        day: sql`t.arranged_on`,
        columns: sql`t.injection_id as id, t.person_id as person, t.medicine_atc as atc, t.arranged_on as "arrangedOn",
          ${doseStatus} as status`,
        conditions: {
          patient,
          actor: patient,
          date: onDay(sql`t.arranged_on`),
          status: onCode(doseStatus, ['http://hl7.org/fhir/appointmentstatus'], (word) => [word]),
        },
        write: (row) => arrangedDoseResource(row),
      }),
    ],
  },
};
