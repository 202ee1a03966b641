// The simulation beside published figures that it was not fitted to, with what it misses. Decision: ages that a publication's abstract
// does not give are our own assumption and stand with the figure.

import type { CalendarDate } from '@breekpunt/core';
import { type Knowledge, numberOn } from '@breekpunt/knowledge';
import { calibrate } from './calibrate.ts';
import { type Cascade, throughputOf } from './cascade.ts';
import { groups, type HazardTables, hazardTables } from './hazard-tables.ts';
import { type MixCell, type Outcome, outcomes, type Run, simulate } from './simulate.ts';
import { numberIn, type SimulationParameters } from './simulation-parameters.ts';

export interface Check {
  /** Parameter under simulation.check-…, which holds meaning and source. */
  readonly id: string;
  readonly unit: 'percent' | 'fractures';
  readonly published: number;
  readonly simulated: number;
  /** Age around which the people were taken, and whether that is our assumption. */
  readonly age: number;
}

export interface Checking {
  readonly knowledge: Knowledge;
  readonly parameters: SimulationParameters;
  readonly on: CalendarDate;
  /** Patients in each comparison. */
  readonly patients: number;
  readonly seed: number;
}

type People = { readonly sex: 'female' | 'male'; readonly age: number; readonly hipOnly?: boolean };

export function validate(checking: Checking): readonly Check[] {
  const tables = hazardTables(checking.parameters, calibrate(checking.parameters).calibration);
  const cohort = cohortsOf(checking, tables);
  const published = (id: string): number => {
    const found = numberOn(checking.knowledge, `simulation.check-${id}`, checking.on);
    if (!found.ok) throw new Error(`No value of simulation.check-${id} is in force on ${checking.on}`);
    return found.value;
  };
  const percent = (
    id: string,
    people: People,
    years: number,
    outcome: Outcome,
    trial?: Run['trial'],
  ): Check => ({
    id,
    unit: 'percent',
    published: published(id),
    simulated: cohort(people, years, trial)(outcome, years),
    age: people.age,
  });
  const excess = (id: string, sex: 'female' | 'male', years: number): Check => ({
    id,
    unit: 'percent',
    published: published(id),
    simulated: excessDeaths(
      cohort({ sex, age: 80, hipOnly: true }, years)('death', years),
      tables,
      sex,
      years,
    ),
    age: 80,
  });
  const american: People = { sex: 'female', age: 79 };
  const dubbo = { female: { sex: 'female', age: 74 }, male: { sex: 'male', age: 74 } } as const;
  const trial: People = { sex: 'female', age: 74, hipOnly: true };
  return [
    percent('us-women-65-1-year', american, 1, 'refractured'),
    percent('us-women-65-2-years', american, 2, 'refractured'),
    percent('us-women-65-5-years', american, 5, 'refractured'),
    percent('dubbo-women-refracture', dubbo.female, 5, 'refractured'),
    percent('dubbo-men-refracture', dubbo.male, 5, 'refractured'),
    percent('dubbo-women-died-without', dubbo.female, 5, 'death-without-refracture'),
    percent('dubbo-men-died-without', dubbo.male, 5, 'death-without-refracture'),
    percent('dubbo-women-died', dubbo.female, 5, 'death'),
    percent('dubbo-men-died', dubbo.male, 5, 'death'),
    excess('hip-80-women-excess-1-year', 'female', 1),
    excess('hip-80-women-excess-5-years', 'female', 5),
    excess('hip-80-men-excess-1-year', 'male', 1),
    excess('hip-80-men-excess-5-years', 'male', 5),
    percent('horizon-placebo-fractures', trial, 2, 'refractured', 'placebo'),
    percent('horizon-treated-fractures', trial, 2, 'refractured', 'zoledronate'),
    percent('horizon-placebo-deaths', trial, 2, 'death', 'placebo'),
    {
      id: 'uk-avoided',
      unit: 'fractures',
      published: published('uk-avoided'),
      simulated: avoidedInTheUk(checking, tables, published('uk-patients')),
      age: numberIn(checking.parameters, 'target-age'),
    },
  ];
}

