// Flag: an injection or infusion that is overdue today.

import { type OverdueRecord, overdueResource } from '@breekpunt/integrate';
import { sql } from 'kysely';
import { always, either, onDay, onWord } from '../search/conditions.ts';
import { rowSource, type ServedType } from '../search/source.ts';
import { patient, toPatient, whose } from './of-patient.ts';

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
