// The two criteria that Belgium's reimbursement texts share: a vertebra that lost enough height, and a T-score strictly
// below the limit by the reference of the patient's own sex. Decision: a densitometry that is too old for a request is
// a question (make a new one, if it is paid for), never a "no".

import { addMonths } from '@breekpunt/core';
import { type Condition, open } from '../logic/condition.ts';
import type { BonePatient } from './bone-patient.ts';
import type { BelgianPayment, BoneRules } from './bone-rules.ts';
import { brokenVertebrae, lostHeight, tScoreBelowByOwnSex } from './fracture-conditions.ts';

export interface ScanAge {
  readonly youngerThanMonths?: number;
  readonly atMostMonths?: number;
}

export function belgianVertebra(patient: BonePatient, { height }: BelgianPayment): Condition {
  return brokenVertebrae(patient, 1, (each) => lostHeight(each, height));
}

export function belgianDensity(
  patient: BonePatient,
  { density }: BelgianPayment,
  rules: BoneRules,
  age: ScanAge = {},
): Condition {
  const below = tScoreBelowByOwnSex(
    patient,
    ['lumbar-spine', 'total-hip', 'femoral-neck'],
    density.tScore,
    rules,
  );
  return isFresh(patient, age, rules) ? below : open('a-recent-bone-density');
}

function isFresh(
  { scan }: BonePatient,
  { youngerThanMonths, atMostMonths }: ScanAge,
  { on }: BoneRules,
): boolean {
  if (typeof scan === 'string') return true;
  if (youngerThanMonths !== undefined && on >= addMonths(scan.date, youngerThanMonths)) return false;
  return atMostMonths === undefined || on <= addMonths(scan.date, atMostMonths);
}
