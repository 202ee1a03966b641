// When an invented person dies: the deaths of the population by age and sex, and more of them after a fracture. The
// ratios multiply and do not add; of several fractures the one with the highest ratio holds.

import type { FractureSite } from '@breekpunt/core';
import { ageOn, type Day } from '../calendar.ts';
import type { Random } from '../random.ts';
import type { RateName, Rates } from '../rates.ts';

export interface Mortal {
  readonly birth: Day;
  readonly sex: 'female' | 'male';
  readonly fractures: readonly { readonly day: Day; readonly site: FractureSite | 'vertebra' }[];
}

const bandYears = 5;
const firstBandFrom = 50;
const stepDays = 30;
const quarterDays = 91;

/** Deaths per person-year; below the first band that of the first band, which is too many and hardly any. */
export function yearlyDeathRate(rates: Rates, sex: 'female' | 'male', age: number): number {
  const bands = rates.list(sex === 'female' ? 'mortality-women' : 'mortality-men');
  const band = Math.floor((age - firstBandFrom) / bandYears);
  return bands[Math.min(Math.max(band, 0), bands.length - 1)] ?? 0;
}

/** How many times likelier death is than for others of that age and sex, so many days after the fracture. */
function deathRatio(
  rates: Rates,
  sex: 'female' | 'male',
  site: FractureSite | 'vertebra',
  daysSince: number,
): number {
  if (daysSince < 0) return 1;
  return rates.number(ratioName(site, daysSince), sex === 'female' ? 0 : 1);
}

/** The day of death within the stretch, or null. Drawn in steps of a month. */
export function deathDay(random: Random, rates: Rates, person: Mortal, from: Day, until: Day): Day | null {
  const { birth, sex, fractures } = person;
  for (let day = from; day <= until; day += stepDays) {
    const ratio = Math.max(1, ...fractures.map((one) => deathRatio(rates, sex, one.site, day - one.day)));
    const hazard = (yearlyDeathRate(rates, sex, ageOn(birth, day)) * ratio * stepDays) / 365.25;
    if (!random.chance(1 - Math.exp(-hazard))) continue;
    const dies = day + random.int(0, stepDays - 1);
    return dies <= until ? dies : null;
  }
  return null;
}

function ratioName(site: FractureSite | 'vertebra', daysSince: number): RateName {
  if (site.startsWith('hip.')) return daysSince < quarterDays ? 'hip-death-first-quarter' : 'hip-death-later';
  if (site.startsWith('vertebra')) return 'vertebra-death-later';
  const major = ['pelvis.pubic-ramus', 'pelvis.sacrum', 'humerus.proximal', 'tibia.proximal', 'femur.shaft'];
  return major.includes(site) ? 'major-death-later' : 'minor-death-later';
}
