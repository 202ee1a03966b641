// Which parameters, value sets and models nobody has compared with their source for half a year. A warning, not a problem:
// the passing of time must not break a build.

import { addDays, type CalendarDate } from '@breekpunt/core';
import type { Checked } from '../src/dated-value.ts';

/** Days after which a comparison with the source is due again. */
export const checkedForDays = 180;

interface Dated {
  readonly id: string;
  readonly checked: Checked;
}

export function overdueChecks(entries: readonly Dated[], today: CalendarDate): string[] {
  const limit = addDays(today, -checkedForDays);
  return entries
    .filter(({ checked }) => checked.on < limit)
    .map(({ id, checked }) => `${id}: last compared with its source on ${checked.on}`);
}
