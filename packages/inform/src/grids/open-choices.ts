// Which decision aids are open to this patient: the choice has not been made yet, and the options are for somebody like this.
// Decision: what nobody recorded leaves a choice open, because the aid itself says for whom it is; an operation that was done
// closes it.

import { vertebralRegion } from '@breekpunt/core';
import type { GuideInput } from '../input/guide-input.ts';
import type { GuideRules } from '../plan/guide-rules.ts';
import { treatmentFits } from '../plan/treatment-fits.ts';

/** Ids of grids, in the order in which they matter to this patient. */
export function openChoices(
  input: GuideInput,
  rules: Pick<GuideRules, 'adultFromAge' | 'fixationAges'>,
): readonly string[] {
  const { diagnosis, age } = input;
  const grown = age === 'not-recorded' || age >= rules.adultFromAge;
  switch (diagnosis.kind) {
    case 'hip-fracture': {
      const neck = diagnosis.site === 'femoral-neck' && isBeforeOperation(input);
      const [from = 0, to = 0] = rules.fixationAges;
      const young = age === 'not-recorded' || (age >= from && age <= to);
      return [
        ...(neck ? ['hip-prosthesis-kind'] : []),
        ...(neck && young ? ['hip-fixation'] : []),
        ...boneMedicine(input, grown),
      ];
    }
    case 'vertebral-fracture': {
      const neck =
        diagnosis.levels !== 'not-recorded' &&
        diagnosis.levels.some((level) => vertebralRegion(level) === 'cervical');
      return [
        ...(grown && !neck && !isOperated(input) ? ['vertebral-brace-cement'] : []),
        ...boneMedicine(input, grown),
      ];
    }
    case 'other-fracture':
      return boneMedicine(input, grown);
    case 'avascular-necrosis': {
      if (isOperated(input)) return [];
      const early = diagnosis.stage === 'before-collapse';
      const late = diagnosis.stage === 'collapse' || diagnosis.stage === 'worn';
      return [...(late ? [] : ['necrosis-early']), ...(early ? [] : ['necrosis-collapsing'])];
    }
    case 'hip-osteoarthritis':
      return isOperated(input) ? [] : ['hip-osteoarthritis'];
  }
}

/** A bone drug on the list means that this choice was made; a list nobody took up leaves it open. */
function boneMedicine({ medication }: GuideInput, grown: boolean): readonly string[] {
  const chosen =
    medication !== 'not-recorded' &&
    medication.some(({ kind }) => kind === 'bone-drug-tablet' || kind === 'bone-drug-injection');
  return grown && !chosen ? ['bone-medicine'] : [];
}

function isOperated(input: GuideInput): boolean {
  const { treatment } = input;
  return treatment !== 'not-recorded' && treatment.kind === 'operation' && treatmentFits(input);
}

/** A broken hip is operated on within a day or two: who is not in hospital had that choice behind them, recorded or not. */
function isBeforeOperation({ treatment, home }: GuideInput): boolean {
  return treatment === 'not-recorded' && home.place === 'hospital';
}
