// The numbers the reader of reports decides by, taken from knowledge.

import { latestValue } from '@breekpunt/knowledge/latest-parameter';
import type { TimeBounds } from './reading/timing.ts';

export interface ReadingBounds extends TimeBounds {
  /** Loss of vertebral height in percent from which a shape word alone leaves a fracture open. */
  readonly leastHeightLossPercent: number;
}

const DAYS_A_MONTH = 365 / 12;

/** The bounds of the newest knowledge. */
export function readingBounds(): ReadingBounds {
  return {
    acuteUnderDays: firstNumber('identify.acute-until-weeks') * 7,
    subacuteToDays: Math.round(firstNumber('identify.subacute-until-months') * DAYS_A_MONTH),
    leastHeightLossPercent: firstNumber('vertebral.nl-genant-grade-from'),
  };
}

function firstNumber(id: string): number {
  const value = latestValue(id);
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first !== 'number') throw new Error(`Parameter "${id}" is not a number`);
  return first;
}
