// MedicationStatement, MedicationRequest, MedicationAdministration; and Procedure and Encounter, which come the same way.
// Decision: what another system sent comes out as the type it came as.

import {
  administrationStatus,
  type CareEventRecord,
  type CareStatus,
  encounterResource,
  encounterStatus,
  type InjectionRecord,
  injectionResource,
  type MedicineDecisionRecord,
  medicationStatementResource,
  medicineDecisionResource,
  procedureResource,
  procedureStatus,
  requestStatus,
  statementStatus,
  systemUri,
  type TreatmentStopRecord,
  toldAdministrationResource,
  toldMedicationRequestResource,
  treatmentStopResource,
} from '@breekpunt/integrate';
import { type RawBuilder, sql } from 'kysely';
import {
  always,
  type Condition,
  isOfSystem,
  onCode,
  onDay,
  onWord,
  wordsWith,
} from '../search/conditions.ts';
import { type Parameter, type RowSource, rowSource, type ServedType } from '../search/source.ts';
import { hipProcedureSources, hipStaySource } from './hip-care-sources.ts';
import { patient, toPatient, whose } from './of-patient.ts';

const code: Parameter = {
  type: 'token',
  says: 'The code under which it was sent; ATC for what was decided here; urn:breekpunt:acute-hip-care|operation and the like',
};
const atc = 'http://www.whocc.no/atc';

/** Systems are kept by our word for them, or as the sender named them. */
const hasCode: Condition = (value) => {
  if (value.kind !== 'token') return null;
  if (value.system === null) return sql<boolean>`t.code = ${value.code}`;
  const kept = ['icd-10', 'icd-10-cm-be', 'icpc', 'snomed-ct', 'loinc', 'atc'].filter((word) =>
    isOfSystem(value.system, [systemUri(word) ?? '']),
  );
  return sql<boolean>`(t.code = ${value.code} and t.code_system = any(${[...kept, value.system]}::text[]))`;
};

const cameAs = (type: string): RawBuilder<boolean> => sql<boolean>`t.source_id like ${sql.lit(`${type}/%`)}`;

function told(
  prefix: string,
  only: RawBuilder<boolean>,
  statuses: Readonly<Record<CareStatus, string>>,
  day: string,
  write: (row: CareEventRecord) => ReturnType<RowSource['write']>,
): RowSource {
  return rowSource<CareEventRecord>({
    prefix,
    table: 'care_event',
    key: sql`t.care_event_id`,
    only,
    earlier: 'kept-copies',
    person: sql`t.person_id`,
    changed: sql`t.changed_at`,
    day: sql`t.started_on`,
    columns: sql`t.care_event_id as id, t.person_id as person, t.code_system as "codeSystem", t.code, t.name, t.status,
      t.started_on as "startedOn", t.ended_on as "endedOn"`,
    conditions: {
      patient,
      subject: patient,
      code: hasCode,
      type: hasCode,
      status: onCode(sql`t.status`, [], wordsWith(statuses)),
      [day]: onDay(sql`t.started_on`),
    },
    write,
  });
}

export const medicationStatementType: ServedType = {
  type: 'MedicationStatement',
  says: 'A medicine that somebody takes, as another system told; and drugs that were ended here, with what follows',
  parameters: {
    ...whose,
    code,
    status: { type: 'token', says: 'active, completed, stopped, intended, entered-in-error, unknown' },
    effective: { type: 'date', says: 'The day it began, or ended here' },
  },
  includes: toPatient,
  source: {
    kind: 'sources',
    sources: [
      told(
        '',
        sql<boolean>`(t.kind = 'medicine' and not ${cameAs('MedicationRequest')} and not ${cameAs('MedicationAdministration')})`,
        statementStatus,
        'effective',
        medicationStatementResource,
      ),
      rowSource<TreatmentStopRecord>({
        prefix: 'stop',
        table: 'treatment_stop',
        key: sql`t.treatment_stop_id`,
        only: sql`true`,
        earlier: 'kept-copies',
        person: sql`t.person_id`,
        changed: sql`greatest(t.recorded_at, t.withdrawn_at)`,
        day: sql`t.stopped_on`,
        columns: sql`t.treatment_stop_id as id, t.person_id as person, t.medicine_atc as atc,
          t.stopped_on as "stoppedOn", t.because, t.plan, t.next_medicine_atc as "nextAtc", t.next_on as "nextOn",
          t.withdrawn_at is not null as withdrawn`,
        conditions: {
          patient,
          subject: patient,
          code: onWord(sql`t.medicine_atc`, [atc]),
          status: onCode(
            sql`case when t.withdrawn_at is null then 'stopped' else 'entered-in-error' end`,
            [],
            (word) => [word],
          ),
          effective: onDay(sql`t.stopped_on`),
        },
        write: (row) => treatmentStopResource(row),
      }),
    ],
  },
};

const isReplacedDecision = sql<boolean>`exists (select from decision d where d.site_id = t.site_id and d.replaces_id = t.decision_id)`;

