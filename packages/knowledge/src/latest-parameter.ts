// The newest value of a parameter, for readers of text, where no day of decision is at hand. Decision: it imports
// the parameters alone, so that the case finder in a browser does not carry all knowledge with it.

import type { Parameter, ParameterValue } from './dated-value.ts';
import parameters from './generated/parameters.json' with { type: 'json' };

/** A parameter that does not exist or was withdrawn is a mistake in our own code and throws. */
export function latestValue(id: string): ParameterValue {
  const parameter = (parameters as unknown as readonly Parameter[]).find((candidate) => candidate.id === id);
  const value = parameter?.values.at(-1)?.value;
  if (value === undefined || value === null) throw new Error(`Parameter "${id}" has no value`);
  return value;
}
