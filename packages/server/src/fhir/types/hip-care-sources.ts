// Acute hip care as sources of Encounter, Procedure and Observation: each answer of the block is a resource, named after the case.
// Decision: the versions of the block are the versions of each of them; an answer that a version does not give is no resource.

import {
  type HipAnswerRecord,
  type HipCareItem,
  type HipStayRecord,
  hipCareSystem,
  hipObservationResource,
  hipObservations,
  hipProcedureResource,
  hipProcedures,
  hipStayResource,
} from '@breekpunt/integrate';
import { type RawBuilder, sql } from 'kysely';
import { always, type Condition, onCode, onDay } from '../search/conditions.ts';
import { type ReadContext, type RowSource, rowSource } from '../search/source.ts';
import { patient } from './of-patient.ts';

const common = {
  table: 'acute_hip_care',
  key: sql<number>`t.fls_case_id`,
  joins: sql`left join fls_case c on c.site_id = t.site_id and c.fls_case_id = t.fls_case_id`,
  current: sql<boolean>`not exists (select from acute_hip_care later where later.site_id = t.site_id
    and later.fls_case_id = t.fls_case_id and later.version > t.version)`,
  earlier: 'rows',
  revision: sql<number>`t.version`,
  isFirst: sql<boolean>`t.version = 1`,
  person: sql<number>`t.person_id`,
  changed: sql<Date>`t.recorded_at`,
} as const;

export const hipStaySource: RowSource = rowSource<HipStayRecord>({
  ...common,
  prefix: 'hip',
  only: sql`(t.arrived_on is not null or t.discharged_on is not null)`,
  day: sql`t.arrived_on`,
  columns: sql`t.fls_case_id as id, t.person_id as person, c.fracture_episode_id as episode, t.arrived_on as "arrivedOn",
    t.arrived_clock as "arrivedClock", t.discharged_on as "dischargedOn", t.discharged_to as "dischargedTo"`,
  conditions: {
    patient,
    subject: patient,
    type: always([hipCareSystem, 'stay']),
    status: onCode(
      sql`case when t.discharged_on is null then 'in-progress' else 'finished' end`,
      [],
      (word) => [word],
    ),
    date: onDay(sql`t.arrived_on`),
  },
  write: (row, { timeZone }) => hipStayResource(row, timeZone),
});

interface AnswerColumns {
  readonly answer: string;
  readonly on: string | null;
  readonly clock: string | null;
}

const columnsOf: Readonly<Record<HipCareItem, AnswerColumns>> = {
  operation: { answer: 'operated', on: 'operated_on', clock: 'operated_clock' },
  'operation-as-advised': { answer: 'operation_as_advised', on: null, clock: null },
  geriatrician: { answer: 'geriatrician', on: 'geriatrician_on', clock: 'geriatrician_clock' },
  mobilised: { answer: 'mobilised', on: 'mobilised_on', clock: null },
  'delirium-tested': { answer: 'delirium_tested', on: null, clock: null },
  delirium: { answer: 'delirium', on: null, clock: null },
  'nutrition-assessed': { answer: 'nutrition_assessed', on: null, clock: null },
  'home-at-120-days': { answer: 'home_at_120_days', on: null, clock: null },
  'medicine-at-120-days': { answer: 'medicine_at_120_days', on: null, clock: null },
};

function answerSource(
  item: HipCareItem,
  conditions: Readonly<Record<string, Condition>>,
  write: (row: HipAnswerRecord, context: ReadContext) => ReturnType<RowSource['write']>,
): RowSource {
  const { answer, on, clock } = columnsOf[item];
  const column = (name: string | null): RawBuilder<unknown> =>
    name === null ? sql`null` : sql`t.${sql.ref(name)}`;
  return rowSource<HipAnswerRecord>({
    ...common,
    prefix: `hip-${item}`,
    only: sql`${column(answer)} <> 'not-recorded'`,
    day: on === null ? null : sql`t.${sql.ref(on)}`,
    columns: sql`t.fls_case_id as id, t.person_id as person, c.fracture_episode_id as episode, ${column(answer)} as answer,
      ${column(on)}::date as on, ${column(clock)}::text as clock`,
    conditions: {
      patient,
      subject: patient,
      code: always([hipCareSystem, item]),
      ...(on === null ? {} : { date: onDay(column(on)) }),
      ...conditions,
    },
    write,
  });
}

export const hipProcedureSources: readonly RowSource[] = hipProcedures.map((item) =>
  answerSource(
    item,
    {
      status: onCode(
        sql`case when t.${sql.ref(columnsOf[item].answer)} = 'yes' then 'completed' else 'not-done' end`,
        [],
        (word) => [word],
      ),
    },
    (row, { timeZone }) => hipProcedureResource(item, row, timeZone),
  ),
);

export const hipObservationSources: readonly RowSource[] = hipObservations.map((item) =>
  answerSource(
    item,
    {
      category: always(['http://terminology.hl7.org/CodeSystem/observation-category', 'survey']),
      status: always(['http://hl7.org/fhir/observation-status', 'final']),
    },
    (row) => hipObservationResource(item, row),
  ),
);