export const medicationRequestType: ServedType = {
  type: 'MedicationRequest',
  says: 'A medicine decided on here (intent plan), and orders of other systems (intent order)',
  parameters: {
    ...whose,
    code,
    status: { type: 'token', says: 'active, stopped, completed, draft, entered-in-error, unknown' },
    intent: { type: 'token', says: 'plan, order' },
    authoredon: { type: 'date', says: 'The day of the decision or the order' },
  },
  includes: toPatient,
  source: {
    kind: 'sources',
    sources: [
      rowSource<MedicineDecisionRecord>({
        prefix: '',
        table: 'decision',
        key: sql`t.decision_id`,
        only: sql`t.medicine_atc is not null`,
        joins: sql`left join app_user u on u.site_id = t.site_id and u.app_user_id = t.decided_by
          left join fls_case c on c.site_id = t.site_id and c.fls_case_id = t.fls_case_id`,
        person: sql`t.person_id`,
        changed: sql`t.recorded_at`,
        day: sql`t.decided_on`,
        columns: sql`t.decision_id as id, t.person_id as person, t.medicine_atc as atc, t.choice, t.dose,
          t.decided_on as "decidedOn", u.display_name as "decidedBy", t.start_planned_on as "startPlannedOn",
          ${isReplacedDecision} as replaced,
          (select r.decision_id from decision r where r.site_id = t.site_id and r.decision_id = t.replaces_id
              and r.medicine_atc is not null) as replaces,
          c.fracture_episode_id as episode`,
        conditions: {
          patient,
          subject: patient,
          code: onWord(sql`t.medicine_atc`, [atc]),
          status: onCode(
            sql`case when ${isReplacedDecision} then 'stopped' else 'active' end`,
            [],
            (word) => [word],
          ),
          intent: always(['http://hl7.org/fhir/CodeSystem/medicationrequest-intent', 'plan']),
          authoredon: onDay(sql`t.decided_on`),
        },
        write: (row) => medicineDecisionResource(row),
      }),
      withIntent(
        told(
          'told',
          sql<boolean>`(t.kind = 'medicine' and ${cameAs('MedicationRequest')})`,
          requestStatus,
          'authoredon',
          toldMedicationRequestResource,
        ),
      ),
    ],
  },
};

function withIntent(source: RowSource): RowSource {
  const intent = always(['http://hl7.org/fhir/CodeSystem/medicationrequest-intent', 'order']);
  return { ...source, conditions: { ...source.conditions, intent } };
}

export const medicationAdministrationType: ServedType = {
  type: 'MedicationAdministration',
  says: 'An injection or infusion that was given or deliberately not given, and those that other systems told of',
  parameters: {
    ...whose,
    code,
    status: { type: 'token', says: 'completed, not-done, in-progress, stopped, entered-in-error, unknown' },
    'effective-time': { type: 'date', says: 'The day it was given' },
  },
  includes: toPatient,
  source: {
    kind: 'sources',
    sources: [
      rowSource<InjectionRecord>({
        prefix: '',
        table: 'injection',
        key: sql`t.injection_id`,
        only: sql`(t.given_on is not null or t.not_given_reason is not null)`,
        earlier: 'kept-copies',
        person: sql`t.person_id`,
        changed: sql`greatest(t.recorded_at, t.changed_at)`,
        day: sql`coalesce(t.given_on, t.due_on)`,
        columns: sql`t.injection_id as id, t.person_id as person, t.medicine_atc as atc, t.due_on as "dueOn",
          t.given_on as "givenOn", t.next_due_on as "nextDueOn", t.not_given_reason as "notGivenReason"`,
        conditions: {
          patient,
          subject: patient,
          code: onWord(sql`t.medicine_atc`, [atc]),
          status: onCode(
            sql`case when t.given_on is null then 'not-done' else 'completed' end`,
            [],
            (word) => [word],
          ),
          'effective-time': onDay(sql`coalesce(t.given_on, t.due_on)`),
        },
        write: (row) => injectionResource(row),
      }),
      told(
        'told',
        sql<boolean>`(t.kind = 'medicine' and ${cameAs('MedicationAdministration')})`,
        administrationStatus,
        'effective-time',
        toldAdministrationResource,
      ),
    ],
  },
};

export const procedureType: ServedType = {
  type: 'Procedure',
  says: 'An operation or other procedure, as another system told; and what was done in the acute care of a hip',
  parameters: {
    ...whose,
    code,
    status: {
      type: 'token',
      says: 'preparation, in-progress, not-done, completed, stopped, entered-in-error, unknown',
    },
    date: { type: 'date', says: 'The day it was done' },
  },
  includes: toPatient,
  source: {
    kind: 'sources',
    sources: [
      told('', sql<boolean>`t.kind = 'procedure'`, procedureStatus, 'date', procedureResource),
      ...hipProcedureSources,
    ],
  },
};

export const encounterType: ServedType = {
  type: 'Encounter',
  says: 'A stay or visit, as another system told; and the stay for a broken hip',
  parameters: {
    ...whose,
    type: code,
    status: { type: 'token', says: 'planned, in-progress, finished, cancelled, entered-in-error, unknown' },
    date: { type: 'date', says: 'The day it began' },
  },
  includes: toPatient,
  source: {
    kind: 'sources',
    sources: [
      told('', sql<boolean>`t.kind = 'stay'`, encounterStatus, 'date', encounterResource),
      hipStaySource,
    ],
  },
};
