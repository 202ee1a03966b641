// Somebody without a case here for whom a bone drug is ordered: what is known of them that can speak against a drug, from results
// that stand in this record and those that the asking system sent along. Decision: nothing else is supposed of them; whatever
// nobody said stays not recorded, so that only a fact can make a card.

import { ageInYears, type CalendarDate, type Sex } from '@breekpunt/core';
import type { PatientDetails, RecordedMeasurement } from '@breekpunt/integrate';
import type { BonePatient } from '@breekpunt/intervene';
import { creatinineClearance } from '@breekpunt/investigate';
import type { AssessmentRules } from '../assessment/assessment-rules.ts';
import { labResultsOf } from '../assessment/lab-results.ts';
import { calciumOf } from '../decision/bone-patient-of.ts';
import type { LabRow } from '../records/lab-result.ts';

/** LOINC: body weight. */
export const bodyWeightCode = '29463-7';

export interface DrugFacts {
  readonly patient: PatientDetails;
  /** Sent along, or fetched. */
  readonly sent: readonly RecordedMeasurement[];
  /** Of this record. */
  readonly known: readonly LabRow[];
}

export function drugPatientOf(
  { patient, sent, known }: DrugFacts,
  { labs: rules, ...rest }: AssessmentRules,
  today: CalendarDate,
): BonePatient {
  const sex: Sex = patient.sex === undefined || patient.sex === 'unknown' ? 'not-recorded' : patient.sex;
  const birthDate = fullDay(patient.birthDate);
  const labs = labResultsOf([...known, ...sent.map(rowFrom)], rules);
  const clearance = creatinineClearance(
    {
      creatinine: labs.usable.get('creatinine')?.result.value ?? null,
      sex,
      ageYears: birthDate === null ? null : ageInYears(birthDate, today),
      weightKg: weightIn(sent),
    },
    rules,
  );
  return {
    sex,
    birthDate: birthDate ?? 'not-recorded',
    postmenopausal: sex === 'male' ? 'no' : 'not-recorded',
    fractures: 'not-recorded',
    spine: 'not-recorded',
    scan: 'not-recorded',
    fraxMajor: 'not-recorded',
    glucocorticoid: 'not-recorded',
    clearance: clearance.ok ? clearance.value.value : 'not-recorded',
    calcium: calciumOf({ person: { sex } }, labs, { labs: rules, ...rest }),
    vitaminD: labs.usable.get('vitamin-d')?.result.value ?? 'not-recorded',
    hipSurgery: 'not-recorded',
    allergies: 'not-recorded',
    facts: {},
  };
}

function fullDay(birthDate: string | undefined): CalendarDate | null {
  return birthDate !== undefined && birthDate.length === 10 ? (birthDate as CalendarDate) : null;
}

/** The newest in kilograms. */
function weightIn(sent: readonly RecordedMeasurement[]): number | null {
  const weights = sent
    .filter(
      ({ codes, status }) => status !== 'withdrawn' && codes.some(({ code }) => code === bodyWeightCode),
    )
    .filter(({ unit, value }) => unit === 'kg' && value !== undefined)
    .toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1));
  return weights[0]?.value ?? null;
}

/** As it would stand in our record, where it is not kept. */
function rowFrom(measurement: RecordedMeasurement, place: number): LabRow {
  const { codes, name, date, comparator, value, text, unit, low, high, status } = measurement;
  return {
    id: place,
    person: 0,
    inboxMessage: null,
    sourceSystem: '',
    sourceId: null,
    loinc: codes.find(({ system }) => system === 'loinc')?.code ?? null,
    localCode: null,
    name,
    sampledOn: date ?? null,
    comparator: comparator ?? null,
    value: value ?? null,
    valueText: text ?? null,
    unit: unit ?? null,
    referenceLow: low ?? null,
    referenceHigh: high ?? null,
    status: status === 'withdrawn' ? 'cancelled' : (status ?? 'final'),
    source: 'fhir',
    recordedBy: null,
    recordedAt: new Date(0),
  };
}
