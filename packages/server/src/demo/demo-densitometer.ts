// The one bone densitometer of each demonstration hospital, with the precision studies that its service would have made. Invented:
// the errors are of nobody's device.

import { addDays, type CalendarDate } from '@breekpunt/core';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { addPrecisionStudy } from '../records/precision-study.ts';

export const demoDensitometer = { maker: 'hologic', model: 'Horizon A', serial: 'H-20417' } as const;

/** Days before today on which the studies were made. */
const studiedBefore = 400;

const errors = [
  ['lumbar-spine', ['L1', 'L2', 'L3', 'L4'], 0.011],
  ['total-hip', [], 0.009],
  ['femoral-neck', [], 0.014],
] as const;

export async function addDemoPrecision(
  tx: SiteTransaction,
  by: { readonly user: number; readonly at: Date },
  today: CalendarDate,
): Promise<void> {
  const studiedOn = addDays(today, -studiedBefore);
  for (const [site, vertebrae, error] of errors)
    await addPrecisionStudy(
      tx,
      { ...demoDensitometer, site, vertebrae, error, unit: 'g/cm2', studiedOn },
      by,
    );
}
