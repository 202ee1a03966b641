// Flag: an injection or infusion that is overdue today. Decision: overdue is what the page of follow-up calls so (waiting-doses.ts).

import { type OverdueRecord, overdueResource } from '@breekpunt/integrate';
import { sql } from 'kysely';
import { siteFollowUpRules } from '../../follow-up/follow-up-rules.ts';
import { waitingDoses } from '../../follow-up/waiting-doses.ts';
import { always, either, onDay, onWord } from '../search/conditions.ts';
import { rowSource, type ServedType } from '../search/source.ts';
import { patient, toPatient, whose } from './of-patient.ts';

export const flagType: ServedType = {
  type: 'Flag',
  says: 'An injection of denosumab or infusion of zoledronate that is overdue today',
  parameters: {
    ...whose,
    date: { type: 'date', says: 'The day it was due' },
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
        among: async ({ tx, today }, { people }) =>
          (await waitingDoses(tx, await siteFollowUpRules(tx, today), people)).flatMap(({ id, standing }) =>
            standing.state === 'overdue' ? [id] : [],
          ),
        person: sql`t.person_id`,
        changed: sql`greatest(t.recorded_at, t.changed_at)`,
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
