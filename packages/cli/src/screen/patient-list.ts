// The patients found, most urgent first, without holding them all as objects: a first pass judges every
// patient and remembers only where to find them and how urgent they are; they are made again when shown.

import type { Triage } from '@breekpunt/identify';
import type { FoundPatient } from './found-patient.ts';
import type { KeptReport } from './kept-report.ts';
import type { PatientStore } from './patient-store.ts';
import { triageRank } from './patient-triage.ts';

export interface PatientList {
  readonly length: number;
  readonly triage: Readonly<Record<Triage, number>>;
  readonly eligibility: Readonly<Record<FoundPatient['eligibility']['outcome'], number>>;
  /** The most urgent ones, in order. */
  readonly first: (count: number) => Generator<FoundPatient, void, undefined>;
}

interface Place {
  readonly handle: number;
  readonly urgency: readonly number[];
}

export function patientListFrom(
  store: PatientStore,
  judge: (reports: readonly KeptReport[]) => FoundPatient | null,
): PatientList {
  const places: Place[] = [];
  const triage = { fracture: 0, 'prevalent-vertebral': 0, possible: 0, none: 0 };
  const eligibility = { eligible: 0, 'not-eligible': 0, 'cannot-tell': 0 };
  for (const handle of store.handles()) {
    const patient = judge(store.reportsOf(handle));
    if (patient === null || patient.triage === 'none') continue;
    triage[patient.triage] += 1;
    eligibility[patient.eligibility.outcome] += 1;
    places.push({ handle, urgency: [...urgencyOf(patient), handle] });
  }
  places.sort((a, b) => compare(a.urgency, b.urgency));
  return {
    length: places.length,
    triage,
    eligibility,
    *first(count) {
      for (const { handle } of places.slice(0, count)) {
        const patient = judge(store.reportsOf(handle));
        if (patient !== null) yield patient;
      }
    },
  };
}

/**
 * How urgent, smaller first: who is certainly not eligible comes last; then the outcome; then the points
 * of the urgency rules; then who is eligible before who may be; then the newest, an unknown day first,
 * because not knowing must not sink.
 */
function urgencyOf(patient: FoundPatient): readonly number[] {
  const { outcome } = patient.eligibility;
  return [
    outcome === 'not-eligible' ? 1 : 0,
    triageRank(patient.triage),
    -patient.urgency,
    outcome === 'eligible' ? 0 : 1,
    patient.daysSince ?? -1,
  ];
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < a.length; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
