// Who breaks what, and when in the year: the first fracture of an invented person. Decision: the site is drawn by its
// share of the hospital's fractures, and only then age and sex, by how often that site breaks at that age among those
// still alive; so each site keeps the age of its own.

import type { Sex } from '@breekpunt/core';
import type { Random } from '../random.ts';
import type { Rates } from '../rates.ts';
import type { BreakableSite } from '../reports/phrasebook.ts';
import { yearlyDeathRate } from './mortality.ts';

export type FractureGroup = 'hip' | 'vertebra' | 'wrist' | 'other';

export interface Victim {
  readonly site: BreakableSite | 'vertebra';
  readonly sex: Extract<Sex, 'female' | 'male'>;
  /** Completed years at the fracture. */
  readonly age: number;
}

export interface Incidence {
  draw(random: Random): Victim;
  /** Per 1000 a year. */
  rate(group: FractureGroup, sex: 'female' | 'male', age: number): number;
}

const groups: readonly FractureGroup[] = ['hip', 'vertebra', 'wrist', 'other'];
const ages: readonly number[] = Array.from({ length: 50 }, (_, index) => 50 + index);
const bandYears = 5;
const firstBandFrom = 60;

const otherSites: readonly BreakableSite[] = [
  'humerus.proximal',
  'ankle',
  'pelvis.pubic-ramus',
  'rib',
  'foot',
  'patella',
  'clavicle',
  'tibia.proximal',
  'wrist.other',
];

export function incidenceFrom(rates: Rates): Incidence {
  const alive = { female: survivors(rates, 'female'), male: survivors(rates, 'male') };
  const rate = (group: FractureGroup, sex: 'female' | 'male', age: number): number => {
    const asMan = sex === 'male' ? age : age + rates.number('women-years-earlier');
    const bands = rates.list(`incidence-${group}-men`);
    const band = Math.floor((asMan - firstBandFrom) / bandYears);
    return bands[Math.min(Math.max(band, 0), bands.length - 1)] ?? 0;
  };
  const people = groups.map((group) =>
    (['female', 'male'] as const).flatMap((sex) =>
      ages.map((age, place) => [{ sex, age }, rate(group, sex, age) * (alive[sex][place] ?? 0)] as const),
    ),
  );
  return {
    rate,
    draw(random) {
      const group = random.weighted(
        groups.map((_, place) => [place, rates.number('site-shares', place)] as const),
      );
      const { sex, age } = random.weighted(people[group] ?? []);
      return { site: siteOf(random, rates, groups[group] ?? 'other'), sex, age };
    },
  };
}

function siteOf(random: Random, rates: Rates, group: FractureGroup): Victim['site'] {
  switch (group) {
    case 'hip':
      return random.chance(rates.share('other-hip-share')) ? 'hip.trochanteric' : 'hip.femoral-neck';
    case 'vertebra':
      return 'vertebra';
    case 'wrist':
      return 'wrist.distal-radius';
    case 'other':
      return random.weighted(
        otherSites.map((site, place) => [site, rates.number('other-site-shares', place)] as const),
      );
  }
}

/** Of those alive at the first age, the share alive at each age: what a population looks like that is replaced evenly. */
function survivors(rates: Rates, sex: 'female' | 'male'): number[] {
  let left = 1;
  return ages.map((age) => {
    const here = left;
    left *= Math.exp(-yearlyDeathRate(rates, sex, age));
    return here;
  });
}
