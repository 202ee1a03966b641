// The numbers of the simulation as knowledge has them on a day. Decision: every name and the length of its list stand in one table,
// so that a number that is missing stops the simulation at once instead of counting as nothing.

import type { CalendarDate } from '@breekpunt/core';
import { type Knowledge, listOn } from '@breekpunt/knowledge';

const lengths = {
  'incidence-hip-men': 8,
  'incidence-vertebra-men': 8,
  'incidence-wrist-men': 8,
  'incidence-other-men': 8,
  'women-years-earlier': 1,
  'per-year-of-age': 1,
  'women-against-men': 1,
  'first-ratio': 4,
  'late-ratio': 3,
  'fading-years': 3,
  'target-1-year': 1,
  'target-2-years': 1,
  'target-10-years': 3,
  'target-age': 2,
  'death-hip-first-quarter': 2,
  'death-later': 8,
  'death-years': 2,
  'death-first-part': 1,
  'effect-oral': 9,
  'effect-zoledronate': 9,
  'effect-denosumab': 9,
  'onset-share': 1,
  'offset-years': 3,
  'medicine-shares': 3,
  'persistence-oral': 3,
  'persistence-injected': 2,
  'contact-dropout': 3,
  'usual-start': 1,
  'service-start': 1,
  'bed-days': 1,
  'fracture-cost': 3,
  'medicine-cost': 1,
  'scan-cost': 1,
  'nurse-hour-cost': 1,
  'nurse-hours': 3,
  'usual-mix': 4,
  'unmeasured-cascade': 7,
  'planned-cascade': 2,
} as const;

export type SimulationName = keyof typeof lengths;

export interface SimulationParameters {
  /** Deaths per person-year in bands of five years from 50. */
  readonly mortality: { readonly female: readonly number[]; readonly male: readonly number[] };
  readonly values: Readonly<Record<SimulationName, readonly number[]>>;
}

/** Throws when knowledge has no value for this day. */
export function simulationParametersOn(
  knowledge: Knowledge,
  on: CalendarDate,
  country: 'BE' | 'NL',
): SimulationParameters {
  const read = (id: string, length: number): readonly number[] => {
    const found = listOn(knowledge, id, on);
    if (!found.ok) throw new Error(`No value of ${id} is in force on ${on}: ${found.error.reason}`);
    const numbers = found.value.filter((value) => typeof value === 'number');
    if (numbers.length !== length) throw new Error(`${id} does not hold ${length} numbers`);
    return numbers;
  };
  const names = Object.keys(lengths) as SimulationName[];
  const prefix = `simulation.${country.toLowerCase()}-mortality`;
  return {
    mortality: { female: read(`${prefix}-women`, 11), male: read(`${prefix}-men`, 11) },
    values: Object.fromEntries(
      names.map((name) => [name, read(`simulation.${name}`, lengths[name])]),
    ) as Record<SimulationName, readonly number[]>,
  };
}

/** The only number under a name, or the one at a place of its list. */
export function numberIn({ values }: SimulationParameters, name: SimulationName, place = 0): number {
  const value = values[name][place];
  if (value === undefined) throw new RangeError(`simulation.${name} has no value at place ${place}`);
  return value;
}
