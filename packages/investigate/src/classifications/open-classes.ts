// The classes that what was seen leaves open. Decision: only what was looked at on the way to them is asked for: a finding that
// a graver one made idle is not missing.

import type { CannotTell, MissingInput, ModelStamp } from '../risk/model-answer.ts';

export interface OpenClasses<Class extends string> extends CannotTell {
  /** Every class that the missing findings leave open. */
  readonly possible: readonly Class[];
}

/** Null when nothing that was looked at is missing: then the class is settled. */
export function openClasses<Class extends string>(
  possible: readonly Class[],
  notRecorded: readonly MissingInput[],
  looked: ReadonlySet<string>,
  model: ModelStamp,
): OpenClasses<Class> | null {
  const missing = notRecorded.filter(({ input }) => looked.has(input));
  return missing.length === 0 ? null : { outcome: 'cannot-tell', possible, missing, model };
}