const nobody: Cascade = {
  found: 0,
  assessed: 0,
  scanned: 0,
  recommended: 0,
  contacted: 0,
  startedWithContact: 0,
  startedWithout: 0,
  startedUsual: 0,
  scansPerMonth: null,
  nurseHoursPerMonth: null,
};

/** Runs a cohort and gives the percent with an outcome within so many years. */
function cohortsOf({ parameters, patients, seed }: Checking, tables: HazardTables) {
  return (people: People, years: number, trial?: Run['trial']) => {
    const cascade: Cascade = { ...nobody, startedUsual: numberIn(parameters, 'usual-start') / 100 };
    const counts = simulate({
      tables,
      mix: mixAround(parameters, [people]),
      cascade,
      throughput: throughputOf(cascade, 0, [], years * 4),
      patients,
      years,
      arrival: 'at-once',
      ...(trial === undefined ? {} : { trial }),
      seed,
    });
    return (outcome: Outcome, upTo: number): number => (100 * summed(counts, upTo, outcome)) / patients;
  };
}

function summed(counts: Float64Array, years: number, outcome: Outcome): number {
  let sum = 0;
  for (let year = 0; year < years; year++)
    sum += counts[year * outcomes.length + outcomes.indexOf(outcome)] ?? 0;
  return sum;
}

/** Ages in steps of half a standard deviation around each mean. */
function mixAround(parameters: SimulationParameters, people: readonly People[]): readonly MixCell[] {
  const spread = numberIn(parameters, 'target-age', 1) * 0.8;
  return people.flatMap(({ sex, age, hipOnly }) =>
    [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2].flatMap((step) =>
      groups.map((group, place) => ({
        sex,
        age: Math.round(age + (hipOnly ? step * 0.2 : step) * spread),
        group,
        weight:
          Math.exp(-(step ** 2) / 2) *
          (hipOnly ? (group === 'hip' ? 1 : 0) : numberIn(parameters, 'usual-mix', place)),
      })),
    ),
  );
}

/** Percent dead beyond what people of that age die anyway. */
function excessDeaths(died: number, tables: HazardTables, sex: 'female' | 'male', years: number): number {
  let alive = 0;
  const offsets = [-3, -2, -2, -1, -1, 0, 0, 0, 1, 1, 2, 2, 3];
  for (const offset of offsets) {
    let hazard = 0;
    for (let quarter = 0; quarter < years * 4; quarter++)
      hazard += tables.death[(sex === 'female' ? 0 : 61) + 30 + offset + (quarter >> 2)] ?? 0;
    alive += Math.exp(-hazard) / offsets.length;
  }
  return died - 100 * (1 - alive);
}

/** Services everywhere against none, for five years, at the treatment starts and adherence of services and usual care. */
function avoidedInTheUk(
  { parameters, patients, seed }: Checking,
  tables: HazardTables,
  perYear: number,
): number {
  const usual: Cascade = { ...nobody, startedUsual: numberIn(parameters, 'usual-start') / 100 };
  const start = numberIn(parameters, 'service-start') / 100;
  const service: Cascade = {
    ...usual,
    found: 1,
    assessed: 1,
    recommended: 1,
    contacted: 1,
    startedWithContact: start,
    startedWithout: start,
  };
  const mix = mixAround(parameters, [
    { sex: 'female', age: numberIn(parameters, 'target-age') },
    { sex: 'female', age: numberIn(parameters, 'target-age') },
    { sex: 'female', age: numberIn(parameters, 'target-age') },
    { sex: 'male', age: numberIn(parameters, 'target-age') },
  ]);
  const fractures = (cascade: Cascade): number => {
    const counts = simulate({
      tables,
      mix,
      cascade,
      throughput: throughputOf(cascade, 0, [], 20),
      patients,
      years: 5,
      arrival: 'spread',
      seed,
    });
    return groups.reduce((sum, group) => sum + summed(counts, 5, `fracture-${group}`), 0);
  };
  return ((fractures(usual) - fractures(service)) * perYear * 5) / patients;
}
