// Where the surgeon says how much the leg may carry. Decision: a worn hip that nobody operated on carries as it always did,
// unless the team wrote a limit; nobody is told that a surgeon allowed what no surgeon was asked.

import type { GuideInput } from '../input/guide-input.ts';
import { treatmentFits } from './treatment-fits.ts';

export function needsLoadAdvice(input: Pick<GuideInput, 'diagnosis' | 'treatment' | 'given'>): boolean {
  const { diagnosis, treatment, given } = input;
  if (diagnosis.kind === 'hip-fracture' || diagnosis.kind === 'avascular-necrosis') return true;
  if (diagnosis.kind !== 'hip-osteoarthritis') return false;
  const limited = given.weightBearing === 'partial' || given.weightBearing === 'none';
  return limited || (treatment !== 'not-recorded' && treatment.kind === 'operation' && treatmentFits(input));
}
