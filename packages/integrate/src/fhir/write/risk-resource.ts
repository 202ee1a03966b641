// A risk that was computed or entered to a RiskAssessment. Decision: only probabilities that stand in the stored result go
// out, each with its outcome and horizon; the model and its version say where it comes from.

import type { CalendarDate } from '@breekpunt/core';
import type { Patient, RiskAssessment, RiskAssessmentPrediction } from '@medplum/fhirtypes';
import { concept, ownCoding, refer } from './elements.ts';

export interface RiskRecord {
  readonly id: number;
  readonly person: number;
  readonly model: string;
  readonly modelVersion: string;
  readonly origin: 'computed' | 'entered';
  readonly withBoneDensity: 'yes' | 'no' | 'not-recorded';
  readonly validOn: CalendarDate;
  /** Outcome words → percent, as stored. */
  readonly result: unknown;
}

const outcomes: Readonly<Record<string, string>> = {
  majorPercent: 'Major osteoporotic fracture',
  osteoporoticPercent: 'Osteoporotic fracture of wrist, shoulder, spine or hip',
  deathWithin30DaysPercent: 'Death within 30 days',
  hipPercent: 'Hip fracture',
};

export function riskResource(record: RiskRecord): RiskAssessment {
  const prediction = predictionsOf(record.result);
  return {
    resourceType: 'RiskAssessment',
    id: String(record.id),
    status: 'final',
    method: concept(
      [ownCoding('risk-model', record.model)],
      `${record.model}, ${record.modelVersion}, ${record.origin}`,
    ),
    subject: refer<Patient>('Patient', record.person),
    occurrenceDateTime: record.validOn,
    ...(prediction.length === 0 ? {} : { prediction }),
    note: [{ text: `With bone density: ${record.withBoneDensity}` }],
  };
}

function predictionsOf(result: unknown): RiskAssessmentPrediction[] {
  if (typeof result !== 'object' || result === null) return [];
  return Object.entries(result).flatMap(([name, value]) => {
    const text = outcomes[name];
    if (text === undefined || typeof value !== 'number') return [];
    return [
      {
        outcome: concept([ownCoding('risk-outcome', name)], text),
        probabilityDecimal: asProbability(value),
      },
    ];
  });
}

/** Percent to a number from 0 to 1, without the dust of binary fractions. */
function asProbability(percent: number): number {
  return Number((percent / 100).toFixed(6));
}
