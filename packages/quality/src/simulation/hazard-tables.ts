// The hazards of a quarter of a year, laid out for the inner loop: by sex and age, by site and quarters since the fracture.
// Decision: everything that depends on parameters is worked out here, once; the loop only looks up, subtracts and compares.
// Women stand first.

import { numberIn, type SimulationParameters } from './simulation-parameters.ts';
import { type TreatmentTables, treatmentTables } from './treatment-tables.ts';

export const groups = ['hip', 'vertebra', 'wrist', 'other'] as const;
export type SiteGroup = (typeof groups)[number];

export const firstAge = 50;
export const ageCount = 61;
/** Quarters since a fracture that are told apart; later ones are like the last. */
export const quarterCount = 81;

/** What calibration finds: the yearly level, a factor of the early excess, and the years in which it fades. */
export interface Calibration {
  readonly level: number;
  readonly excess: number;
  readonly fadingYears: number;
}

export interface HazardTables extends TreatmentTables {
  /** Next fracture of somebody without a fracture before, a quarter: [sex × age]. */
  readonly fracture: Float64Array;
  /** Factor of it after a fracture: [group × quarter]. */
  readonly ratio: Float64Array;
  /** Which site breaks next, cumulated: [(sex × age) × group]. */
  readonly site: Float64Array;
  /** Death a quarter: [sex × age]. */
  readonly death: Float64Array;
  /** Factor of it after a fracture: [(sex × group) × quarter]. */
  readonly deathRatio: Float64Array;
}

export function hazardTables(parameters: SimulationParameters, calibration: Calibration): HazardTables {
  const fracture = new Float64Array(2 * ageCount);
  const site = new Float64Array(2 * ageCount * groups.length);
  const death = new Float64Array(2 * ageCount);
  for (let sex = 0; sex < 2; sex++)
    for (let place = 0; place < ageCount; place++) {
      const [age, row] = [firstAge + place, sex * ageCount + place];
      const older = numberIn(parameters, 'per-year-of-age') ** (age - numberIn(parameters, 'target-age'));
      fracture[row] =
        (calibration.level * older) / (sex === 0 ? 1 : numberIn(parameters, 'women-against-men')) / 4;
      death[row] = band(parameters.mortality[sex === 0 ? 'female' : 'male'], age - firstAge) / 4;
      const rates = groups.map((group) => incidence(parameters, group, sex, age));
      const all = rates.reduce((sum, one) => sum + one, 0);
      let sum = 0;
      for (const [group, rate] of rates.entries()) {
        sum += rate / all;
        site[row * groups.length + group] = sum;
      }
    }
  return {
    fracture,
    ratio: ratioTable(parameters, calibration),
    site,
    death,
    deathRatio: deathRatioTable(parameters),
    ...treatmentTables(parameters, groups.length),
  };
}

function band(rates: readonly number[], years: number): number {
  return rates[Math.min(Math.max(Math.floor(years / 5), 0), rates.length - 1)] ?? 0;
}

function incidence(parameters: SimulationParameters, group: SiteGroup, sex: number, age: number): number {
  const asMan = sex === 1 ? age : age + numberIn(parameters, 'women-years-earlier');
  return band(parameters.values[`incidence-${group}-men`], asMan - 60);
}

function ratioTable(parameters: SimulationParameters, { excess, fadingYears }: Calibration): Float64Array {
  const table = new Float64Array(groups.length * quarterCount);
  const late = numberIn(parameters, 'late-ratio');
  for (let group = 0; group < groups.length; group++)
    for (let quarter = 0; quarter < quarterCount; quarter++) {
      const first = numberIn(parameters, 'first-ratio', group) - late;
      table[group * quarterCount + quarter] = late + excess * first * fadedTo(quarter, fadingYears);
    }
  return table;
}

/** Part of the early excess that is left in the middle of a quarter. */
export function fadedTo(quarter: number, fadingYears: number): number {
  return Math.exp(-(quarter + 0.5) / 4 / fadingYears);
}

function deathRatioTable(parameters: SimulationParameters): Float64Array {
  const table = new Float64Array(2 * groups.length * quarterCount);
  for (let sex = 0; sex < 2; sex++)
    for (let group = 0; group < groups.length; group++) {
      const years = numberIn(parameters, 'death-years', group === 0 ? 0 : 1);
      const published = numberIn(parameters, 'death-later', sex * groups.length + group);
      const later = group === 0 ? 1 + (published - 1) * numberIn(parameters, 'death-first-part') : published;
      const row = (sex * groups.length + group) * quarterCount;
      table.fill(1, row, row + quarterCount).fill(later, row, row + years * 4);
      if (group === 0) table[row] = numberIn(parameters, 'death-hip-first-quarter', sex);
    }
  return table;
}
