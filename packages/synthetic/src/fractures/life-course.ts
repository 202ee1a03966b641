// The broken bones of one invented person, from the first one in the window to death or today.

import type { FractureSite } from '@breekpunt/core';
import type { ModelKnowledge } from '@breekpunt/investigate';
import { ageOn, type Day, monthOf } from '../calendar.ts';
import type { Random } from '../random.ts';
import type { Rates } from '../rates.ts';
import type { BreakableSite } from '../reports/phrasebook.ts';
import type { Incidence } from './incidence.ts';
import { deathDay } from './mortality.ts';
import { refractureDay } from './refracture.ts';

export interface BrokenBone {
  readonly day: Day;
  readonly site: BreakableSite | 'vertebra';
}

export interface LifeCourse {
  readonly birth: Day;
  readonly sex: 'female' | 'male';
  /** In order of time; at least one. */
  readonly fractures: readonly BrokenBone[];
  readonly death: Day | null;
}

/** First and last day on which a first fracture can fall. */
export interface Window {
  readonly start: Day;
  readonly end: Day;
}

/** More than so many in three years would be another story than that of this service. */
const mostFractures = 4;

export function lifeCourse(
  random: Random,
  rates: Rates,
  knowledge: ModelKnowledge,
  incidence: Incidence,
  window: Window,
): LifeCourse {
  const { site, sex, age } = incidence.draw(random);
  const first: BrokenBone = { day: seasonalDay(random, rates, window), site };
  const birth = first.day - Math.floor(age * 365.25) - random.int(1, 364);
  const fractures = [first];
  while (fractures.length < mostFractures) {
    const last = fractures.at(-1) ?? first;
    const day = refractureDay(
      random,
      knowledge,
      { ...last, sex, age: ageOn(birth, last.day) },
      window.end + 1,
    );
    if (day === null) break;
    fractures.push({ day, site: nextSite(random, incidence, sex, fractures) });
  }
  const death = deathDay(random, rates, { birth, sex, fractures }, first.day, window.end);
  return { birth, sex, fractures: fractures.filter(({ day }) => death === null || day < death), death };
}

/** A day of the window, more often in the months in which more bones break. */
function seasonalDay(random: Random, rates: Rates, { start, end }: Window): Day {
  const weights = rates.list('month-weights');
  const highest = Math.max(...weights);
  for (;;) {
    const day = random.int(start, end);
    if (random.chance((weights[monthOf(day) - 1] ?? 1) / highest)) return day;
  }
}

/** Another bone than those broken already: the same one broken twice cannot be told from reports. */
function nextSite(
  random: Random,
  incidence: Incidence,
  sex: 'female' | 'male',
  earlier: readonly BrokenBone[],
): BrokenBone['site'] {
  const bone = (site: FractureSite | 'vertebra'): string => site.split('.')[0] ?? site;
  const taken = new Set(earlier.map(({ site }) => bone(site)));
  for (;;) {
    const drawn = incidence.draw(random);
    if (drawn.sex === sex && (drawn.site === 'vertebra' || !taken.has(bone(drawn.site)))) return drawn.site;
  }
}
