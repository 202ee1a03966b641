// A density on the common scale of the makers (sBMD, Hui 1997 and Lu 2001). Decision: information only, for pooling
// groups; the result carries its error, and nothing in this package decides on it.

import { type CalendarDate, failure, type Result, success } from '@breekpunt/core';
import type { Knowledge, NoValueInForce } from '@breekpunt/knowledge';
import { numberListOn } from '../parameters-on.ts';
import { type ImplausibleValue, plausible } from '../plausible-value.ts';
import type { DxaRules } from './dxa-rules.ts';
import type { DxaMaker, DxaSite } from './dxa-scan.ts';

export interface StandardisedDensity {
  /** mg/cm2. */
  readonly value: number;
  /** Error in one patient, percent, least and greatest. */
  readonly error: readonly [number, number];
  readonly use: 'information-only';
  readonly reasons: readonly ['DX18'];
}

export type NoStandardisedDensity =
  | ImplausibleValue
  | NoValueInForce
  | {
      readonly kind: 'no-conversion';
      readonly makers: readonly DxaMaker[];
      readonly sites: readonly DxaSite[];
    };

const makers: readonly DxaMaker[] = ['hologic', 'lunar', 'norland'];
const sites: readonly DxaSite[] = ['lumbar-spine', 'total-hip', 'femoral-neck', 'trochanter'];

export function standardisedDensity(
  { maker, site, bmd }: { readonly maker: DxaMaker; readonly site: DxaSite; readonly bmd: number },
  knowledge: Knowledge,
  date: CalendarDate,
  rules: DxaRules,
): Result<StandardisedDensity, NoStandardisedDensity> {
  if (!makers.includes(maker) || !sites.includes(site))
    return failure({ kind: 'no-conversion', makers, sites });
  const density = plausible('bone density', bmd, rules.plausible.bmd);
  if (!density.ok) return density;
  const constants = numberListOn(
    knowledge,
    `dxa.sbmd-${maker}-${site}`,
    date,
    site === 'lumbar-spine' ? 3 : 2,
  );
  if (!constants.ok) return constants;
  const error = numberListOn(knowledge, 'dxa.sbmd-error', date, 2);
  if (!error.ok) return error;
  const [first = 0, second = 0, common = 0] = constants.value;
  const grams = site === 'lumbar-spine' ? first * (bmd - second) + common : first + second * bmd;
  const [least = 0, most = 0] = error.value;
  return success({ value: 1000 * grams, error: [least, most], use: 'information-only', reasons: ['DX18'] });
}
