// Finds level, early excess and fading of the refracture hazard so that women of the target age break another bone as often as
// published after one, two and ten years, death competing. Decision: the expected course is computed without chance, so that the
// fit is exact and the same everywhere; the fit is given back to be shown.

import {
  ageCount,
  type Calibration,
  fadedTo,
  firstAge,
  groups,
  type HazardTables,
  hazardTables,
  quarterCount,
} from './hazard-tables.ts';
import { minimise } from './minimise.ts';
import { numberIn, type SimulationParameters } from './simulation-parameters.ts';

/** Percent with another fracture. */
export interface Fit {
  readonly years: number;
  readonly target: number;
  readonly reached: number;
}

export interface Calibrated {
  readonly calibration: Calibration;
  readonly fit: readonly Fit[];
}

const targetYears = [1, 2, 10] as const;
const lastQuarter = 40;

export function calibrate(parameters: SimulationParameters): Calibrated {
  const targets = [
    numberIn(parameters, 'target-1-year'),
    numberIn(parameters, 'target-2-years'),
    numberIn(parameters, 'target-10-years'),
  ];
  const people = peopleOf(parameters);
  const unscaled = hazardTables(parameters, { level: 1, excess: 1, fadingYears: 1 });
  const from = (point: readonly number[]): Calibration => {
    const [level = 0, excess = 0, fadingYears = 0] = point.map(Math.exp);
    return { level, excess, fadingYears };
  };
  const reachedAt = (point: readonly number[]): readonly number[] =>
    courseOf(unscaled, parameters, people, from(point));
  const missed = (point: readonly number[]): number =>
    reachedAt(point).reduce((sum, one, place) => sum + Math.log(one / (targets[place] ?? one)) ** 2, 0);
  const start = [Math.log(0.02), 0, Math.log(numberIn(parameters, 'fading-years'))];
  const found = minimise(missed, start);
  const reached = reachedAt(found);
  return {
    calibration: from(found),
    fit: targetYears.map((years, place) => ({
      years,
      target: targets[place] ?? 0,
      reached: reached[place] ?? 0,
    })),
  };
}

interface Person {
  readonly age: number;
  readonly group: number;
  readonly weight: number;
}

/** Women around the target age, in the usual mix of sites. */
function peopleOf(parameters: SimulationParameters): readonly Person[] {
  const [middle, spread] = [numberIn(parameters, 'target-age'), numberIn(parameters, 'target-age', 1)];
  const steps = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2];
  const people = steps.flatMap((step) =>
    groups.map((_, group) => ({
      age: Math.round(middle + step * spread),
      group,
      weight: Math.exp(-(step ** 2) / 2) * numberIn(parameters, 'usual-mix', group),
    })),
  );
  const all = people.reduce((sum, { weight }) => sum + weight, 0);
  return people.map((one) => ({ ...one, weight: one.weight / all }));
}

/** Percent with another fracture at the target years. */
function courseOf(
  tables: HazardTables,
  parameters: SimulationParameters,
  people: readonly Person[],
  { level, excess, fadingYears }: Calibration,
): readonly number[] {
  const broken: number[] = targetYears.map(() => 0);
  const late = numberIn(parameters, 'late-ratio');
  const faded = Float64Array.from({ length: lastQuarter }, (_, quarter) => fadedTo(quarter, fadingYears));
  for (const { age, group, weight } of people) {
    const first = excess * (numberIn(parameters, 'first-ratio', group) - late);
    let [free, happened] = [1, 0];
    for (let quarter = 0; quarter < lastQuarter; quarter++) {
      const row = Math.min(age - firstAge + (quarter >> 2), ageCount - 1);
      const breaks = level * (tables.fracture[row] ?? 0) * (late + first * (faded[quarter] ?? 0));
      const dies = (tables.death[row] ?? 0) * (tables.deathRatio[group * quarterCount + quarter] ?? 1);
      const leaves = -Math.expm1(-(breaks + dies));
      happened += (free * leaves * breaks) / (breaks + dies);
      free *= 1 - leaves;
      const place = targetYears.findIndex((years) => years * 4 === quarter + 1);
      if (place >= 0) broken[place] = (broken[place] ?? 0) + 100 * weight * happened;
    }
  }
  return broken;
}
