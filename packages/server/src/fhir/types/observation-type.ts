// Observation: bone density one value at a time, vertebrae, laboratory, entered risk, falls.

import {
  type DensityRecord,
  densityResource,
  type EnteredRiskRecord,
  enteredFraxResource,
  type FallsRecord,
  fallsResource,
  type LaboratoryRecord,
  laboratoryResource,
  loincOfDxa,
  type VertebraRecord,
  vertebraResource,
} from '@breekpunt/integrate';
import { type RawBuilder, sql } from 'kysely';
import {
  always,
  type Condition,
  either,
  isOfSystem,
  onDay,
  onNumber,
  onPatient,
  onWord,
} from '../search/conditions.ts';
import { type RowSource, rowSource, type ServedType } from '../search/source.ts';
import { hipObservationSources } from './hip-care-sources.ts';
import { referencesOf } from './references-of.ts';

const loinc = 'http://loinc.org';
const categories = 'http://terminology.hl7.org/CodeSystem/observation-category';
const statuses = ['http://hl7.org/fhir/observation-status'];
const patient = onPatient(sql`t.person_id`);
const isFinal = always(['http://hl7.org/fhir/observation-status', 'final']);
const withdrawnStatus: Condition = (value) => {
  if (value.kind !== 'token' || !isOfSystem(value.system, statuses)) return null;
  if (value.code === 'final') return sql<boolean>`t.withdrawn_at is null`;
  return value.code === 'entered-in-error' ? sql<boolean>`t.withdrawn_at is not null` : null;
};

const regions = ['lumbar-spine', 'femoral-neck', 'total-hip', 'forearm', 'other'] as const;
const sides = ['left', 'right', null] as const;
const values = { bmd: 'bmd_g_cm2', 't-score': 't_score', 'z-score': 'z_score' } as const;

/** By LOINC, which tells the region and sometimes the side; or by our own word for the value. */
function densityCode(what: keyof typeof values): Condition {
  return (value) => {
    if (value.kind !== 'token') return null;
    if (value.code === what && isOfSystem(value.system, ['urn:breekpunt:bone-density']))
      return sql<boolean>`true`;
    if (!isOfSystem(value.system, [loinc])) return null;
    const places = regions.flatMap((region) => {
      const fitting = sides.filter((side) => loincOfDxa({ region, side, what }) === value.code);
      // A side that the code does not tell is not asked, so that the planner can count.
      if (fitting.length === sides.length) return [sql<boolean>`t.region = ${region}`];
      return fitting.map(
        (side) => sql<boolean>`(t.region = ${region} and t.side is not distinct from ${side}::text)`,
      );
    });
    return places.length === 0 ? null : sql<boolean>`(${sql.join(places, sql` or `)})`;
  };
}

function density(what: keyof typeof values): RowSource {
  const column: RawBuilder<unknown> = sql`t.${sql.ref(values[what])}`;
  return rowSource<DensityRecord>({
    prefix: `density-${what}`,
    table: 'dxa_scan',
    key: sql`t.dxa_scan_id`,
    only: sql`t.status = 'done' and ${column} is not null`,
    earlier: 'kept-copies',
    person: sql`t.person_id`,
    changed: sql`greatest(t.changed_at, t.withdrawn_at)`,
    day: sql`t.scanned_on`,
    columns: sql`t.dxa_scan_id as id, t.person_id as person, t.region, t.side, t.scanned_on as "scannedOn",
      ${column} as value, t.device_maker as "deviceMaker", t.device_model as "deviceModel",
      t.withdrawn_at is not null as withdrawn`,
    conditions: {
      patient,
      subject: patient,
      code: densityCode(what),
      category: always([categories, 'imaging']),
      date: onDay(sql`t.scanned_on`),
      status: withdrawnStatus,
      'value-quantity': onNumber(column),
    },
    write: (row) => densityResource(row, what),
  });
}

