// RiskAssessment: fracture risks that were computed or entered.

import { type RiskRecord, riskResource } from '@breekpunt/integrate';
import { sql } from 'kysely';
import { onDay, onWord } from '../search/conditions.ts';
import { rowSource, type ServedType } from '../search/source.ts';
import { patient, toPatient, whose } from './of-patient.ts';

export const riskAssessmentType: ServedType = {
  type: 'RiskAssessment',
  says: 'A fracture risk, computed or entered, with its model',
  parameters: {
    ...whose,
    date: { type: 'date', says: 'The day for which it holds' },
    method: { type: 'token', says: 'urn:breekpunt:risk-model and the model' },
  },
  includes: toPatient,
  source: {
    kind: 'sources',
    sources: [
      rowSource<RiskRecord>({
        prefix: '',
        table: 'risk_result',
        key: sql`t.risk_result_id`,
        only: sql`true`,
        person: sql`t.person_id`,
        changed: sql`t.recorded_at`,
        day: sql`t.valid_on`,
        columns: sql`t.risk_result_id as id, t.person_id as person, t.model, t.model_version as "modelVersion", t.origin,
          t.with_bone_density as "withBoneDensity", t.valid_on as "validOn", t.result`,
        conditions: {
          patient,
          subject: patient,
          date: onDay(sql`t.valid_on`),
          method: onWord(sql`t.model`, ['urn:breekpunt:risk-model']),
        },
        write: (row) => riskResource(row),
      }),
    ],
  },
};
