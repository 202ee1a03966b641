// One large hospital for all tests that count: made once, on a fixed day.

import { type CalendarDate, knownDate } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import type { HospitalPatient } from '../src/hospital-patient.ts';
import { syntheticHospital } from '../src/synthetic-hospital.ts';

export const today: CalendarDate = knownDate('2026-11-21');

let large: readonly HospitalPatient[] | null = null;

export function largeHospital(): readonly HospitalPatient[] {
  large ??= hospitalOf('counting', 4000);
  return large;
}

export function hospitalOf(seed: string, people: number): readonly HospitalPatient[] {
  return [...syntheticHospital({ seed, today, people }, loadKnowledge())];
}
