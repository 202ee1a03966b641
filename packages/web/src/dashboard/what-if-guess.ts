// The form of a "what if" as typed text, and the question it makes. Decision: percentages are typed and shown as such; an empty
// capacity means that there is enough.

import type { WhatIfStart } from './dashboard-queries.ts';

const shares = [
  'found',
  'assessed',
  'scanned',
  'recommended',
  'contacted',
  'startedWithContact',
  'startedWithout',
] as const;
const capacities = ['scansPerMonth', 'nurseHoursPerMonth'] as const;

export const stepNames = [...shares, ...capacities] as const;
type StepName = (typeof stepNames)[number];
type Side = Readonly<Record<StepName, string>>;

export interface Guess {
  readonly now: Side;
  readonly plan: Side;
  readonly patientsPerYear: string;
  readonly nurseHourCost: string;
  readonly scanCost: string;
  readonly medicineCost: string;
}

/** The hospital's own figures; where it has none, a guess of ours in percent. */
export function firstGuess({ now, patients, expected, unmeasured, planned }: WhatIfStart): Guess {
  const found = expected === null || expected === 0 ? null : Math.min(1, patients / expected);
  const measured = (step: (typeof shares)[number]): number =>
    (step === 'found' ? found : now[step]) ?? (unmeasured[shares.indexOf(step)] ?? 0) / 100;
  const side = Object.fromEntries([
    ...shares.map((step) => [step, percent(measured(step))]),
    ...capacities.map((step) => [step, '']),
  ]) as Side;
  const better = { found: String(planned[0] ?? 0), contacted: String(planned[1] ?? 0) };
  return {
    now: side,
    plan: { ...side, ...better },
    patientsPerYear: String(expected ?? Math.max(1, Math.round(patients / measured('found')))),
    nurseHourCost: '',
    scanCost: '',
    medicineCost: '',
  };
}

export function bodyOf(guess: Guess): Readonly<Record<string, unknown>> {
  const cascade = (side: Side): Readonly<Record<string, number | null>> => ({
    ...Object.fromEntries(
      shares.map((step) => [step, Math.min(1, Math.max(0, read(side[step]) ?? 0) / 100)]),
    ),
    ...Object.fromEntries(capacities.map((step) => [step, read(side[step])])),
  });
  const cost = (name: string, text: string): Readonly<Record<string, number>> => {
    const value = read(text);
    return value === null ? {} : { [name]: value };
  };
  return {
    patientsPerYear: Math.max(1, Math.round(read(guess.patientsPerYear) ?? 1)),
    now: cascade(guess.now),
    plan: cascade(guess.plan),
    costs: {
      ...cost('nurse-hour-cost', guess.nurseHourCost),
      ...cost('scan-cost', guess.scanCost),
      ...cost('medicine-cost', guess.medicineCost),
    },
  };
}

/** A number with a decimal comma or point; null when there is none. */
function read(text: string): number | null {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(value) ? null : value;
}

function percent(share: number): string {
  return String(Math.round(share * 100));
}
