// One plausible set of parameters, drawn from the published intervals. Decision: ratios and amounts on a logarithmic scale, shares
// on the logit scale, each as a bell curve whose middle 95 % is the interval; what has no interval stays as it is.

import { nextNormal, seedFor } from './chance.ts';
import type { SimulationName, SimulationParameters } from './simulation-parameters.ts';

/** Lists of value, low, high, one after the other. */
const ratios: readonly SimulationName[] = [
  'late-ratio',
  'effect-oral',
  'effect-zoledronate',
  'effect-denosumab',
  'contact-dropout',
  'fracture-cost',
];
const percents: readonly SimulationName[] = ['persistence-oral', 'target-10-years'];

/** Half of a 95 % interval in standard deviations. */
const z = 1.959964;

/** Draw 0 is the published values themselves. */
export function drawnParameters(
  parameters: SimulationParameters,
  seed: number,
  draw: number,
): SimulationParameters {
  if (draw === 0) return parameters;
  const streams = Int32Array.of(seedFor(seed, draw, 99));
  const values: Record<SimulationName, readonly number[]> = { ...parameters.values };
  for (const name of ratios) values[name] = drawn(values[name], streams, Math.log, Math.exp);
  for (const name of percents) values[name] = drawn(values[name], streams, logit, percentOf);
  return { ...parameters, values };
}

function drawn(
  list: readonly number[],
  streams: Int32Array,
  to: (value: number) => number,
  back: (value: number) => number,
): readonly number[] {
  return list.map((value, place) => {
    if (place % 3 !== 0) return value;
    const [low, high] = [list[place + 1] ?? value, list[place + 2] ?? value];
    const spread = (to(high) - to(low)) / (2 * z);
    return back(to(value) + spread * nextNormal(streams, 0));
  });
}

function logit(percent: number): number {
  return Math.log(percent / (100 - percent));
}

function percentOf(value: number): number {
  return 100 / (1 + Math.exp(-value));
}
