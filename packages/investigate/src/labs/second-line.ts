// Whether a person with osteoporosis belongs in the second line whatever the laboratory says.
// Decision: one of two reasons is enough; "no" needs both to be known.

import type { Answer } from '@breekpunt/core';

export interface SecondLineAnswer {
  readonly outcome: Answer;
  readonly reasons: readonly ['LB21'];
  readonly missing: readonly string[];
}

/** `belowAge`: `labs.second-line-below-age`, completed years. */
export function secondLineAsked(
  given: {
    readonly ageYears: number | null;
    readonly osteoporosis: Answer;
    readonly multipleUnexplainedFractures: Answer;
  },
  belowAge: number,
): SecondLineAnswer {
  const { ageYears, osteoporosis, multipleUnexplainedFractures } = given;
  const young: Answer = ageYears === null ? 'not-recorded' : ageYears < belowAge ? 'yes' : 'no';
  const youngWithOsteoporosis: Answer =
    young === 'no' || osteoporosis === 'no'
      ? 'no'
      : young === 'yes' && osteoporosis === 'yes'
        ? 'yes'
        : 'not-recorded';
  if (youngWithOsteoporosis === 'yes' || multipleUnexplainedFractures === 'yes') {
    return { outcome: 'yes', reasons: ['LB21'], missing: [] };
  }
  const missing = [
    ...(youngWithOsteoporosis === 'not-recorded' && ageYears === null ? ['age'] : []),
    ...(youngWithOsteoporosis === 'not-recorded' && osteoporosis === 'not-recorded' ? ['osteoporosis'] : []),
    ...(multipleUnexplainedFractures === 'not-recorded' ? ['multiple-unexplained-fractures'] : []),
  ];
  return { outcome: missing.length === 0 ? 'no' : 'not-recorded', reasons: ['LB21'], missing };
}
