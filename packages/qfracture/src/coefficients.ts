// The four fitted equations (women and men; any osteoporotic fracture and hip fracture) as data. The numbers are
// those of the original source, unchanged; the JSON carries their licence. No number of the model stands in code.

import json from './qfracture-2012-coefficients.json' with { type: 'json' };

/** The powers of age/10 and BMI/10 that the equations use, as the original writes them. */
export type Transform =
  | 'dage'
  | 'pow(dage,0.5)'
  | 'pow(dage,2)'
  | 'pow(dage,3)'
  | 'pow(dage,3)*log(dage)'
  | 'pow(dbmi,-0.5)'
  | 'pow(dbmi,-1)'
  | 'pow(dbmi,-2)';

export interface Equation {
  /** Baseline survival by year, 0 to 18. */
  readonly survivor: readonly number[];
  readonly alcohol: readonly number[];
  /** By ethnic category; place 0 is unused. */
  readonly ethrisk: readonly number[];
  readonly smoke: readonly number[];
  readonly fp: Readonly<Record<string, Transform>>;
  readonly centre: Readonly<Record<string, number>>;
  readonly continuous: Readonly<Record<string, number>>;
  readonly boolean: Readonly<Record<string, number>>;
}

export type Outcome = 'osteoporotic' | 'hip';

export const equations: Readonly<Record<'female' | 'male', Readonly<Record<Outcome, Equation>>>> =
  json as unknown as Record<'female' | 'male', Record<Outcome, Equation>>;
