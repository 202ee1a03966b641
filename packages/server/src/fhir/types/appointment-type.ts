// Appointment: as another system booked it.

import { type AppointmentRecord, appointmentResource, appointmentStatusOf } from '@breekpunt/integrate';
import { sql } from 'kysely';
import { onCode, onInstant, wordsWith } from '../search/conditions.ts';
import { rowSource, type ServedType } from '../search/source.ts';
import { patient } from './of-patient.ts';
import { referencesOf } from './references-of.ts';

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
        notJson: { startsAt: 'instant' },
        write: (row) => appointmentResource(row),
      }),
    ],
  },
};
