// Two ways of working compared on the same patients: how many fractures, deaths, bed-days, euros and nurse hours lie between them.
// Decision: a generator that gives a line of progress after each draw of the parameters, so that whoever runs it can show it,
// stop it, and run it in a thread; draw 0 is the published values, the others give the interval.

import { type Calibrated, calibrate } from './calibrate.ts';
import { type Cascade, throughputOf } from './cascade.ts';
import { drawnParameters } from './draw-parameters.ts';
import { groups, hazardTables } from './hazard-tables.ts';
import { type MixCell, outcomes, simulate } from './simulate.ts';
import { numberIn, type SimulationParameters } from './simulation-parameters.ts';

export interface WhatIf {
  readonly parameters: SimulationParameters;
  readonly mix: readonly MixCell[];
  readonly patientsPerYear: number;
  readonly now: Cascade;
  readonly plan: Cascade;
  /** How often parameters are drawn anew. */
  readonly draws: number;
  /** Patients simulated in each draw; counts are scaled to the hospital. */
  readonly patients: number;
  readonly seed: number;
}

export const effects = [
  'fractures',
  'hip-fractures',
  'deaths',
  'bed-days',
  'fracture-cost',
  'care-cost',
  'net-cost',
  'nurse-hours',
  'scans',
  'patients-treated',
] as const;
export type Effect = (typeof effects)[number];

export interface Estimate {
  readonly middle: number;
  /** The middle 95 % of the draws. */
  readonly low: number;
  readonly high: number;
}

export interface HorizonResult {
  readonly years: number;
  readonly now: Readonly<Record<Effect, Estimate>>;
  readonly plan: Readonly<Record<Effect, Estimate>>;
  /** Plan less now: negative is fewer. */
  readonly difference: Readonly<Record<Effect, Estimate>>;
}

export interface WhatIfResult {
  readonly horizons: readonly HorizonResult[];
  readonly fit: Calibrated['fit'];
  readonly draws: number;
  readonly seed: number;
  readonly patientYears: number;
}

const horizons = [1, 5, 10] as const;
const years = 10;

type Totals = Readonly<Record<Effect, number>>;
type Pair = { readonly now: Totals; readonly plan: Totals };

export function* whatIf(
  question: WhatIf,
): Generator<{ readonly done: number; readonly of: number }, WhatIfResult> {
  const pairs: (readonly Pair[])[] = [];
  let [fit, patientYears]: [Calibrated['fit'], number] = [[], 0];
  for (let draw = 0; draw <= question.draws; draw++) {
    const parameters = drawnParameters(question.parameters, question.seed, draw);
    const calibrated = calibrate(parameters);
    if (draw === 0) fit = calibrated.fit;
    const tables = hazardTables(parameters, calibrated.calibration);
    const hours = parameters.values['nurse-hours'];
    const arm = (cascade: Cascade): Float64Array =>
      simulate({
        tables,
        mix: question.mix,
        cascade,
        throughput: throughputOf(cascade, question.patientsPerYear, hours, years * 4),
        patients: question.patients,
        years,
        arrival: 'spread',
        seed: question.seed + draw,
      });
    const [now, plan] = [arm(question.now), arm(question.plan)];
    const scale = (question.patientsPerYear * years) / question.patients;
    pairs.push(
      horizons.map((upTo) => ({
        now: totals(now, upTo, scale, parameters),
        plan: totals(plan, upTo, scale, parameters),
      })),
    );
    patientYears += (summed(now, years, 'quarters') + summed(plan, years, 'quarters')) / 4;
    yield { done: draw + 1, of: question.draws + 1 };
  }
  return {
    horizons: horizons.map((upTo, place) =>
      horizonResult(
        upTo,
        pairs.map((one) => one[place] as Pair),
      ),
    ),
    fit,
    draws: question.draws,
    seed: question.seed,
    patientYears,
  };
}

function summed(counts: Float64Array, upTo: number, outcome: (typeof outcomes)[number]): number {
  let sum = 0;
  for (let year = 0; year < upTo; year++)
    sum += counts[year * outcomes.length + outcomes.indexOf(outcome)] ?? 0;
  return sum;
}

function totals(counts: Float64Array, upTo: number, scale: number, parameters: SimulationParameters): Totals {
  const of = (outcome: (typeof outcomes)[number]): number => summed(counts, upTo, outcome) * scale;
  const fractures = groups.reduce((sum, group) => sum + of(`fracture-${group}`), 0);
  const nurseHours =
    of('found') * numberIn(parameters, 'nurse-hours') +
    of('assessed') * numberIn(parameters, 'nurse-hours', 1) +
    of('contacted') * numberIn(parameters, 'nurse-hours', 2);
  const fractureCost = fractures * numberIn(parameters, 'fracture-cost');
  const careCost =
    nurseHours * numberIn(parameters, 'nurse-hour-cost') +
    of('scanned') * numberIn(parameters, 'scan-cost') +
    (of('quarters-treated') / 4) * numberIn(parameters, 'medicine-cost');
  return {
    fractures,
    'hip-fractures': of('fracture-hip'),
    deaths: of('death'),
    'bed-days': fractures * numberIn(parameters, 'bed-days'),
    'fracture-cost': fractureCost,
    'care-cost': careCost,
    'net-cost': fractureCost + careCost,
    'nurse-hours': nurseHours,
    scans: of('scanned'),
    'patients-treated': of('started'),
  };
}

function horizonResult(upTo: number, pairs: readonly Pair[]): HorizonResult {
  const over = (of: (pair: Pair) => Totals): Readonly<Record<Effect, Estimate>> =>
    Object.fromEntries(
      effects.map((effect) => [effect, estimate(pairs.map((pair) => of(pair)[effect]))]),
    ) as Record<Effect, Estimate>;
  return {
    years: upTo,
    now: over(({ now }) => now),
    plan: over(({ plan }) => plan),
    difference: over(
      ({ now, plan }) =>
        Object.fromEntries(effects.map((effect) => [effect, plan[effect] - now[effect]])) as Totals,
    ),
  };
}

function estimate(values: readonly number[]): Estimate {
  const sorted = values.toSorted((a, b) => a - b);
  const quantile = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return { middle: quantile(0.5), low: quantile(0.025), high: quantile(0.975) };
}
