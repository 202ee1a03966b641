// What care needs of knowledge beside the rates: how densities are classed and scaled, and what laboratories call normal.

import type { CalendarDate } from '@breekpunt/core';
import {
  type DxaRules,
  dxaRulesOn,
  type LabRules,
  labRulesOn,
  type ModelKnowledge,
} from '@breekpunt/investigate';
import type { Knowledge } from '@breekpunt/knowledge';
import { listOn } from '@breekpunt/knowledge';
import { type Rates, ratesOn } from '../rates.ts';
import type { DensityScales } from './density.ts';
import type { LabRanges } from './laboratory.ts';

export interface CareRules {
  readonly rates: Rates;
  readonly models: ModelKnowledge;
  readonly dxa: DxaRules;
  readonly scales: DensityScales;
  readonly labRanges: Readonly<Record<'female' | 'male', LabRanges>>;
}

export function careRulesOn(knowledge: Knowledge, today: CalendarDate): CareRules {
  const rates = ratesOn(knowledge, today);
  const dxa = dxaRulesOn(knowledge, 'BE', today);
  const labs = labRulesOn(knowledge, today);
  const neck = listOn(knowledge, 'dxa.nhanes-femoral-neck-female', today);
  if (!dxa.ok || !labs.ok || !neck.ok)
    throw new Error(`The knowledge has no values for densitometry or laboratory on ${today}`);
  return {
    rates,
    models: knowledge,
    dxa: dxa.value,
    scales: {
      'femoral-neck': neck.value.filter((value) => typeof value === 'number'),
      'total-hip': rates.list('region-reference-total-hip'),
      'lumbar-spine': rates.list('region-reference-lumbar-spine'),
    },
    labRanges: {
      female: rangesFor(labs.value, rates, 'female'),
      male: rangesFor(labs.value, rates, 'male'),
    },
  };
}

/** TSH has no range in knowledge, because laboratories differ too much; an invented laboratory has its own. */
function rangesFor({ references }: LabRules, rates: Rates, sex: 'female' | 'male'): LabRanges {
  const known = Object.entries(references).flatMap(([test, bySex]) => {
    const { low, high } = bySex[sex];
    return low === null || high === null ? [] : [[test, [low, high]] as const];
  });
  const [low = 0, high = 0] = rates.list('tsh-range');
  return { ...Object.fromEntries(known), tsh: [low, high] };
}
