// The path of a patient through the service as counting keeps it: the letter of each step in one word. Decision: kept by month beside the
// figures, so that "advised, not started" is a number and a list of patients, not the difference of two figures.

import type { CountedCase } from '@breekpunt/quality';

/** Steps after being found, each with the indicator that counts it. */
export const pathSteps = [
  { step: 'assessed', indicator: 'iof.3' },
  { step: 'advised', indicator: 'iof.6' },
  { step: 'started', indicator: 'iof.8' },
  { step: 'one-year', indicator: 'iof.10' },
] as const;

/** Empty when the case is not in the cohort. `indicators`: ids in the order of the letters. */
export function pathReader(
  indicators: readonly string[],
): (counted: Pick<CountedCase, 'standings'>) => string {
  const places = pathSteps.map(({ indicator }) => indicators.indexOf(indicator));
  return ({ standings }) => {
    const path = places.map((place) => standings.charAt(place)).join('');
    return path.startsWith('x') ? '' : path;
  };
}
