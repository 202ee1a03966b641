// Doses of one medicine that were due, and whether they were given in time. A dose whose days of grace still run is too early; one
// that was due after death is outside.

import type { CalendarDate } from '@breekpunt/core';
import type { CareRecord } from '../record/care-record.ts';
import { dayNumber } from '../record/day-number.ts';
import type { Standing } from './judge-patient.ts';

export interface DoseStanding {
  readonly dueOn: CalendarDate;
  readonly givenOn: CalendarDate | null;
  /** Days after the day it was due; negative when earlier, null when not given. */
  readonly daysLate: number | null;
  readonly standing: Extract<Standing, 'achieved' | 'missed' | 'not-recorded' | 'too-early' | 'outside'>;
}

/** `cut`: number of the last day of which everything is known. */
export function dosesOf(
  { injections, deathOn }: CareRecord,
  medicine: string,
  graceDays: number,
  cut: number,
): readonly DoseStanding[] {
  return injections.flatMap((one): DoseStanding[] => {
    if (one.medicine !== medicine || one.dueOn === null) return [];
    const { dueOn, givenOn } = one;
    const due = dayNumber(dueOn);
    const daysLate = givenOn === null ? null : dayNumber(givenOn) - due;
    const dose = { dueOn, givenOn, daysLate };
    if (deathOn !== null && deathOn <= dueOn) return [{ ...dose, standing: 'outside' }];
    if (daysLate !== null && daysLate <= graceDays) return [{ ...dose, standing: 'achieved' }];
    if (due + graceDays >= cut) return [{ ...dose, standing: 'too-early' }];
    if (daysLate !== null || one.refused) return [{ ...dose, standing: 'missed' }];
    return [{ ...dose, standing: 'not-recorded' }];
  });
}
