// Everything that is decided about a worn hip at once: the steps, whether an image is needed for the diagnosis, and whether
// the dose of an injection is too high. Decision: a dose is asked only where an injection is an option.

import type { CalendarDate } from '@breekpunt/core';
import type { Recorded } from '@breekpunt/investigate';
import type { Decided } from '../logic/decided.ts';
import type { Pathway } from '../logic/pathway.ts';
import {
  injectionDose,
  needsNoImage,
  type OsteoarthritisOption,
  type OsteoarthritisPatient,
  osteoarthritisOptions,
} from './hip-osteoarthritis.ts';
import type { OsteoarthritisRules } from './osteoarthritis-rules.ts';

export interface OsteoarthritisInputs extends OsteoarthritisPatient {
  /** mg of the steroid that is planned. */
  readonly injectionMg: Recorded<number>;
}

export interface OsteoarthritisDecision {
  readonly table: Pathway<OsteoarthritisOption>;
  /** Null when the table stopped: then the physician looks first. */
  readonly image: Decided<'no-image-needed' | 'not-typical'> | null;
  /** Null where no injection is an option and no dose was named. */
  readonly dose: Decided<'below-the-limit' | 'too-high'> | null;
}

export function osteoarthritisDecision(
  inputs: OsteoarthritisInputs,
  today: CalendarDate,
  rules: OsteoarthritisRules,
): OsteoarthritisDecision {
  const table = osteoarthritisOptions(inputs, today, rules);
  const injected = table.options.some(({ option }) => option === 'steroid-injection');
  const dosed = injected || inputs.injectionMg !== 'not-recorded';
  return {
    table,
    image: table.outcome === 'stopped' ? null : needsNoImage(inputs, rules),
    dose: dosed ? injectionDose(inputs.injectionMg, rules) : null,
  };
}
