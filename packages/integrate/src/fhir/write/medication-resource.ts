// Medicines: what another system told of (as what it came as), what was decided here, and what was given here.
// Decision: a decision is a plan and not an order, for nobody can fetch a medicine with it; an injection that was given is
// the only administration, because the clock of denosumab runs from that day.

import type { CalendarDate } from '@breekpunt/core';
import type {
  CodeableConcept,
  Condition,
  MedicationAdministration,
  MedicationRequest,
  MedicationStatement,
  Patient,
} from '@medplum/fhirtypes';
import { administrationStatus, type CareStatus, requestStatus, statementStatus } from './care-status.ts';
import { atcSystem, coding, concept, ownCoding, period, refer, systemUri } from './elements.ts';
import { known, present } from './present.ts';

export interface CareEventRecord {
  readonly id: number;
  readonly person: number;
  readonly codeSystem: string | null;
  readonly code: string | null;
  readonly name: string;
  readonly status: CareStatus;
  readonly startedOn: CalendarDate | null;
  readonly endedOn: CalendarDate | null;
}

/** In the words and the code of whoever sent it. */
export function careConcept({ codeSystem, code, name }: CareEventRecord): CodeableConcept {
  return concept(code === null ? [] : [coding(systemUri(codeSystem), code)], name);
}

export function medicationStatementResource(record: CareEventRecord): MedicationStatement {
  return present<MedicationStatement>({
    resourceType: 'MedicationStatement',
    id: String(record.id),
    status: statementStatus[record.status],
    medicationCodeableConcept: careConcept(record),
    subject: refer<Patient>('Patient', record.person),
    effectivePeriod: period(record.startedOn, record.endedOn),
  });
}

export function toldMedicationRequestResource(record: CareEventRecord): MedicationRequest {
  return present<MedicationRequest>({
    resourceType: 'MedicationRequest',
    id: `told-${record.id}`,
    status: requestStatus[record.status],
    intent: 'order',
    reportedBoolean: true,
    medicationCodeableConcept: careConcept(record),
    subject: refer<Patient>('Patient', record.person),
    authoredOn: known(record.startedOn),
  });
}

export function toldAdministrationResource(record: CareEventRecord): MedicationAdministration {
  return present<MedicationAdministration>({
    resourceType: 'MedicationAdministration',
    id: `told-${record.id}`,
    status: administrationStatus[record.status],
    medicationCodeableConcept: careConcept(record),
    subject: refer<Patient>('Patient', record.person),
    effectivePeriod: period(record.startedOn, record.endedOn) ?? {},
  });
}

export interface MedicineDecisionRecord {
  readonly id: number;
  readonly person: number;
  readonly atc: string;
  readonly choice: string | null;
  readonly dose: string | null;
  readonly decidedOn: CalendarDate;
  readonly decidedBy: string | null;
  readonly startPlannedOn: CalendarDate | null;
  /** A later decision about the same took its place. */
  readonly replaced: boolean;
  readonly replaces: number | null;
  /** The episode for which the case was opened. */
  readonly episode: number | null;
}

export function medicineDecisionResource(record: MedicineDecisionRecord): MedicationRequest {
  return present<MedicationRequest>({
    resourceType: 'MedicationRequest',
    id: String(record.id),
    status: record.replaced ? 'stopped' : 'active',
    intent: 'plan',
    medicationCodeableConcept: concept([coding(atcSystem, record.atc)], record.choice ?? record.atc),
    subject: refer<Patient>('Patient', record.person),
    authoredOn: record.decidedOn,
    requester: record.decidedBy === null ? undefined : { display: record.decidedBy },
    reasonReference: record.episode === null ? undefined : [refer<Condition>('Condition', record.episode)],
    priorPrescription:
      record.replaces === null ? undefined : refer<MedicationRequest>('MedicationRequest', record.replaces),
    dosageInstruction: record.dose === null ? undefined : [{ text: record.dose }],
    note:
      record.startPlannedOn === null ? undefined : [{ text: `Start planned on ${record.startPlannedOn}` }],
  });
}

export interface InjectionRecord {
  readonly id: number;
  readonly person: number;
  readonly atc: string;
  readonly dueOn: CalendarDate | null;
  readonly givenOn: CalendarDate | null;
  readonly nextDueOn: CalendarDate | null;
  readonly notGivenReason: string | null;
}

/** Of one that was given, or that was due and deliberately not given. */
export function injectionResource(record: InjectionRecord): MedicationAdministration {
  const day = record.givenOn ?? record.dueOn;
  return present<MedicationAdministration>({
    resourceType: 'MedicationAdministration',
    id: String(record.id),
    status: record.givenOn === null ? 'not-done' : 'completed',
    statusReason: record.notGivenReason === null ? undefined : [{ text: record.notGivenReason }],
    medicationCodeableConcept: concept([coding(atcSystem, record.atc)], record.atc),
    subject: refer<Patient>('Patient', record.person),
    effectiveDateTime: known(day),
    note: record.nextDueOn === null ? undefined : [{ text: `Next due on ${record.nextDueOn}` }],
  });
}

export interface TreatmentStopRecord {
  readonly id: number;
  readonly person: number;
  readonly atc: string;
  readonly stoppedOn: CalendarDate;
  readonly because: string;
  readonly plan: 'drug' | 'specialist' | 'none';
  readonly nextAtc: string | null;
  readonly nextOn: CalendarDate | null;
  readonly withdrawn: boolean;
}

/** A drug that is no longer taken, why, and what follows: after denosumab something always does. */
export function treatmentStopResource(record: TreatmentStopRecord): MedicationStatement {
  const { plan, nextAtc, nextOn } = record;
  const follows =
    plan === 'none'
      ? 'Nothing follows'
      : `Follows: ${plan === 'drug' ? (nextAtc ?? 'another drug') : 'a specialist decides'}${nextOn === null ? '' : `, ${nextOn}`}`;
  return {
    resourceType: 'MedicationStatement',
    id: `stop-${record.id}`,
    status: record.withdrawn ? 'entered-in-error' : 'stopped',
    statusReason: [concept([ownCoding('stop-reason', record.because)], record.because)],
    medicationCodeableConcept: concept([coding(atcSystem, record.atc)], record.atc),
    subject: refer<Patient>('Patient', record.person),
    effectivePeriod: { end: record.stoppedOn },
    note: [{ text: follows }],
  };
}