export const observationType: ServedType = {
  type: 'Observation',
  says: 'Bone density (each value alone), vertebrae with Genant grade, laboratory results, entered FRAX, risk of falling, what was found after a broken hip',
  parameters: {
    patient: { type: 'reference', says: 'Whose' },
    subject: { type: 'reference', says: 'Whose' },
    code: { type: 'token', says: 'LOINC, or our own words (urn:breekpunt:bone-density|t-score)' },
    category: { type: 'token', says: 'imaging, laboratory, survey' },
    date: { type: 'date', says: 'The day of measuring' },
    status: { type: 'token', says: 'preliminary, final, corrected, cancelled, entered-in-error' },
    'value-quantity': { type: 'quantity', says: 'The number, in the unit in which it was recorded' },
  },
  includes: {
    subject: { target: 'Patient', of: referencesOf('subject') },
    patient: { target: 'Patient', of: referencesOf('subject') },
  },
  source: {
    kind: 'sources',
    sources: [
      rowSource<LaboratoryRecord>({
        prefix: 'lab',
        table: 'lab_result',
        key: sql`t.lab_result_id`,
        only: sql`true`,
        earlier: 'kept-copies',
        person: sql`t.person_id`,
        changed: sql`t.changed_at`,
        day: sql`t.sampled_on`,
        columns: sql`t.lab_result_id as id, t.person_id as person, t.loinc, t.local_code as "localCode", t.name,
          t.sampled_on as "sampledOn", t.sampled_at as "sampledAt", t.comparator, t.value, t.value_text as "valueText",
          t.unit, t.reference_low as low, t.reference_high as high, t.status`,
        conditions: {
          patient,
          subject: patient,
          code: either(
            onWord(sql`t.loinc`, [loinc]),
            onWord(sql`t.local_code`, ['urn:breekpunt:sender-code']),
          ),
          category: always([categories, 'laboratory']),
          date: onDay(sql`t.sampled_on`),
          status: onWord(sql`t.status`, statuses),
          'value-quantity': onNumber(sql`t.value`),
        },
        notJson: { sampledAt: 'instant' },
        write: (row) => laboratoryResource(row),
      }),
      density('t-score'),
      density('bmd'),
      density('z-score'),
      rowSource<VertebraRecord>({
        prefix: 'vertebra',
        table: 'vertebra_reading',
        key: sql`t.vertebra_reading_id`,
        only: sql`true`,
        person: sql`t.person_id`,
        changed: sql`greatest(t.recorded_at, t.withdrawn_at)`,
        day: sql`t.read_on`,
        columns: sql`t.vertebra_reading_id as id, t.person_id as person, t.level, t.read_on as "readOn", t.imaging,
          t.readable, t.genant, t.shape, t.height_loss_percent as "heightLossPercent", t.anterior_mm as "anteriorMm",
          t.middle_mm as "middleMm", t.posterior_mm as "posteriorMm", t.graded_by as "gradedBy",
          t.withdrawn_at is not null as withdrawn`,
        conditions: {
          patient,
          subject: patient,
          code: always(['urn:breekpunt:vertebra', 'genant-grade']),
          category: always([categories, 'imaging']),
          date: onDay(sql`t.read_on`),
          status: withdrawnStatus,
          'value-quantity': onNumber(sql`t.genant`),
        },
        write: (row) => vertebraResource(row),
      }),
      rowSource<EnteredRiskRecord>({
        prefix: 'frax',
        table: 'risk_result',
        key: sql`t.risk_result_id`,
        only: sql`t.model = 'frax' and jsonb_typeof(t.result -> 'majorPercent') = 'number'`,
        person: sql`t.person_id`,
        changed: sql`t.recorded_at`,
        day: sql`t.valid_on`,
        columns: sql`t.risk_result_id as id, t.person_id as person, t.valid_on as "validOn",
          (t.result ->> 'majorPercent')::numeric as "majorPercent", t.with_bone_density as "withBoneDensity"`,
        conditions: {
          patient,
          subject: patient,
          code: always([loinc, '90265-0']),
          category: always([categories, 'survey']),
          date: onDay(sql`t.valid_on`),
          status: isFinal,
          'value-quantity': onNumber(sql`(t.result ->> 'majorPercent')::numeric`),
        },
        write: (row) => enteredFraxResource(row),
      }),
      rowSource<FallsRecord>({
        prefix: 'falls',
        table: 'falls_assessment',
        key: sql`t.falls_assessment_id`,
        only: sql`t.risk_class is not null`,
        person: sql`t.person_id`,
        changed: sql`t.recorded_at`,
        day: sql`t.assessed_on`,
        columns: sql`t.falls_assessment_id as id, t.person_id as person, t.assessed_on as "assessedOn",
          t.risk_class as "riskClass", t.falls_last_year as "fallsLastYear", t.gait_speed_m_s as "gaitSpeed",
          t.timed_up_and_go_s as "timedUpAndGo"`,
        conditions: {
          patient,
          subject: patient,
          code: always(['urn:breekpunt:falls', 'risk-class']),
          category: always([categories, 'survey']),
          date: onDay(sql`t.assessed_on`),
          status: isFinal,
        },
        write: (row) => fallsResource(row),
      }),
      ...hipObservationSources,
    ],
  },
};
