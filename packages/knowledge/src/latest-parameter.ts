// The newest value of a parameter that texts are read by, where no day of decision is at hand. Decision: these few
// values stand in a file of their own, so that the case finder in a browser does not carry all knowledge with it.

import type { ParameterValue } from './dated-value.ts';
import parameters from './generated/reading-parameters.json' with { type: 'json' };

/** A parameter that is not among them or was withdrawn is a mistake in our own code and throws. */
export function latestValue(id: string): ParameterValue {
  const value = (parameters as Readonly<Record<string, ParameterValue | null>>)[id];
  if (value === undefined || value === null)
    throw new Error(`Parameter "${id}" has no value to read texts by`);
  return value;
}
