// Which parameters and value sets nobody has compared with their source for half a year. A warning, not a problem:
// the passing of time must not break a build.

import { addDays, type CalendarDate } from '@breekpunt/core';
import type { CodeValueSet } from '../src/code-value-set.ts';
import type { Checked, Parameter } from '../src/dated-value.ts';

/** Days after which a comparison with the source is due again. */
export const checkedForDays = 180;

export function overdueChecks(
  parameters: readonly Parameter[],
  codes: readonly CodeValueSet[],
  today: CalendarDate,
): string[] {
  const limit = addDays(today, -checkedForDays);
  const isOverdue = (checked: Checked): boolean => checked.on < limit;
  return [...parameters, ...codes]
    .filter(({ checked }) => isOverdue(checked))
    .map(({ id, checked }) => `${id}: last compared with its source on ${checked.on}`);
}
