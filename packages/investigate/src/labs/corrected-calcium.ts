// Calcium corrected for albumin. Decision: a laboratory that already sent a corrected value is believed and not
// corrected twice; without albumin there is no corrected value, and the measured one is not passed off as one.

import type { LabRules } from './lab-rules.ts';
import type { LabResult } from './lab-test.ts';

export type CorrectedCalcium =
  | {
      readonly outcome: 'known';
      /** mmol/L. */
      readonly value: number;
      readonly by: 'laboratory' | 'payne';
      readonly reasons: readonly ['LB6' | 'LB7'];
    }
  | {
      readonly outcome: 'cannot-tell';
      readonly missing: readonly string[];
      readonly reasons: readonly ['LB7'];
    };

/** Both of one day; a calcium of June and an albumin of May are not put together. */
export function correctedCalcium(
  calcium: LabResult | null,
  albumin: LabResult | null,
  rules: LabRules,
): CorrectedCalcium {
  if (calcium === null) return { outcome: 'cannot-tell', missing: ['calcium'], reasons: ['LB7'] };
  const adjusted = calcium.adjustedForAlbumin ?? 'not-recorded';
  if (adjusted === 'yes')
    return { outcome: 'known', value: calcium.value, by: 'laboratory', reasons: ['LB6'] };
  const missing = [
    ...(adjusted === 'not-recorded' ? ['whether the laboratory corrected the calcium'] : []),
    ...(albumin === null ? ['albumin'] : []),
    ...(albumin !== null && albumin.date !== calcium.date ? ['albumin of the same day'] : []),
  ];
  if (albumin === null || missing.length > 0) return { outcome: 'cannot-tell', missing, reasons: ['LB7'] };
  const { each, albumin: normal } = rules.correctedCalcium;
  const value = calcium.value + each * (normal - albumin.value);
  return { outcome: 'known', value, by: 'payne', reasons: ['LB7'] };
}
