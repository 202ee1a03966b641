// What the drugs do in the simulation: their effect by site, how much of it works in the first year, how it fades after stopping,
// and how many stop.

import { numberIn, type SimulationParameters } from './simulation-parameters.ts';

const drugs = ['oral', 'zoledronate', 'denosumab'] as const;

export interface TreatmentTables {
  /** Logarithm of the effect of a drug on a site: [drug × group]. */
  readonly effect: Float64Array;
  /** Part of it in the first year. */
  readonly onset: number;
  /** Quarters in which the effect fades: [drug]. */
  readonly offset: Float64Array;
  /** Cumulated shares: [drug]. */
  readonly drugShare: Float64Array;
  /** Stopping a quarter, in the first year and later: [drug × 2]. */
  readonly dropout: Float64Array;
  readonly contactDropout: number;
}

export function treatmentTables(parameters: SimulationParameters, groupCount: number): TreatmentTables {
  const effect = new Float64Array(drugs.length * groupCount);
  const drugShare = new Float64Array(drugs.length);
  const dropout = new Float64Array(drugs.length * 2);
  const injected = numberIn(parameters, 'persistence-injected') / 100;
  const later = -Math.log(numberIn(parameters, 'persistence-injected', 1) / 100 / injected) / 4;
  let sum = 0;
  for (const [drug, name] of drugs.entries()) {
    for (let group = 0; group < groupCount; group++) {
      // Hip, vertebra, and one value for wrist and other sites; each with its interval behind it.
      const place = Math.min(group, 2) * 3;
      effect[drug * groupCount + group] = Math.log(numberIn(parameters, `effect-${name}`, place));
    }
    sum += numberIn(parameters, 'medicine-shares', drug) / 100;
    drugShare[drug] = sum;
    const firstYear = name === 'oral' ? numberIn(parameters, 'persistence-oral') / 100 : injected;
    dropout[drug * 2] = -Math.log(firstYear) / 4;
    dropout[drug * 2 + 1] = later;
  }
  return {
    effect,
    onset: numberIn(parameters, 'onset-share') / 100,
    offset: Float64Array.from(parameters.values['offset-years'], (years) => years * 4),
    drugShare,
    dropout,
    contactDropout: numberIn(parameters, 'contact-dropout'),
  };
}
