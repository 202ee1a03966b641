// The four equations made ready to compute: names looked up once, when the package is loaded, instead of for every
// patient. The numbers and their order are those of the original.

import { unreachable } from '@breekpunt/core';
import { type Equation, equations, type Transform } from './coefficients.ts';
import { type Condition, conditions } from './questions.ts';

export interface PreparedEquation {
  readonly survivor: readonly number[];
  readonly alcohol: readonly number[];
  readonly ethrisk: readonly number[];
  readonly smoke: readonly number[];
  /** Powers of age and body mass index, centred. */
  readonly terms: readonly {
    readonly transform: (decades: number, tens: number) => number;
    readonly centre: number;
    readonly coefficient: number;
  }[];
  /** The conditions this equation uses. */
  readonly flags: readonly { readonly condition: Condition; readonly coefficient: number }[];
}

type BySex<T> = Readonly<Record<'female' | 'male', Readonly<Record<'osteoporotic' | 'hip', T>>>>;

export const preparedEquations: BySex<PreparedEquation> = {
  female: { osteoporotic: prepared(equations.female.osteoporotic), hip: prepared(equations.female.hip) },
  male: { osteoporotic: prepared(equations.male.osteoporotic), hip: prepared(equations.male.hip) },
};

function prepared({ survivor, alcohol, ethrisk, smoke, ...equation }: Equation): PreparedEquation {
  const terms = Object.entries(equation.fp).map(([term, transform]) => ({
    transform: transformOf(transform),
    centre: named(equation.centre, term),
    coefficient: named(equation.continuous, term),
  }));
  const flags = (Object.keys(conditions) as Condition[]).flatMap((condition) => {
    const coefficient = equation.boolean[conditions[condition]];
    return coefficient === undefined ? [] : [{ condition, coefficient }];
  });
  // A flag of the original that no question feeds would silently count as "no".
  if (flags.length !== Object.keys(equation.boolean).length)
    throw new Error('QFracture-2012 has a yes-or-no parameter that no question feeds');
  return { survivor, alcohol, ethrisk, smoke, terms, flags };
}

function transformOf(transform: Transform): (decades: number, tens: number) => number {
  switch (transform) {
    case 'dage':
      return (decades) => decades;
    case 'pow(dage,0.5)':
      return (decades) => decades ** 0.5;
    case 'pow(dage,2)':
      return (decades) => decades ** 2;
    case 'pow(dage,3)':
      return (decades) => decades ** 3;
    case 'pow(dage,3)*log(dage)':
      return (decades) => decades ** 3 * Math.log(decades);
    case 'pow(dbmi,-0.5)':
      return (_, tens) => tens ** -0.5;
    case 'pow(dbmi,-1)':
      return (_, tens) => tens ** -1;
    case 'pow(dbmi,-2)':
      return (_, tens) => tens ** -2;
    default:
      return unreachable(transform);
  }
}

function named(record: Readonly<Record<string, number>>, name: string): number {
  const found = record[name];
  if (found === undefined) throw new Error(`QFracture-2012 has no coefficient "${name}"`);
  return found;
}
