// Denosumab is an injection, zoledronate an infusion: which words of the screen speak of which.

import type { DoseLine } from '@breekpunt/server';

const injection = {
  last: 'dose.last',
  arrange: 'dose.arrange',
  given: 'dose.given',
  day: 'given.day',
  keep: 'given.keep',
} as const;

const infusion = {
  last: 'dose.last.infusion',
  arrange: 'dose.arrange.infusion',
  given: 'dose.given.infusion',
  day: 'given.day.infusion',
  keep: 'given.keep.infusion',
} as const;

export type DosedDrug = DoseLine['standing']['drug'];

export function doseWords(drug: DosedDrug): typeof injection | typeof infusion {
  return drug === 'zoledronate' ? infusion : injection;
}
