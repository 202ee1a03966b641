// What was arranged when somebody told that an injection or infusion was stopped. Denosumab is never written down as stopped
// without what follows; after zoledronate nothing has to.

import { addMonths } from '@breekpunt/core';
import { byShare } from '../draw.ts';
import type { Random } from '../random.ts';
import type { Rates } from '../rates.ts';
import type { Injection, TreatmentStop } from './care-path.ts';

const reasons = ['side-effects', 'patient-wish', 'other'] as const;
const zoledronate = 'M05BA08';
const alendronate = 'M05BA04';

export function drawStops(random: Random, rates: Rates, injections: readonly Injection[]): TreatmentStop[] {
  const told = injections.find(({ notGivenReason }) => notGivenReason === 'stopped');
  const lastGivenOn = injections.findLast(({ givenOn }) => givenOn !== null)?.givenOn ?? null;
  if (told === undefined || lastGivenOn === null) return [];
  const because = byShare(random, reasons, [40, 40, 20]);
  const common = { medicine: told.medicine, on: lastGivenOn, because } as const;
  if (told.medicine === zoledronate) return [{ ...common, plan: 'none', nextMedicine: null, nextOn: null }];
  const next = byShare(random, [zoledronate, alendronate, null], rates.list('follow-on-shares'));
  const nextOn = addMonths(lastGivenOn, rates.number('denosumab-months'));
  return [{ ...common, plan: next === null ? 'specialist' : 'drug', nextMedicine: next, nextOn }];
}
